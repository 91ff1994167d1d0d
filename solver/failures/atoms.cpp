#include "solver/failures/atoms.h"

#include <utility>

namespace holdfast::failures {

template <class Map, class Key>
AtomId Atoms::known_or(Map& map, const Key& key, std::function<State(Failed)> ask) {
  const auto [at, is_new] = map.try_emplace(key, AtomId{atoms_.size()});
  if (is_new) {
    atoms_.emplace_back();
    atoms_.back().ask = std::move(ask);
  }
  return at->second;
}

AtomId Atoms::device_up(DeviceId device) {
  return known_or(devices_, device,
                  [this, device](Failed failed) { return plane_.interfaces().device_up(device, failed); });
}

// A sub-interface that is not shut down is up with its main interface.
AtomId Atoms::interface_up(PortRef port) {
  while (net_[port].is_sub && net_[port].parent.valid() && !*net_[port].shutdown)
    port.interface = net_[port].parent;
  return known_or(interfaces_, port,
                  [this, port](Failed failed) { return plane_.interfaces().up(port, failed); });
}

AtomId Atoms::pw_transport(pairing::PwEndId end) {
  const PwTransport::Key key = pws_.key_of(end);
  return known_or(pws_by_key_, key, [this, key](Failed failed) { return pws_.evaluate(key, failed); });
}

AtomId Atoms::etrunk_in_use(PortRef member) {
  return known_or(etrunks_, member,
                  [this, member](Failed failed) { return plane_.etrunks.in_use(member, failed); });
}

AtomId Atoms::vrrp_master(pairing::VrrpRef group) {
  return known_or(vrrps_, group, [this, group](Failed failed) { return plane_.vrrp.master(group, failed); });
}

AtomId Atoms::vpn_route(DeviceId device, const std::string& instance, const IpPrefix& prefix) {
  return known_or(routes_, std::tuple(device, instance, prefix.network()),
                  [this, device, instance, prefix](Failed failed) {
                    return plane_.vpn.held(device, instance, prefix, failed);
                  });
}

}  // namespace holdfast::failures
