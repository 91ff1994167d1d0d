#pragma once

// Names for parts of a network that stand on one device: a port, a VSI, an E-Trunk. Plain values; they are
// valid for the network they were made from.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/network.h"

namespace holdfast::pairing {

using holdfast::PortRef;

// An object that its device keeps in a vector; `index` is the position there.
template <class Tag>
struct PartRef {
  DeviceId device;
  std::uint32_t index = 0;

  constexpr bool valid() const { return device.valid(); }
  friend constexpr auto operator<=>(const PartRef&, const PartRef&) = default;
};
using VsiRef = PartRef<struct VsiTag>;            // in Device::vsis
using EtrunkRef = PartRef<struct EtrunkTag>;      // in Device::etrunks
using BfdRef = PartRef<struct BfdTag>;            // in Device::bfd_sessions
using SwitchedRef = PartRef<struct SwitchedTag>;  // in Device::switched_pws

// One VRID of an interface; `index` is the position in Interface::vrrp.
struct VrrpRef {
  PortRef port;
  std::uint32_t index = 0;

  constexpr bool valid() const { return port.valid(); }
  friend constexpr auto operator<=>(const VrrpRef&, const VrrpRef&) = default;
};

inline const Interface& get(const Network& net, PortRef ref) {
  return net[ref.device][ref.interface];
}
inline const Vsi& get(const Network& net, VsiRef ref) {
  return net[ref.device].vsis[ref.index];
}
inline const Etrunk& get(const Network& net, EtrunkRef ref) {
  return net[ref.device].etrunks[ref.index];
}
inline const BfdSession& get(const Network& net, BfdRef ref) {
  return net[ref.device].bfd_sessions[ref.index];
}
inline const SwitchedPw& get(const Network& net, SwitchedRef ref) {
  return net[ref.device].switched_pws[ref.index];
}
inline const VrrpGroup& get(const Network& net, VrrpRef ref) {
  return get(net, ref.port).vrrp[ref.index];
}

// "PE1:GigabitEthernet0/1/0"
std::string port_name(const Network& net, PortRef port);

// Whether "DEV:IF" of one precedes that of the other.
bool name_precedes(const Network& net, PortRef a, PortRef b);

// By name; invalid when there is none or several have it.
DeviceId find_device(const Network& net, std::string_view name);
PortRef find_port(const Network& net, std::string_view device, std::string_view interface);

// The main interface of a sub-interface when it is configured, else the interface itself.
PortRef parent_port(const Network& net, PortRef port);

}  // namespace holdfast::pairing
