#include "app/report/excerpt.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "app/report/printable.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kTabStop = 8;
constexpr std::string_view kCut = "…";

// Bytes [begin, end).
struct Bytes {
  std::size_t begin;
  std::size_t end;
};

Bytes value_bytes(std::string_view line, std::uint32_t column, std::uint32_t length) {
  if (column == 0) {
    const std::size_t first = line.find_first_not_of(" \t");
    return {first == std::string_view::npos ? 0 : first, line.size()};
  }
  const std::size_t begin = std::min<std::size_t>(column - 1, line.size());
  return {begin, std::min<std::size_t>(begin + std::max<std::uint32_t>(length, 1), line.size())};
}

// What of a very long line is looked at: enough bytes around the value to fill the width many times.
Bytes neighbourhood(std::string_view line, Bytes value, std::size_t width) {
  const std::size_t reach = 8 * width;
  Bytes near{value.begin > reach ? value.begin - reach : 0, std::min(line.size(), value.begin + 2 * reach)};
  while (near.begin > 0 && near.begin < value.begin && (line[near.begin] & 0xC0) == 0x80) ++near.begin;
  return near;
}

std::vector<Cell> cells_of(std::string_view line, Bytes near) {
  const std::vector<SecretStretch> secrets = secret_stretches(line);
  auto secret = secrets.begin();
  std::vector<Cell> cells;
  std::size_t width = 0;
  for (std::size_t at = near.begin; at < near.end;) {
    while (secret != secrets.end() && secret->end <= at) ++secret;
    Cell cell;
    if (secret != secrets.end() && secret->begin <= at) {
      cell = {std::string(kRedacted), kRedacted.size(), secret->begin, secret->end};
    } else {
      cell = cell_at(line, at);
      if (line[at] == '\t') {
        cell.width = kTabStop - width % kTabStop;
        cell.text.assign(cell.width, ' ');
      }
    }
    width += cell.width;
    at = cell.end;
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::size_t width_of(std::span<const Cell> cells) {
  return std::accumulate(cells.begin(), cells.end(), std::size_t{0},
                         [](std::size_t sum, const Cell& cell) { return sum + cell.width; });
}

// The cells [first, last) to show within `budget` columns: the line's beginning if the value is seen then,
// else the value with as much before it as after it.
struct Window {
  std::size_t first;
  std::size_t last;
};

Window window_around(std::span<const Cell> cells, std::size_t value_first, std::size_t value_last,
                     std::size_t budget) {
  Window window{0, 0};
  if (width_of(cells.first(value_last)) > budget) {
    const std::size_t value_width = width_of(cells.subspan(value_first, value_last - value_first));
    std::size_t before = value_width < budget ? (budget - value_width) / 2 : 0;
    window.first = value_first;
    while (window.first > 0 && cells[window.first - 1].width <= before) {
      before -= cells[--window.first].width;
    }
  }
  window.last = window.first;
  for (std::size_t used = 0; window.last < cells.size(); ++window.last) {
    used += cells[window.last].width;
    if (used > budget) break;
  }
  return window;
}

}  // namespace

Excerpt excerpt(std::string_view line, std::uint32_t column, std::uint32_t length, std::size_t width) {
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  const Bytes value = value_bytes(line, column, length);
  const Bytes near = neighbourhood(line, value, width);
  const std::vector<Cell> cells = cells_of(line, near);

  const auto first =
      std::ranges::find_if(cells, [&](const Cell& cell) { return cell.end > value.begin; }) - cells.begin();
  const auto last =
      std::ranges::find_if(cells, [&](const Cell& cell) { return cell.begin >= value.end; }) - cells.begin();
  const auto value_first = static_cast<std::size_t>(first);
  const std::size_t value_last = std::max(static_cast<std::size_t>(last), value_first);

  const bool whole = near.begin == 0 && near.end == line.size() && width_of(cells) <= width;
  const Window window =
      whole ? Window{0, cells.size()} : window_around(cells, value_first, value_last, width - 2);

  Excerpt out;
  if (window.first > 0 || near.begin > 0) {
    out.line += kCut;
    ++out.caret_at;
  }
  for (std::size_t i = window.first; i < window.last; ++i) out.line += cells[i].text;
  if (window.last < cells.size() || near.end < line.size()) out.line += kCut;

  const auto shown = [&](std::size_t from, std::size_t to) {
    const std::size_t end = std::min(to, window.last);
    return from < end ? width_of(std::span(cells).subspan(from, end - from)) : 0;
  };
  out.caret_at += shown(window.first, value_first);
  out.carets = std::max<std::size_t>(1, shown(value_first, value_last));
  return out;
}

}  // namespace holdfast::report
