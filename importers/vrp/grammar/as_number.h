#pragma once

// Numbers of autonomous systems as devices write them: 65546, or 1.10 for the same.

#include <cstdint>
#include <optional>
#include <string_view>

namespace holdfast::vrp {

// Whether the text has one of the two forms, be the number in range or not.
bool is_as_number_form(std::string_view text);

// The number, 1–4294967295; nothing for anything else.
std::optional<std::uint32_t> parse_as_number(std::string_view text);

}  // namespace holdfast::vrp
