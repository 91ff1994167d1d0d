#pragma once

// Network addresses as plain values. Parsing accepts exactly the textual forms that devices print.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast {

// Host byte order.
struct Ipv4 {
  std::uint32_t bits = 0;
  friend constexpr auto operator<=>(Ipv4, Ipv4) = default;
};

// Network byte order.
struct Ipv6 {
  std::array<std::uint8_t, 16> bytes{};
  friend constexpr auto operator<=>(const Ipv6&, const Ipv6&) = default;
};

// The low 48 bits.
struct Mac {
  std::uint64_t bits = 0;
  friend constexpr auto operator<=>(Mac, Mac) = default;
};

// Either family; `v6` false means that `v4` holds.
struct IpAddress {
  bool is_v6 = false;
  Ipv4 v4;
  Ipv6 v6;
  friend constexpr auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

// An address with a prefix length of 0–32 or 0–128; host bits may be set (an interface address) or not (a
// route).
struct IpPrefix {
  IpAddress address;
  std::uint8_t length = 0;

  IpPrefix network() const;  // host bits cleared
  bool contains(const IpAddress& other) const;
  friend constexpr auto operator<=>(const IpPrefix&, const IpPrefix&) = default;
};

std::optional<Ipv4> parse_ipv4(std::string_view text);
std::optional<Ipv6> parse_ipv6(std::string_view text);
std::optional<IpAddress> parse_ip(std::string_view text);
std::optional<Mac> parse_mac(std::string_view text);                // H-H-H, or six groups with : or -
std::optional<std::uint8_t> parse_mask(std::string_view text);      // 255.255.255.0 or 24; gaps are refused
std::optional<std::uint8_t> parse_wildcard(std::string_view text);  // 0.0.0.255 or 0 → prefix length

std::string to_string(Ipv4 address);
std::string to_string(const Ipv6& address);
std::string to_string(const IpAddress& address);
std::string to_string(const IpPrefix& prefix);
std::string to_string(Mac mac);  // 00e0-fc00-0001

inline IpAddress ip(Ipv4 a) {
  return {false, a, {}};
}
inline IpAddress ip(const Ipv6& a) {
  return {true, {}, a};
}

}  // namespace holdfast
