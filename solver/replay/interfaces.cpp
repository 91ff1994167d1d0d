#include "solver/replay/interfaces.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

bool is_switched(const Interface& interface) {
  return interface.kind == InterfaceKind::Vlanif;
}

std::vector<PortRef> members_of(const Network& net, PortRef trunk) {
  std::vector<PortRef> result;
  const auto& all = net[trunk.device].interfaces;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].member_of && **all[i].member_of == at(net, trunk).number) {
      result.push_back({trunk.device, InterfaceId{i}});
    }
  }
  return result;
}

}  // namespace

// Main interfaces first, as sub-interfaces and VLAN interfaces stand on them.
Interfaces::Interfaces(const Network& net, const Cabling& cabling, const Damage& damage)
    : net_(&net), cabling_(&cabling), damage_(&damage), states_(net.devices.size()) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) states_[d].resize(net.devices[d].interfaces.size());
  const auto fill = [&](auto wanted, auto judge) {
    for_each_interface(net, [&](PortRef port, const Interface& interface) {
      if (wanted(interface)) states_[port.device.index][port.interface.index] = judge(port);
    });
  };
  fill([](const Interface& it) { return !it.is_sub && !is_switched(it); },
       [this](PortRef port) { return main_interface(port); });
  fill([](const Interface& it) { return !it.is_sub && is_switched(it); },
       [this](PortRef port) { return vlan_interface(port); });
  fill([](const Interface& it) { return it.is_sub; }, [this](PortRef port) { return sub_interface(port); });
}

bool Interfaces::node_and_board(PortRef port) const {
  return !damage_->node(port.device) && !damage_->board(port.device, at(*net_, port).slot);
}

bool Interfaces::stands(PortRef port) const {
  return !*at(*net_, port).shutdown && node_and_board(port) && !damage_->port(port);
}

State Interfaces::main_interface(PortRef ref) const {
  switch (at(*net_, ref).kind) {
    case InterfaceKind::EthTrunk:
      return eth_trunk(ref);
    case InterfaceKind::Loopback:
    case InterfaceKind::Null:
    case InterfaceKind::Tunnel:
    case InterfaceKind::GlobalVe:
    case InterfaceKind::PwVe:
    case InterfaceKind::Vbdif:
    case InterfaceKind::VirtualTemplate:
    case InterfaceKind::IpTrunk:
    case InterfaceKind::MpGroup:
      return known(!*at(*net_, ref).shutdown && !damage_->node(ref.device) && !damage_->port(ref));
    case InterfaceKind::VirtualEthernet:
      return known(stands(ref));
    default:
      return port(ref);
  }
}

State Interfaces::port(PortRef ref) const {
  if (!stands(ref)) return kDown;
  const PhysicalLink* link = cabling_->link(ref);
  if (link == nullptr) return kUp;
  return known(!damage_->element(link->element) && stands(cabling_->far(ref)));
}

bool Interfaces::enough_members(PortRef trunk) const {
  if (at(*net_, trunk).kind != InterfaceKind::EthTrunk) return true;
  const std::vector<PortRef> members = members_of(*net_, trunk);
  const auto up = std::ranges::count_if(members, [this](PortRef member) { return port(member).up(); });
  const Interface& interface = at(*net_, trunk);
  const std::uint32_t least = interface.trunk ? *interface.trunk->least_active : 1;
  return members.empty() || up >= static_cast<std::ptrdiff_t>(least);
}

State Interfaces::eth_trunk(PortRef ref) const {
  if (!stands(ref) || !enough_members(ref)) return kDown;
  const PhysicalLink* link = cabling_->link(ref);
  if (link == nullptr) {
    if (!members_of(*net_, ref).empty()) return kUp;
    return unknown({DoubtKind::TrunkWithoutPorts, ref.device, at(*net_, ref).where});
  }
  const PortRef far = cabling_->far(ref);
  return known(!damage_->element(link->element) && stands(far) && enough_members(far));
}

bool Interfaces::allows_vlan(PortRef ref, std::uint32_t vlan) const {
  const Interface& interface = at(*net_, ref);
  if (interface.is_sub || !interface.switch_port) return false;
  const SwitchPort& port = *interface.switch_port;
  if (port.default_vlan && **port.default_vlan == vlan) return true;
  return std::ranges::any_of(port.allowed, [vlan](const Fact<VlanRange>& range) {
    return range->first <= vlan && vlan <= range->last;
  });
}

State Interfaces::vlan_interface(PortRef ref) const {
  if (!stands(ref)) return kDown;
  bool any = false;
  State result = kDown;
  const auto& all = (*net_)[ref.device].interfaces;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const PortRef port{ref.device, InterfaceId{i}};
    if (!allows_vlan(port, at(*net_, ref).number)) continue;
    any = true;
    result = either(result, state(port));
  }
  return any ? result : unknown({DoubtKind::VlanWithoutPort, ref.device, at(*net_, ref).where});
}

State Interfaces::sub_interface(PortRef ref) const {
  const Interface& interface = at(*net_, ref);
  if (*interface.shutdown) return kDown;
  if (!interface.parent.valid()) return known(node_and_board(ref));
  return state({ref.device, interface.parent});
}

}  // namespace holdfast::replay
