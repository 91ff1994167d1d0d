#include "solver/pairing/flows.h"

#include <algorithm>
#include <map>

#include "solver/pairing/disjoint_sets.h"

namespace holdfast::pairing {
namespace {

// The VPN instance that the L3VE interface behind an L2VE interface is bound to; null: none.
const MaybeFact<std::string>* vpn_behind(const Pairing& net, PortRef l2) {
  for (const PortRef l3 : net.ve_groups().l3_of(l2)) {
    if (net[l3].vpn_instance) return &net[l3].vpn_instance;
  }
  return nullptr;
}

class SiteFinder {
 public:
  SiteFinder(const Pairing& net, const Service& service)
      : net_(net), acs_(service.endpoints), sets_(acs_.size()) {
    for (std::size_t i = 0; i < acs_.size(); ++i) tie(i);
  }

  std::vector<Site> run() {
    std::map<std::size_t, std::size_t> site_of;
    std::vector<Site> result;
    for (std::size_t i = 0; i < acs_.size(); ++i) {
      const auto [at, is_new] = site_of.try_emplace(sets_.find(i), result.size());
      if (is_new) result.emplace_back();
      Site& site = result[at->second];
      site.acs.push_back(acs_[i]);
      site.vpn = site.vpn || net_.ve_groups().is_l2(acs_[i]);
    }
    for (Site& site : result) {
      std::ranges::sort(site.acs);
      site.arbitrated = site.acs.size() > 1 && std::ranges::any_of(site.acs, [this](PortRef ac) {
                          return net_.dual_homing().arbiter(ac).kind() != ArbiterKind::None;
                        });
    }
    std::stable_partition(result.begin(), result.end(), [](const Site& site) { return !site.vpn; });
    return result;
  }

 private:
  void tie(std::size_t i) {
    if (net_.ve_groups().is_l2(acs_[i])) {
      tie_vpn(i);
      return;
    }
    const Twin twin = net_.dual_homing().twin(acs_[i]);
    const auto other = std::ranges::find(acs_, twin.port);
    if (twin.port.valid() && other != acs_.end() && !net_.ve_groups().is_l2(twin.port)) {
      sets_.join(i, static_cast<std::size_t>(other - acs_.begin()));
    }
  }

  void tie_vpn(std::size_t i) {
    const MaybeFact<std::string>* mine = vpn_behind(net_, acs_[i]);
    for (std::size_t j = 0; j < i; ++j) {
      if (!net_.ve_groups().is_l2(acs_[j])) continue;
      const MaybeFact<std::string>* other = vpn_behind(net_, acs_[j]);
      if (mine != nullptr && other != nullptr && ***mine == ***other) sets_.join(i, j);
    }
  }

  const Pairing& net_;
  const std::vector<PortRef>& acs_;
  DisjointSets sets_;
};

// Prefixes that the VPN behind a site is to reach, one of each set of origins. What the site's own devices
// have directly is the near side and no destination.
std::vector<IpPrefix> destinations(const Pairing& net, const Site& vpn) {
  std::vector<IpPrefix> prefixes;
  for (const PortRef ac : vpn.acs) {
    for (const TrackedRoute& route : net[ac].tracked_routes) prefixes.push_back(route.prefix.value.network());
  }
  std::ranges::sort(prefixes);
  prefixes.erase(std::unique(prefixes.begin(), prefixes.end()), prefixes.end());
  if (!prefixes.empty()) return prefixes;

  std::map<std::vector<DeviceId>, IpPrefix> by_origin;
  const MaybeFact<std::string>* name = vpn_behind(net, vpn.acs.front());
  if (name == nullptr) return {};
  std::vector<IpPrefix> known;
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    const bool own = std::ranges::any_of(vpn.acs, [&](PortRef ac) { return ac.device == device; });
    if (own) continue;
    for (const Interface& it : net[device].interfaces) {
      if (!it.vpn_instance || **it.vpn_instance != ***name) continue;
      for (const auto& address : it.addresses) known.push_back(address->prefix.network());
    }
  }
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const IpPrefix& prefix : known) {
    std::vector<DeviceId> origins;
    for (const RouteOrigin& origin : net.vpn_routes().origins(prefix)) origins.push_back(origin.device);
    const bool near = std::ranges::any_of(
        vpn.acs, [&](PortRef ac) { return std::ranges::find(origins, ac.device) != origins.end(); });
    std::ranges::sort(origins);
    if (!origins.empty() && !near) by_origin.try_emplace(std::move(origins), prefix);
  }
  for (const auto& [origins, prefix] : by_origin) prefixes.push_back(prefix);
  return prefixes;
}

std::string unseen_peers(const Pairing& net, const Service& service) {
  std::string result;
  for (const PwEndId id : service.unseen) {
    if (net[id].peer == nullptr) continue;
    const std::string address = to_string(net[id].peer->value);
    if (result.find(address) != std::string::npos) continue;
    result += (result.empty() ? "" : ", ") + address;
  }
  return "the configuration of " + result;
}

}  // namespace

std::vector<Site> sites_of(const Pairing& net, const Service& service) {
  return SiteFinder(net, service).run();
}

std::vector<Flow> flows_of(const Pairing& net, const Service& service) {
  const std::vector<Site> sites = sites_of(net, service);
  std::vector<Flow> result;
  if (sites.size() == 1 && !sites.front().vpn && !service.unseen.empty()) {
    result.push_back({sites.front(), {}, {}, false, unseen_peers(net, service)});
    return result;
  }
  for (std::size_t i = 0; i < sites.size(); ++i) {
    for (std::size_t j = i + 1; j < sites.size(); ++j) {
      if (sites[i].vpn) continue;
      if (!sites[j].vpn) {
        result.push_back({sites[i], sites[j], {}, false, {}});
        continue;
      }
      const std::vector<IpPrefix> prefixes = destinations(net, sites[j]);
      for (const IpPrefix& prefix : prefixes) result.push_back({sites[i], sites[j], prefix, true, {}});
      if (prefixes.empty()) result.push_back({sites[i], sites[j], {}, false, {}});
    }
  }
  return result;
}

}  // namespace holdfast::pairing
