#include "solver/pairing/inventory.h"

namespace holdfast::pairing {
namespace {

bool is_ve(InterfaceKind kind) {
  return kind == InterfaceKind::VirtualEthernet || kind == InterfaceKind::GlobalVe;
}

}  // namespace

Inventory::Inventory(const Network& net) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    const std::vector<Interface>& interfaces = net.devices[d].interfaces;
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
      const Interface& it = interfaces[i];
      const PortRef port{device, InterfaceId{i}};
      const PortRef parent{device, it.parent};
      if (!it.addresses.empty()) addressed.push_back(port);
      if (!it.pws.empty()) pw_acs.push_back(port);
      if (it.vsi || it.bridge_domain) vsi_acs.push_back(port);
      if (it.member_of) trunk_members.emplace_back(port, it.member_of->value);
      if (!it.vrrp.empty()) vrrp.push_back(port);
      if (it.ve_group) ve_mains.push_back(port);
      if (it.kind == InterfaceKind::EthTrunk) {
        if (!it.is_sub) trunks.push_back(port);
        if (it.is_sub && parent.valid()) trunk_subs.emplace_back(parent, port);
      } else if (is_ve(it.kind) && it.is_sub && parent.valid()) {
        ve_subs.emplace_back(parent, port);
      }
    }
  }
}

}  // namespace holdfast::pairing
