// Point-to-point services.

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

using intent::Homing;

constexpr std::uint32_t kDualSending = 2400;  // seconds that doubled ARP entries live

// Addresses of the users may be of either family: duplicates of both are sent on a switch.
void decide_by_far_ends(AcRedundancy& ac) {
  ac.mode = said(RedundancyMode::Independent);
  ac.arp_dual_sending = said(true);
  ac.arp_expire = said(kDualSending);
}

// The customer's router decides by its routes: the AC goes back later than they do.
void decide_by_pw(AcRedundancy& ac) {
  constexpr std::uint32_t kDelay = 60;
  constexpr std::uint32_t kResume = 20;
  ac.reroute = said(Reroute{ReroutePolicy::Delay, kDelay, kResume});
}

void build_near_end(Site& site, Tunnels& tunnels, const std::string& circuit, const PlannedService& service) {
  const auto policy = policy_at_near_end(tunnels, service.pws);
  Interface& ac = site.at(service.pws.front().a).interface(circuit);
  for (std::size_t i = 0; i < service.pws.size(); ++i) {
    const PlannedPw& pw = service.pws[i];
    ac.pws.push_back(
        make_pw(site.loopback(pw.b), pw.vc_id, i == 0 ? PwRole::Primary : PwRole::Secondary, policy));
  }
  if (service.pws.size() < 2) return;
  AcRedundancy& redundancy = ac.redundancy.ensure();
  redundancy.stream_dual_receiving = said(true);
  if (service.ends[1].homing == Homing::Routed) {
    decide_by_pw(redundancy);
  } else {
    decide_by_far_ends(redundancy);
  }
}

}  // namespace

Pw make_pw(Ipv4 peer, std::uint32_t vc_id, PwRole role, const std::optional<std::string>& policy) {
  Pw pw;
  pw.peer = said(peer);
  pw.vc_id = said(vc_id);
  pw.role = said(role);
  pw.control_word = said(true);
  if (policy) pw.tunnel_policy = said(*policy);
  return pw;
}

void build_vpws(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service) {
  const std::vector<std::string> near = access.circuits(service, service.ends[0]);
  build_near_end(site, tunnels, near.front(), service);
  const PlannedEnd& far_end = service.ends[1];
  const std::vector<std::string> far = access.circuits(service, far_end);
  for (std::size_t i = 0; i < service.pws.size(); ++i) {
    const PlannedPw& pw = service.pws[i];
    join_by_ldp(site, pw.a, pw.b);
    const auto policy = policy_at_far_end(tunnels, pw);
    Interface& ac = site.at(pw.b).interface(far[i]);
    ac.pws.push_back(make_pw(site.loopback(pw.a), pw.vc_id, PwRole::Primary, policy));
    if (service.bypass_vc_id == 0) continue;
    const std::size_t other = service.pws[1 - i].b;
    ac.pws.push_back(make_pw(site.loopback(other), service.bypass_vc_id, PwRole::Bypass, {}));
    join_by_ldp(site, pw.b, other);
    if (const auto group = access.mvrrp_group(far_end, pw.b)) {
      AdminVrrpBinding& binding = ac.pws.front().admin_vrrp.ensure();
      binding.interface = said(group->interface);
      binding.vrid = said(group->vrid);
      binding.pw_redundancy = said(true);
    }
  }
  if (far_end.homing == Homing::Routed) build_routed_customers(site, service);
}

}  // namespace holdfast::planning
