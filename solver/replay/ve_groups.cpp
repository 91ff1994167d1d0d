#include "solver/replay/ve_groups.h"

namespace holdfast::replay {

bool is_l2ve(const Network& net, PortRef port) {
  const auto& group = at(net, main_port(net, port)).ve_group;
  return group && (*group)->l2_terminate;
}

std::vector<PortRef> l3ve_of(const Network& net, PortRef l2) {
  std::vector<PortRef> result;
  if (!is_l2ve(net, l2)) return result;
  const std::uint32_t id = (*at(net, main_port(net, l2)).ve_group)->id;
  const Interface& inner = at(net, l2);
  const bool takes_all = !inner.is_sub && inner.vlans.empty();
  const Device& device = net[l2.device];
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const PortRef port{l2.device, InterfaceId{i}};
    const Interface& it = device.interfaces[i];
    const auto& group = at(net, main_port(net, port)).ve_group;
    if (!group || (*group)->l2_terminate || (*group)->id != id) continue;
    const bool routes = !it.addresses.empty() || it.unnumbered || it.vpn_instance;
    if (routes && (takes_all || vlans_meet(inner, it))) result.push_back(port);
  }
  return result;
}

}  // namespace holdfast::replay
