#include "solver/rules/support/ve_access.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace holdfast::rules {

using pairing::AcGroup;
using pairing::BgpSession;
using pairing::BgpSessionId;
using pairing::Pairing;
using pairing::PeerState;
using pairing::PortRef;

std::vector<VeAccess> ve_accesses(const Pairing& net) {
  std::vector<VeAccess> result;
  for (const AcGroup& group : net.ac_groups().all()) {
    if (!group.primary.valid() || !net.ve_groups().is_l2(group.ac)) continue;
    if (net[group.primary].is_static) continue;
    result.push_back({group.ac, &net[group.primary]});
  }
  return result;
}

std::vector<TrackedPrefix> tracked_prefixes(const Pairing& net) {
  std::map<std::tuple<DeviceId, std::string, IpPrefix>, TrackedPrefix> found;
  for (const VeAccess& access : ve_accesses(net)) {
    for (const TrackedRoute& route : net[access.port].tracked_routes) {
      if (!route.vpn_instance) continue;
      const IpPrefix prefix = route.prefix->network();
      TrackedPrefix& it = found[{access.port.device, **route.vpn_instance, prefix}];
      it.device = access.port.device;
      it.instance = **route.vpn_instance;
      it.prefix = prefix;
      it.routes.push_back(&route);
      it.ports.push_back(access.port);
    }
  }
  std::vector<TrackedPrefix> result;
  result.reserve(found.size());
  for (auto& [key, tracked] : found) result.push_back(std::move(tracked));
  return result;
}

std::string prefix_words(const IpPrefix& prefix) {
  return fmt::format("{} {}", to_string(prefix.address), prefix.length);
}

AddressFamily vpn_family_of(const IpPrefix& prefix) {
  return prefix.address.is_v6 ? AddressFamily::Vpnv6 : AddressFamily::Vpnv4;
}

std::vector<DeviceId> vpn_neighbours(const Pairing& net, DeviceId device, AddressFamily family) {
  std::vector<DeviceId> result;
  for (const BgpSessionId id : net.bgp_sessions().of_device(device)) {
    const BgpSession& session = net.bgp_sessions()[id];
    if (session.family != family || session.b_state != PeerState::Seen) continue;
    const DeviceId other = session.a.device == device ? session.b.device : session.a.device;
    if (std::ranges::find(result, other) == result.end()) result.push_back(other);
  }
  return result;
}

std::vector<std::string> unseen_vpn_peers(const Pairing& net, DeviceId device, AddressFamily family) {
  std::vector<std::string> result;
  for (const BgpSessionId id : net.bgp_sessions().of_device(device)) {
    const BgpSession& session = net.bgp_sessions()[id];
    if (session.family != family || session.b_state != PeerState::Unseen || !session.a.enabled()) continue;
    if (session.a.device == device) result.push_back(to_string(*session.a.peer->address));
  }
  return result;
}

const BgpFamily* instance_family(const Device& device, const std::string& instance, bool v6) {
  if (!device.bgp) return nullptr;
  const AddressFamily wanted = v6 ? AddressFamily::Ipv6 : AddressFamily::Ipv4;
  const auto at = std::ranges::find_if(device.bgp->families, [&](const BgpFamily& family) {
    return family.family == wanted && family.vpn_instance && **family.vpn_instance == instance;
  });
  return at == device.bgp->families.end() ? nullptr : &*at;
}

}  // namespace holdfast::rules
