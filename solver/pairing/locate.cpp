#include "solver/pairing/locate.h"

#include <algorithm>

namespace holdfast::pairing {
namespace {

// Adds every device once per key; equal keys come one after another.
template <class Key>
void add_once(FlatIndex<Key, DeviceId>& to, const Key& key, std::vector<DeviceId> devices) {
  std::ranges::sort(devices);
  devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
  for (const DeviceId device : devices) to.add(key, device);
}

// A copy of the index in which a key has each device once.
template <class Key>
FlatIndex<Key, DeviceId> each_once(FlatIndex<Key, DeviceId>& from) {
  from.seal();
  FlatIndex<Key, DeviceId> result;
  from.for_each_key([&](const Key& key, std::span<const DeviceId> devices) {
    if (devices.size() == 1) {
      result.add(key, devices.front());
    } else {
      add_once(result, key, {devices.begin(), devices.end()});
    }
  });
  result.seal();
  return result;
}

}  // namespace

PeerState state_of(const Located& found) {
  if (found.unseen()) return PeerState::Unseen;
  return found.ambiguous() ? PeerState::Ambiguous : PeerState::Seen;
}

Locator::Locator(const Network& net, const Inventory& inventory) : net_(&net) {
  FlatIndex<Ipv4, DeviceId> lsr_ids;
  FlatIndex<Ipv4, DeviceId> loopbacks;
  FlatIndex<IpAddress, DeviceId> global;
  FlatIndex<std::pair<std::string_view, IpAddress>, DeviceId> instances;
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const auto& lsr_id = net.devices[d].mpls.lsr_id;
    if (!lsr_id) continue;
    lsr_ids.add(**lsr_id, DeviceId{d});
    global.add(ip(**lsr_id), DeviceId{d});
  }
  for (const PortRef port : inventory.addressed) {
    const Interface& interface = get(net, port);
    for (const Fact<InterfaceAddress>& address : interface.addresses) {
      const IpAddress& value = address->prefix.address;
      ports_.add(value, {port, &address});
      if (interface.vpn_instance) {
        instances.add({interface.vpn_instance->value, value}, port.device);
        continue;
      }
      global.add(value, port.device);
      if (interface.kind == InterfaceKind::Loopback && !value.is_v6) loopbacks.add(value.v4, port.device);
    }
  }
  ports_.seal();
  by_lsr_id_ = each_once(lsr_ids);
  by_loopback_ = each_once(loopbacks);
  global_ = each_once(global);
  in_instance_ = each_once(instances);
  by_lsr_id_.for_each_key([this](Ipv4 lsr_id, std::span<const DeviceId> devices) {
    if (devices.size() > 1) shared_.push_back({lsr_id, {devices.begin(), devices.end()}});
  });
}

Located Locator::device_of(Ipv4 peer) const {
  const Located by_lsr_id{by_lsr_id_.find(peer)};
  return by_lsr_id.unseen() ? Located{by_loopback_.find(peer)} : by_lsr_id;
}

Located Locator::owner_of(const IpAddress& address) const {
  return {global_.find(address)};
}

Located Locator::owner_of(const IpAddress& address, std::string_view vpn_instance) const {
  return vpn_instance.empty() ? owner_of(address) : Located{in_instance_.find({vpn_instance, address})};
}

std::span<const AddressOwner> Locator::interfaces_with(const IpAddress& address) const {
  return ports_.find(address);
}

bool Locator::owns(DeviceId device, const IpAddress& address) const {
  const auto at_device = [device](const AddressOwner& owner) { return owner.port.device == device; };
  return std::ranges::any_of(interfaces_with(address), at_device) ||
         (!address.is_v6 && lsr_id(device) == address.v4);
}

std::optional<Ipv4> Locator::lsr_id(DeviceId device) const {
  const auto& lsr_id = (*net_)[device].mpls.lsr_id;
  return lsr_id ? std::optional(lsr_id->value) : std::nullopt;
}

}  // namespace holdfast::pairing
