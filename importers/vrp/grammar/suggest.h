#pragma once

// Words that a mistyped one may have meant. An edit is a byte inserted, left out or replaced, or two
// neighbours exchanged; letter case (ASCII) does not count.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace holdfast::vrp {

// The least number of edits that turn `a` into `b` (optimal string alignment: no stretch is edited twice), or
// `limit` + 1 if there are more than `limit`, which may be 0, 1 or 2. Takes time proportional to the length.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Those of `candidates` that are exactly one edit away from `word`, in their order. Words of one or two
// letters resemble too much: for them there is nothing.
std::vector<std::string_view> one_edit_away(std::string_view word,
                                            std::span<const std::string_view> candidates);

}  // namespace holdfast::vrp
