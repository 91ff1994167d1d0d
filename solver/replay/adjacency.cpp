#include "solver/replay/adjacency.h"

#include <map>

#include "solver/replay/ports.h"

namespace holdfast::replay {

Adjacencies::Adjacencies(const Network& net, const Cabling& cabling) : hops_(net.devices.size()) {
  std::map<IpPrefix, std::vector<std::pair<PortRef, IpPrefix>>> subnets;
  for_each_interface(net, [&](PortRef port, const Interface& interface) {
    if (interface.vpn_instance) return;
    for (const bool v6 : {false, true}) {
      if (const auto own = primary_address(interface, v6)) {
        subnets[own->network()].emplace_back(port, *own);
      }
    }
  });
  for (const auto& [subnet, members] : subnets) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const auto& [a, a_address] = members[i];
        const auto& [b, b_address] = members[j];
        if (a.device == b.device || a_address == b_address || !cabling.allows(a, b)) continue;
        all_.push_back({a, b, a_address, b_address});
      }
    }
  }
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const Adjacency& it = all_[i];
    hops_[it.a.device.index].push_back({i, it.a, it.b, it.b_address.address});
    hops_[it.b.device.index].push_back({i, it.b, it.a, it.a_address.address});
  }
}

}  // namespace holdfast::replay
