#include "model/address.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fmt/format.h>

namespace holdfast {
namespace {

// Takes a decimal number of at most `max` off the front of `text`.
std::optional<std::uint32_t> take_decimal(std::string_view& text, std::uint32_t max) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > max) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

// Takes 1–4 hexadecimal digits.
std::optional<std::uint16_t> take_hex_group(std::string_view& text) {
  std::uint16_t value = 0;
  const std::string_view head = text.substr(0, 4);
  const auto [end, error] = std::from_chars(head.data(), head.data() + head.size(), value, 16);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - head.data()));
  return value;
}

std::optional<std::uint8_t> length_of_mask_bits(std::uint32_t mask) {
  if ((~mask & (~mask + 1)) != 0) return std::nullopt;  // a gap
  return static_cast<std::uint8_t>(std::popcount(mask));
}

}  // namespace

std::optional<Ipv4> parse_ipv4(std::string_view text) {
  std::uint32_t bits = 0;
  for (int i = 0; i < 4; ++i) {
    if (i > 0 && !take(text, '.')) return std::nullopt;
    const auto part = take_decimal(text, 255);
    if (!part) return std::nullopt;
    bits = bits << 8 | *part;
  }
  if (!text.empty()) return std::nullopt;
  return Ipv4{bits};
}

std::optional<Ipv6> parse_ipv6(std::string_view text) {
  std::array<std::uint16_t, 8> groups{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;
  if (text.size() < 2 || text.size() > 45) return std::nullopt;
  if (text.starts_with("::")) {
    gap = 0;
    text.remove_prefix(2);
  }
  while (!text.empty()) {
    if (count == groups.size()) return std::nullopt;
    if (text.find('.') != std::string_view::npos && text.find(':') == std::string_view::npos) {
      const auto tail = parse_ipv4(text);
      if (!tail || count > groups.size() - 2) return std::nullopt;
      groups[count++] = static_cast<std::uint16_t>(tail->bits >> 16);
      groups[count++] = static_cast<std::uint16_t>(tail->bits & 0xffff);
      break;
    }
    const auto group = take_hex_group(text);
    if (!group) return std::nullopt;
    groups[count++] = *group;
    if (text.empty()) break;
    if (!take(text, ':') || text.empty()) return std::nullopt;
    if (text.front() == ':') {
      if (gap) return std::nullopt;
      gap = count;
      text.remove_prefix(1);
    }
  }
  if (gap ? count == groups.size() : count != groups.size()) return std::nullopt;
  Ipv6 result;
  const std::size_t missing = groups.size() - count;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = gap && i >= *gap ? i + missing : i;
    result.bytes[2 * at] = static_cast<std::uint8_t>(groups[i] >> 8);
    result.bytes[2 * at + 1] = static_cast<std::uint8_t>(groups[i] & 0xff);
  }
  return result;
}

std::optional<IpAddress> parse_ip(std::string_view text) {
  if (const auto v4 = parse_ipv4(text)) return ip(*v4);
  if (const auto v6 = parse_ipv6(text)) return ip(*v6);
  return std::nullopt;
}

std::optional<Mac> parse_mac(std::string_view text) {
  std::uint64_t bits = 0;
  int groups = 0;
  const char separator = text.find(':') != std::string_view::npos ? ':' : '-';
  while (!text.empty()) {
    if (groups > 0 && !take(text, separator)) return std::nullopt;
    const std::size_t before = text.size();
    const auto group = take_hex_group(text);
    if (!group || groups == 6) return std::nullopt;
    if (separator == ':' && before - text.size() > 2) return std::nullopt;
    bits = bits << (separator == ':' ? 8 : 16) | *group;
    ++groups;
  }
  if (groups != (separator == ':' ? 6 : 3)) return std::nullopt;
  return Mac{bits};
}

std::optional<std::uint8_t> parse_mask(std::string_view text) {
  if (const auto dotted = parse_ipv4(text)) return length_of_mask_bits(dotted->bits);
  const auto length = take_decimal(text, 32);
  if (!length || !text.empty()) return std::nullopt;
  return static_cast<std::uint8_t>(*length);
}

std::optional<std::uint8_t> parse_wildcard(std::string_view text) {
  if (text == "0") return std::uint8_t{32};
  const auto dotted = parse_ipv4(text);
  if (!dotted) return std::nullopt;
  return length_of_mask_bits(~dotted->bits);
}

IpPrefix IpPrefix::network() const {
  IpPrefix result = *this;
  if (!address.is_v6) {
    const std::uint32_t mask = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
    result.address.v4.bits &= mask;
    return result;
  }
  for (std::size_t i = 0; i < result.address.v6.bytes.size(); ++i) {
    const int kept = std::clamp(static_cast<int>(length) - static_cast<int>(8 * i), 0, 8);
    result.address.v6.bytes[i] =
        static_cast<std::uint8_t>(result.address.v6.bytes[i] & (0xff00 >> kept & 0xff));
  }
  return result;
}

bool IpPrefix::contains(const IpAddress& other) const {
  if (other.is_v6 != address.is_v6) return false;
  return IpPrefix{other, length}.network() == network();
}

std::string to_string(Ipv4 address) {
  return fmt::format("{}.{}.{}.{}", address.bits >> 24, address.bits >> 16 & 0xff, address.bits >> 8 & 0xff,
                     address.bits & 0xff);
}

std::string to_string(const Ipv6& address) {
  std::array<unsigned, 8> groups{};
  for (std::size_t i = 0; i < 8; ++i) {
    groups[i] = static_cast<unsigned>(address.bytes[2 * i]) << 8 | address.bytes[2 * i + 1];
  }
  std::size_t best = 8;
  std::size_t best_length = 1;  // a single zero group is not shortened (RFC 5952 §4.2.2)
  for (std::size_t i = 0; i < 8; ++i) {
    std::size_t run = 0;
    while (i + run < 8 && groups[i + run] == 0) ++run;
    if (run > best_length) {
      best = i;
      best_length = run;
    }
  }
  std::string text;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == best) {
      text += "::";
      i += best_length - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    text += fmt::format("{:x}", groups[i]);
  }
  return text;
}

std::string to_string(const IpAddress& address) {
  return address.is_v6 ? to_string(address.v6) : to_string(address.v4);
}

std::string to_string(const IpPrefix& prefix) {
  return fmt::format("{}/{}", to_string(prefix.address), prefix.length);
}

std::string to_string(Mac mac) {
  return fmt::format("{:04x}-{:04x}-{:04x}", mac.bits >> 32 & 0xffff, mac.bits >> 16 & 0xffff,
                     mac.bits & 0xffff);
}

}  // namespace holdfast
