#include "app/session/nearest.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <vector>

namespace holdfast::session {
namespace {

char upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

// Letters to insert, leave out or replace; `limit` + 1 when there are more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (upper(a[i - 1]) == upper(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
    if (*std::ranges::min_element(row) > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, upper, upper);
}

std::string nearest(std::string_view text, std::span<const std::string> candidates) {
  std::size_t limit = std::max<std::size_t>(text.size() / 3, 1);
  std::string best;
  for (const std::string& candidate : candidates) {
    const std::size_t far = distance(text, candidate, limit);
    if (far > limit || (far == limit && !best.empty())) continue;
    best = candidate;
    limit = far;
  }
  return best;
}

}  // namespace holdfast::session
