#include "app/session/line_diff.h"

#include <algorithm>

#include "model/text_lines.h"

namespace holdfast::session {
namespace {

using Lines = std::vector<std::string_view>;

// The greedy search by Myers: furthest reaching paths for each number of edits. Returns the pairs of equal
// lines on a shortest path, in order.
std::vector<std::pair<std::size_t, std::size_t>> common_lines(const Lines& a, const Lines& b) {
  const auto n = static_cast<std::ptrdiff_t>(a.size());
  const auto m = static_cast<std::ptrdiff_t>(b.size());
  const std::ptrdiff_t most = n + m;
  std::vector<std::vector<std::ptrdiff_t>> history;  // furthest x by diagonal -d…d, for each d
  std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
    return reach[static_cast<std::size_t>(k + most + 1)];
  };
  std::ptrdiff_t edits = 0;
  for (bool done = false; !done; ++edits) {
    for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
      const bool down = k == -edits || (k != edits && at(k - 1) < at(k + 1));
      std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
      at(k) = x;
      done = done || (x >= n && x - k >= m);
    }
    history.emplace_back();
    for (std::ptrdiff_t k = -edits; k <= edits; ++k) history.back().push_back(at(k));
  }
  std::vector<std::pair<std::size_t, std::size_t>> common;
  std::ptrdiff_t x = n;
  std::ptrdiff_t y = m;
  for (std::ptrdiff_t d = edits - 1; d >= 0 && (x > 0 || y > 0); --d) {
    const std::ptrdiff_t k = x - y;
    const auto before = [&](std::ptrdiff_t diagonal) {
      const std::ptrdiff_t width = d - 1;
      return history[static_cast<std::size_t>(d - 1)][static_cast<std::size_t>(diagonal + width)];
    };
    const bool start = d == 0;
    const bool down = !start && (k == -d || (k != d && before(k - 1) < before(k + 1)));
    const std::ptrdiff_t from_k = down ? k + 1 : k - 1;
    const std::ptrdiff_t from_x = start ? 0 : before(from_k);
    const std::ptrdiff_t from_y = start ? 0 : from_x - from_k;
    const std::ptrdiff_t snake_x = start ? 0 : (down ? from_x : from_x + 1);
    while (x > snake_x && y > 0) {
      --x;
      --y;
      common.emplace_back(x, y);
    }
    x = from_x;
    y = from_y;
  }
  std::ranges::reverse(common);
  return common;
}

}  // namespace

std::vector<LineHunk> line_diff(std::string_view old_text, std::string_view new_text) {
  Lines a = lines_of(old_text);
  Lines b = lines_of(new_text);
  // What both begin and end with is common anyway.
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head),
                 lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  auto common = common_lines(middle(a), middle(b));
  common.emplace_back(a.size() - tail - head, b.size() - tail - head);
  std::vector<LineHunk> hunks;
  std::size_t x = 0;
  std::size_t y = 0;
  for (const auto& [next_x, next_y] : common) {
    if (next_x > x || next_y > y) hunks.push_back({x + head, next_x - x, y + head, next_y - y});
    x = next_x + 1;
    y = next_y + 1;
  }
  return hunks;
}

}  // namespace holdfast::session
