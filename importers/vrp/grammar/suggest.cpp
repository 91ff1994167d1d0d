#include "importers/vrp/grammar/suggest.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace holdfast::vrp {
namespace {

constexpr std::size_t kShortest = 3;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool same(char a, char b) {
  return lower(a) == lower(b);
}

}  // namespace

// What is left between a common start and a common end is the edit.
bool one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto start = std::ranges::mismatch(a, b, same);
  a.remove_prefix(static_cast<std::size_t>(start.in1 - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(start.in2 - b.begin()));
  while (!a.empty() && same(a.back(), b.back())) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (b.size() == 1) return true;
  return a.size() == 2 && b.size() == 2 && same(a[0], b[1]) && same(a[1], b[0]);
}

std::vector<std::string_view> one_edit_away(std::string_view word,
                                            std::span<const std::string_view> candidates) {
  std::vector<std::string_view> result;
  if (word.size() < kShortest) return result;
  std::ranges::copy_if(candidates, std::back_inserter(result),
                       [&](std::string_view candidate) { return one_edit_apart(word, candidate); });
  return result;
}

void WordsByLength::add(std::string_view word) {
  if (by_length_.size() <= word.size()) by_length_.resize(word.size() + 1);
  by_length_[word.size()].push_back({size_++, word});
}

std::optional<std::string_view> WordsByLength::one_edit_away(std::string_view word) const {
  if (word.size() < kShortest) return std::nullopt;
  const Entry* first = nullptr;
  for (std::size_t length = word.size() - 1; length <= word.size() + 1; ++length) {
    if (length >= by_length_.size()) break;
    const std::vector<Entry>& entries = by_length_[length];
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& entry) { return one_edit_apart(word, entry.word); });
    if (found != entries.end() && (first == nullptr || found->order < first->order)) first = &*found;
  }
  if (first == nullptr) return std::nullopt;
  return first->word;
}

}  // namespace holdfast::vrp
