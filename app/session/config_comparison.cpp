#include "app/session/config_comparison.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/session/line_diff.h"

namespace holdfast::session {
namespace {

using Kind = ComparedLine::Kind;

std::string joined(const std::vector<ConfigLine>& lines) {
  std::string text;
  for (const ConfigLine& line : lines) text += line.text + '\n';
  return text;
}

// What it says of what: `peer`, of ` peer 10.0.0.1`, with its indentation.
std::string_view head_of(const ConfigLine& line) {
  const std::string_view text = line.text;
  const std::size_t word = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(0, text.find(' ', word));
}

class Comparison {
 public:
  Comparison(std::vector<ConfigLine> before, std::vector<ConfigLine> after)
      : before_(std::move(before)), after_(std::move(after)) {}

  std::vector<ComparedLine> run() {
    for (const LineHunk& hunk : line_diff(joined(before_), joined(after_))) {
      same_up_to(hunk.old_first);
      change(hunk.old_first + hunk.old_count, hunk.new_first + hunk.new_count);
    }
    same_up_to(before_.size());
    return std::move(result_);
  }

 private:
  void same_up_to(std::size_t end) {
    while (old_ < end) pair(Kind::Same);
  }

  // Lines that begin alike are one line that has changed.
  void change(std::size_t old_end, std::size_t new_end) {
    while (old_ < old_end) {
      const auto from = after_.begin() + static_cast<std::ptrdiff_t>(new_);
      const auto to = after_.begin() + static_cast<std::ptrdiff_t>(new_end);
      const auto like = std::find_if(
          from, to, [this](const ConfigLine& line) { return head_of(line) == head_of(before_[old_]); });
      if (like == to) {
        result_.push_back({Kind::Removed, before_[old_++], {}});
        continue;
      }
      add_up_to(static_cast<std::size_t>(like - after_.begin()));
      pair(Kind::Changed);
    }
    add_up_to(new_end);
  }

  void add_up_to(std::size_t end) {
    while (new_ < end) result_.push_back({Kind::Added, {}, after_[new_++]});
  }

  void pair(Kind kind) { result_.push_back({kind, before_[old_++], after_[new_++]}); }

  std::vector<ConfigLine> before_;
  std::vector<ConfigLine> after_;
  std::size_t old_ = 0;
  std::size_t new_ = 0;
  std::vector<ComparedLine> result_;
};

}  // namespace

std::vector<ComparedLine> compared_lines(const Snapshot& before, const Snapshot& after, DeviceId device) {
  return Comparison(config_lines(before, device), config_lines(after, device)).run();
}

}  // namespace holdfast::session
