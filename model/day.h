#pragma once

// Days as people write them: 2027-01-31.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

using Day = std::chrono::year_month_day;

// "2027-01-31", a day that the calendar has; else nothing.
std::optional<Day> parse_day(std::string_view text);

std::string day_text(Day day);

}  // namespace holdfast
