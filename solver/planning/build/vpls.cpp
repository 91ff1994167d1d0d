// Multipoint services: hubs in full mesh, UPEs on two SPEs.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

std::string vsi_name(const Site& site, const PlannedService& service) {
  return site.intent.services[service.service].name;
}

Vsi& vsi_on(Site& site, std::size_t device, const PlannedService& service) {
  std::vector<Vsi>& all = site.at(device).device().vsis;
  const std::string name = vsi_name(site, service);
  const auto known = std::ranges::find(all, name, &Vsi::name);
  if (known != all.end()) return *known;
  const Device* const standing = site.existing.at(device);
  if (standing != nullptr && std::ranges::find(standing->vsis, name, &Vsi::name) != standing->vsis.end()) {
    site.conflicts.push_back({site.intent.services[service.service].where,
                              fmt::format("service {}: {} has a VSI of that name", name, site.name(device))});
  }
  Vsi& made = all.emplace_back();
  made.name = name;
  made.signalling = VsiSignalling::Ldp;
  made.vsi_id = said(service.vsi_id);
  made.mac_withdraw = said(true);
  made.interface_status_change = said(true);
  return made;
}

void add_peer(Site& site, Vsi& vsi, std::size_t peer, bool upe, const std::optional<std::string>& policy) {
  VsiPeer& made = vsi.peers.emplace_back();
  made.address = said(site.loopback(peer));
  if (policy) made.tunnel_policy = said(*policy);
  if (!upe) return;
  made.upe = said(true);
  made.pw_name = said(fmt::format("spoke-{}", vsi.peers.size()));
  made.track_hub_pw = said(true);
}

void build_spoke(Site& site, Tunnels& tunnels, const PlannedService& service,
                 const std::vector<PlannedPw>& pws) {
  constexpr std::uint32_t kDelay = 60;
  const std::size_t upe = pws.front().a;
  const auto policy = policy_at_near_end(tunnels, pws);
  Vsi& vsi = vsi_on(site, upe, service);
  ProtectGroup& group = vsi.groups.emplace_back();
  group.name = "spokes";
  group.mode = said(ProtectMode::Master);
  group.reroute = said(Reroute{ReroutePolicy::Delay, kDelay, Reroute{}.resume});
  std::uint32_t preference = 0;
  for (const PlannedPw& pw : pws) {
    join_by_ldp(site, pw.a, pw.b);
    add_peer(site, vsi, pw.b, false, policy);
    group.members.push_back({said(site.loopback(pw.b)), {}, said(++preference), {}});
    Vsi& at_spe = vsi_on(site, pw.b, service);
    add_peer(site, at_spe, upe, true, policy_at_far_end(tunnels, {pw}));
    at_spe.upe_upe_withdraw = at_spe.upe_npe_withdraw = at_spe.npe_upe_withdraw = said(true);
  }
}

}  // namespace

// SPEs mesh with the hubs, not with each other: a PW between them would stay up when the core is lost, and
// with it the spokes that track it.
void build_vpls(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service) {
  for (std::size_t i = 0; i + 1 < service.pws.size(); i += 2) {
    build_spoke(site, tunnels, service, {service.pws[i], service.pws[i + 1]});
  }
  for (const std::size_t hub : service.hubs) {
    for (const std::size_t other : service.spes) {
      if (other == hub) continue;
      join_by_ldp(site, hub, other);
      add_peer(site, vsi_on(site, hub, service), other, false, {});
      add_peer(site, vsi_on(site, other, service), hub, false, {});
    }
    for (const std::size_t other : service.hubs) {
      if (other == hub) continue;
      join_by_ldp(site, hub, other);
      add_peer(site, vsi_on(site, hub, service), other, false, {});
    }
  }
  for (const PlannedEnd& end : service.ends) {
    const std::vector<std::string> circuits = access.circuits(service, end);
    for (std::size_t i = 0; i < circuits.size(); ++i) {
      site.at(end.pes[i]).interface(circuits[i]).vsi = said(vsi_name(site, service));
      site.at(end.pes[i]).device().mpls.l2vpn = said(true);
    }
  }
}

}  // namespace holdfast::planning
