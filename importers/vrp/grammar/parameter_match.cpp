#include "importers/vrp/grammar/parameter_match.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "importers/vrp/grammar/as_number.h"
#include "model/address.h"

namespace holdfast::vrp {
namespace {

constexpr Taken kNone{0, false};
constexpr Taken kOne{1, false};
constexpr Taken kOneOutOfRange{1, true};

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

Taken if_true(bool accepted) {
  return accepted ? kOne : kNone;
}

bool in_ranges(const std::vector<Range>& ranges, std::uint64_t value) {
  return ranges.empty() ||
         std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return range.contains(value); });
}

Taken integer(const Parameter& parameter, std::string_view text) {
  if (!all_digits(text)) return kNone;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool fits = error == std::errc{} && in_ranges(parameter.ranges, value);
  return fits ? kOne : kOneOutOfRange;
}

Taken text_of_length(const Parameter& parameter, std::string_view text) {
  return in_ranges(parameter.ranges, unquoted(text).size()) ? kOne : kOneOutOfRange;
}

// A dotted mask with a gap, or a length above 32, has the form but not the value.
Taken mask(std::string_view text) {
  if (parse_mask(text)) return kOne;
  return all_digits(text) || parse_ipv4(text) ? kOneOutOfRange : kNone;
}

Taken prefix(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return kNone;
  const auto address = parse_ip(text.substr(0, slash));
  const std::string_view length = text.substr(slash + 1);
  if (!address || !all_digits(length)) return kNone;
  const int max = address->is_v6 ? 128 : 32;
  int value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  return error == std::errc{} && value <= max ? kOne : kOneOutOfRange;
}

bool is_mac(std::string_view text) {
  return text.find(':') == std::string_view::npos && parse_mac(text).has_value();
}

// The vendor's forms: 16-bit number:32-bit number, address:16-bit number, 32-bit number:16-bit number, and
// x.y:16-bit number. The ranges of the parts are not looked at.
bool is_route_distinguisher(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return all_digits(text);
  const std::string_view head = text.substr(0, colon);
  if (!all_digits(text.substr(colon + 1))) return false;
  if (all_digits(head) || parse_ipv4(head)) return true;
  const std::size_t dot = head.find('.');
  return dot != std::string_view::npos && all_digits(head.substr(0, dot)) && all_digits(head.substr(dot + 1));
}

Taken as_number(std::string_view text) {
  if (!is_as_number_form(text)) return kNone;
  return parse_as_number(text) ? kOne : kOneOutOfRange;
}

bool is_hex(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  return !text.empty() && std::all_of(text.begin(), text.end(), is_hex_digit);
}

// Numbers with / . : between them: 0, 0/1/0, 0/1/0.10, 0/1/0:1. Returns where they start; `text.size()` if
// there are none at the end.
std::size_t start_of_numbers(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    const char c = text[start - 1];
    const bool separator = c == '/' || c == '.' || c == ':';
    if (!is_digit(c) && !(separator && start < text.size() && is_digit(text[start]))) break;
    --start;
  }
  if (start < text.size() && !is_digit(text[start])) return text.size();
  return start;
}

// GigabitEthernet, Eth-Trunk, 100GE, 50|100GE: ends in a letter.
bool is_interface_type(std::string_view text) {
  return !text.empty() && is_letter(text.back()) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '|' || c == '_';
  });
}

Taken interface(std::span<const Token> rest) {
  const std::string_view text = rest[0].text;
  const std::size_t numbers = start_of_numbers(text);
  if (numbers < text.size()) return if_true(is_interface_type(text.substr(0, numbers)));
  if (rest.size() < 2 || !is_interface_type(text)) return kNone;
  return start_of_numbers(rest[1].text) == 0 ? Taken{2, false} : kNone;
}

}  // namespace

Taken take(const Parameter& parameter, std::span<const Token> rest) {
  const std::string_view text = rest[0].text;
  switch (parameter.kind) {
    case ParameterKind::Any:
    case ParameterKind::Secret:
      return kOne;
    case ParameterKind::Integer:
    case ParameterKind::Limit:
      return integer(parameter, text);
    case ParameterKind::Text:
    case ParameterKind::Reference:
    case ParameterKind::Definition:
      return text_of_length(parameter, text);
    case ParameterKind::Ip4:
      return if_true(parse_ipv4(text).has_value());
    case ParameterKind::Ip6:
      return if_true(parse_ipv6(text).has_value());
    case ParameterKind::Ip:
      return if_true(parse_ip(text).has_value());
    case ParameterKind::Prefix:
      return prefix(text);
    case ParameterKind::Mask:
      return mask(text);
    case ParameterKind::Mac:
      return if_true(is_mac(text));
    case ParameterKind::Interface:
      return interface(rest);
    case ParameterKind::RouteDistinguisher:
      return if_true(is_route_distinguisher(text));
    case ParameterKind::AsNumber:
      return as_number(text);
    case ParameterKind::Hex:
      return if_true(is_hex(text));
    case ParameterKind::Rest:
      return {static_cast<std::uint16_t>(rest.size()), false};
  }
  return kNone;
}

}  // namespace holdfast::vrp
