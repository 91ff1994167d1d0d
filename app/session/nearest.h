#pragma once

// The name that a mistyped one most likely meant.

#include <span>
#include <string>
#include <string_view>

namespace holdfast::session {

// The candidate with the fewest letters to change, letter case aside; the first of several. Empty when even
// that one differs in more than a third of the letters.
std::string nearest(std::string_view text, std::span<const std::string> candidates);

// Equal, letter case aside.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace holdfast::session
