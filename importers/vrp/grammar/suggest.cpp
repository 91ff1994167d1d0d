#include "importers/vrp/grammar/suggest.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace holdfast::vrp {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool same(char a, char b) {
  return lower(a) == lower(b);
}

constexpr std::size_t kMaxLimit = 2;
constexpr std::size_t kWidth = 2 * kMaxLimit + 1;

// Row i of the table of distances between prefixes, only where j is within kMaxLimit of i: band[k] belongs to
// j = i + k - kMaxLimit.
using Band = std::array<std::size_t, kWidth>;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  limit = std::min(limit, kMaxLimit);
  const std::size_t more = limit + 1;
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return more;
  Band before_last;
  Band last;
  before_last.fill(more);
  last.fill(more);
  for (std::size_t i = 0; i <= a.size(); ++i) {
    Band row;
    row.fill(more);
    for (std::size_t k = 0; k < kWidth; ++k) {
      if (i + k < kMaxLimit || i + k - kMaxLimit > b.size()) continue;
      const std::size_t j = i + k - kMaxLimit;
      std::size_t best = i == 0 ? j : more;
      if (i > 0 && k + 1 < kWidth) best = std::min(best, last[k + 1] + 1);
      if (j > 0 && k > 0) best = std::min(best, row[k - 1] + 1);
      if (i > 0 && j > 0) best = std::min(best, last[k] + (same(a[i - 1], b[j - 1]) ? 0 : 1));
      if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1])) {
        best = std::min(best, before_last[k] + 1);
      }
      row[k] = std::min(best, more);
    }
    before_last = last;
    last = row;
  }
  return last[b.size() + kMaxLimit - a.size()];
}

std::vector<std::string_view> one_edit_away(std::string_view word,
                                            std::span<const std::string_view> candidates) {
  constexpr std::size_t kShortest = 3;
  std::vector<std::string_view> result;
  if (word.size() < kShortest) return result;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(result),
               [&](std::string_view candidate) { return edit_distance(word, candidate, 1) == 1; });
  return result;
}

}  // namespace holdfast::vrp
