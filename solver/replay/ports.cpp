#include "solver/replay/ports.h"

#include <algorithm>

namespace holdfast::replay {
namespace {

bool overlap(std::uint16_t a_first, std::uint16_t a_last, std::uint16_t b_first, std::uint16_t b_last) {
  return a_first <= b_last && b_first <= a_last;
}

bool matches_meet(const VlanMatch& a, const VlanMatch& b) {
  if (a.outer_first == 0 || b.outer_first == 0) return a.kind == b.kind;
  if (!overlap(a.outer_first, a.outer_last, b.outer_first, b.outer_last)) return false;
  if (a.inner_first == 0 || b.inner_first == 0) return a.inner_first == b.inner_first;
  return overlap(a.inner_first, a.inner_last, b.inner_first, b.inner_last);
}

}  // namespace

const Interface& at(const Network& net, PortRef port) {
  return net[port.device][port.interface];
}

PortRef main_port(const Network& net, PortRef port) {
  const InterfaceId parent = at(net, port).parent;
  return parent.valid() ? PortRef{port.device, parent} : port;
}

PortRef find_port(const Network& net, DeviceId device, std::string_view name) {
  const InterfaceId id = net[device].find_interface(name);
  return id.valid() ? PortRef{device, id} : PortRef{};
}

std::optional<IpPrefix> primary_address(const Interface& interface, bool v6) {
  for (const Fact<InterfaceAddress>& address : interface.addresses) {
    if (address->prefix.address.is_v6 == v6 && !address->secondary) return address->prefix;
  }
  return std::nullopt;
}

bool has_address(const Interface& interface, const IpAddress& address) {
  return std::ranges::any_of(
      interface.addresses, [&](const Fact<InterfaceAddress>& own) { return own->prefix.address == address; });
}

bool keys_differ(const MaybeFact<Secret>& a, const MaybeFact<Secret>& b) {
  return a && b && (*a)->form == SecretForm::Clear && (*b)->form == SecretForm::Clear &&
         (*a)->fingerprint != (*b)->fingerprint;
}

bool vlans_meet(const Interface& a, const Interface& b) {
  if (a.vlans.empty() || b.vlans.empty()) return a.vlans.empty() && b.vlans.empty();
  return std::ranges::any_of(a.vlans, [&](const Fact<VlanMatch>& one) {
    return std::ranges::any_of(b.vlans,
                               [&](const Fact<VlanMatch>& other) { return matches_meet(*one, *other); });
  });
}

}  // namespace holdfast::replay
