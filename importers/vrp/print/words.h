#pragma once

// Values in VRP's own words.

#include <string>
#include <string_view>

#include "importers/vrp/print/writer.h"
#include "model/address.h"
#include "model/pseudowire.h"
#include "model/routing.h"

namespace holdfast::vrp {

std::string_view pw_word(VcType type);  // on the line of a PW: "raw", "tagged", "ip-interworking"
std::string_view encapsulation_word(
    VcType type);  // of a switched PW or a VSI: "ethernet", "vlan", "satop-e1"
std::string_view flow_label_word(FlowLabel label);
std::string_view level_word(IsisLevel level);

// `delay 60 resume 20`; what is the default is left out where the line allows it.
std::string reroute_words(const Reroute& reroute);

std::string mask(std::uint8_t length);      // 255.255.255.252
std::string wildcard(std::uint8_t length);  // 0.0.0.3

// What stands behind `authentication-mode`; empty when nothing is configured.
std::string authentication_words(const Writer& writer, const MaybeFact<std::string>& mode,
                                 const MaybeFact<std::uint32_t>& key_id, const MaybeFact<Secret>& key);

}  // namespace holdfast::vrp

// Addresses print themselves.
template <>
struct fmt::formatter<holdfast::Ipv4> : fmt::formatter<std::string> {
  auto format(holdfast::Ipv4 address, fmt::format_context& context) const {
    return fmt::formatter<std::string>::format(to_string(address), context);
  }
};
template <>
struct fmt::formatter<holdfast::IpAddress> : fmt::formatter<std::string> {
  auto format(const holdfast::IpAddress& address, fmt::format_context& context) const {
    return fmt::formatter<std::string>::format(to_string(address), context);
  }
};
template <>
struct fmt::formatter<holdfast::Mac> : fmt::formatter<std::string> {
  auto format(holdfast::Mac mac, fmt::format_context& context) const {
    return fmt::formatter<std::string>::format(to_string(mac), context);
  }
};
