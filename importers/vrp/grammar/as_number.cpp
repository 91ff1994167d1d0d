#include "importers/vrp/grammar/as_number.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace holdfast::vrp {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint64_t> number(std::string_view text, std::uint64_t max) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > max) return std::nullopt;
  return value;
}

}  // namespace

bool is_as_number_form(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return is_number(text);
  return is_number(text.substr(0, dot)) && is_number(text.substr(dot + 1));
}

std::optional<std::uint32_t> parse_as_number(std::string_view text) {
  if (!is_as_number_form(text)) return std::nullopt;
  constexpr std::uint64_t kWhole = std::numeric_limits<std::uint32_t>::max();
  constexpr std::uint64_t kHalf = std::numeric_limits<std::uint16_t>::max();
  const std::size_t dot = text.find('.');
  std::optional<std::uint64_t> value;
  if (dot == std::string_view::npos) {
    value = number(text, kWhole);
  } else {
    const auto high = number(text.substr(0, dot), kHalf);
    const auto low = number(text.substr(dot + 1), kHalf);
    if (high && low) value = *high << 16U | *low;
  }
  if (!value || *value == 0) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

}  // namespace holdfast::vrp
