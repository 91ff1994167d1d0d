#pragma once

// Small questions about one device's interfaces.

#include <optional>
#include <string_view>
#include <vector>

#include "model/network.h"

namespace holdfast::replay {

const Interface& at(const Network& net, PortRef port);
// A sub-interface's main interface where that is configured, else the interface itself.
PortRef main_port(const Network& net, PortRef port);
// Invalid when the device has no such interface.
PortRef find_port(const Network& net, DeviceId device, std::string_view name);
// NULL0 is there without being configured; what is sent to it is dropped.
inline bool is_null(std::string_view interface) {
  return interface.starts_with("NULL");
}
// The first address of the family that is not a secondary one.
std::optional<IpPrefix> primary_address(const Interface& interface, bool v6);
bool has_address(const Interface& interface, const IpAddress& address);
// Both readable, and different.
bool keys_differ(const MaybeFact<Secret>& a, const MaybeFact<Secret>& b);

// Every interface of the network, in order.
template <class Visit>
void for_each_interface(const Network& net, Visit visit) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    for (std::size_t i = 0; i < net.devices[d].interfaces.size(); ++i) {
      visit(PortRef{DeviceId{d}, InterfaceId{i}}, net.devices[d].interfaces[i]);
    }
  }
}

// Whether some frame is taken by both.
bool vlans_meet(const Interface& a, const Interface& b);

}  // namespace holdfast::replay
