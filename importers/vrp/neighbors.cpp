#include "importers/vrp/neighbors.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "importers/vrp/text/lines.h"

namespace holdfast::vrp {
namespace {

// Every form has it: `Neighbor index` or the headings `Neighbor Dev`, `Neighbor Intf`, `Neighbor Interface`.
constexpr std::string_view kSign = "Neighbor ";
constexpr std::string_view kNothing = "--";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// The user view's prompt is the name; others have a mark before it and perhaps a view behind it.
std::string_view device_of(std::string_view prompt) {
  if (prompt.starts_with('~') || prompt.starts_with('*')) prompt.remove_prefix(1);
  return prompt;
}

// The columns of the short form, in the order of the heading.
enum class Column : std::uint8_t { Local, Device, Port, Expiry };
using Columns = std::array<Column, 4>;

std::optional<Columns> heading(std::string_view line) {
  constexpr std::pair<std::string_view, Column> kTitles[] = {{"Local Int", Column::Local},
                                                             {"Neighbor Dev", Column::Device},
                                                             {"Neighbor Int", Column::Port},
                                                             {"Exptime", Column::Expiry}};
  std::array<std::pair<std::size_t, Column>, 4> found;
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i] = {line.find(kTitles[i].first), kTitles[i].second};
    if (found[i].first == std::string_view::npos) return std::nullopt;
  }
  std::ranges::sort(found);
  Columns columns;
  std::ranges::transform(found, columns.begin(), &std::pair<std::size_t, Column>::second);
  return columns;
}

class NeighborReader {
 public:
  explicit NeighborReader(FileId file) : file_(file) {}

  std::vector<SeenNeighbor> read(std::string_view text) {
    for (const Line& line : split_lines(text)) {
      if (line.prompted()) {
        finish();
        interface_.clear();
        columns_.reset();
        device_ = device_of(line.prompt);
      } else if (const auto columns = heading(line.text)) {
        finish();
        columns_ = columns;
      } else if (!opens_interface(line.text) && !field(line) && columns_) {
        row(line);
      }
    }
    finish();
    return std::move(result_);
  }

 private:
  // `GigabitEthernet3/0/0 has 1 neighbor(s):`
  bool opens_interface(std::string_view line) {
    const std::size_t has = line.find(" has ");
    if (has == std::string_view::npos || line.find(" neighbor", has) == std::string_view::npos) return false;
    finish();
    columns_.reset();
    interface_ = trimmed(line.substr(0, has));
    return true;
  }

  // `System name      :PE2` below such a line.
  bool field(const Line& line) {
    if (interface_.empty()) return false;
    const std::size_t colon = line.text.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view key = trimmed(line.text.substr(0, colon));
    const std::string_view value = trimmed(line.text.substr(colon + 1));
    if (key == "Neighbor index") {
      finish();
      current_.emplace();
    }
    if (!current_) return true;
    if (key == "Port ID") current_->neighbor_interface = value;
    if (key == "System name") {
      current_->neighbor_device = value;
      current_->where = place(line);
    }
    return true;
  }

  void row(const Line& line) {
    std::array<std::string_view, 4> words;
    std::size_t count = 0;
    std::string_view rest = trimmed(line.text);
    while (!rest.empty() && count <= words.size()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (count < words.size()) words[count] = rest.substr(0, end);
      ++count;
      rest = trimmed(rest.substr(end));
    }
    if (count != words.size()) return;
    const auto word = [&](Column column) {
      return words[static_cast<std::size_t>(std::ranges::find(*columns_, column) - columns_->begin())];
    };
    interface_ = word(Column::Local);
    current_.emplace();
    current_->neighbor_device = word(Column::Device);
    current_->neighbor_interface = word(Column::Port);
    current_->where = place(line);
    finish();
    interface_.clear();
  }

  Span place(const Line& line) const {
    return {file_, line.number, line.column,
            static_cast<std::uint16_t>(std::min<std::size_t>(line.text.size(), 0xffff))};
  }

  void finish() {
    if (!current_) return;
    SeenNeighbor& seen = *current_;
    const bool named = !seen.neighbor_device.empty() && seen.neighbor_device != kNothing;
    const bool has_port = !seen.neighbor_interface.empty() && seen.neighbor_interface != kNothing;
    if (named && has_port) {
      seen.device = device_;
      seen.interface = interface_;
      result_.push_back(std::move(seen));
    }
    current_.reset();
  }

  FileId file_;
  std::string device_;     // whose prompt was last seen
  std::string interface_;  // whose neighbours are listed
  std::optional<Columns> columns_;
  std::optional<SeenNeighbor> current_;
  std::vector<SeenNeighbor> result_;
};

}  // namespace

std::vector<SeenNeighbor> read_neighbors(FileId file, std::string_view text) {
  const std::boyer_moore_horspool_searcher sign(kSign.begin(), kSign.end());
  if (std::search(text.begin(), text.end(), sign) == text.end()) return {};
  return NeighborReader(file).read(text);
}

}  // namespace holdfast::vrp
