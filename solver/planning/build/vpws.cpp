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

namespace {

// An AC on a PE that follows an mVRRP group: the group decides for its PWs, the bypass aside.
void follow_group(const Access& access, const PlannedEnd& end, std::size_t pe, Interface& ac) {
  const auto group = access.mvrrp_group(end, pe);
  if (!group) return;
  for (Pw& pw : ac.pws) {
    AdminVrrpBinding& binding = pw.admin_vrrp.ensure();
    if (*pw.role == PwRole::Secondary) continue;  // `track admin-vrrp secondary`
    binding.interface = said(group->interface);
    binding.vrid = said(group->vrid);
    binding.pw_redundancy = said(true);
  }
}

// One AC of an end on two PEs, of a service whose other end is on two PEs as well.
void build_corner(Site& site, const Access& access, const PlannedEnd& end, std::size_t place,
                  const std::string& circuit, std::vector<Pw> pws, const std::uint32_t* bypass) {
  const std::size_t pe = end.pes[place];
  const std::size_t other = end.pes[1 - place];
  Interface& ac = site.at(pe).interface(circuit);
  ac.pws = std::move(pws);
  AcRedundancy& redundancy = ac.redundancy.ensure();
  redundancy.stream_dual_receiving = said(true);
  decide_by_far_ends(redundancy);
  follow_group(access, end, pe, ac);
  Pw& made = ac.pws.emplace_back(make_pw(site.loopback(other), bypass[place], PwRole::DualBypass, {}));
  made.pw_bypass_vc_id = said(bypass[1 - place]);
  join_by_ldp(site, pe, other);
}

// PWs between all four PEs. What the primary of an end sends in place of its AC, its secondary takes in place
// of the PW: the VC IDs of the bypass cross.
void build_square(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service) {
  const std::vector<PlannedPw>& pws = service.pws;
  const std::vector<std::string> near = access.circuits(service, service.ends[0]);
  const std::vector<std::string> far = access.circuits(service, service.ends[1]);
  for (const PlannedPw& pw : pws) join_by_ldp(site, pw.a, pw.b);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::vector<PlannedPw> out{pws[2 * i], pws[2 * i + 1]};
    const auto policy = policy_at_near_end(tunnels, out);
    build_corner(site, access, service.ends[0], i, near[i],
                 {make_pw(site.loopback(out[0].b), out[0].vc_id, PwRole::Primary, policy),
                  make_pw(site.loopback(out[1].b), out[1].vc_id, PwRole::Secondary, policy)},
                 service.bypass_vc_ids.data());
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const std::vector<PlannedPw> in{pws[i], pws[2 + i]};
    const auto policy = policy_at_far_end(tunnels, in);
    build_corner(site, access, service.ends[1], i, far[i],
                 {make_pw(site.loopback(in[0].a), in[0].vc_id, PwRole::Primary, policy),
                  make_pw(site.loopback(in[1].a), in[1].vc_id, PwRole::Secondary, policy)},
                 service.bypass_vc_ids.data() + 2);
  }
}

}  // namespace

void build_vpws(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service) {
  if (service.pws.size() > 2) return build_square(site, tunnels, access, service);
  const std::vector<std::string> near = access.circuits(service, service.ends[0]);
  build_near_end(site, tunnels, near.front(), service);
  const PlannedEnd& far_end = service.ends[1];
  const std::vector<std::string> far = access.circuits(service, far_end);
  for (std::size_t i = 0; i < service.pws.size(); ++i) {
    const PlannedPw& pw = service.pws[i];
    join_by_ldp(site, pw.a, pw.b);
    const auto policy = policy_at_far_end(tunnels, {pw});
    Interface& ac = site.at(pw.b).interface(far[i]);
    ac.pws.push_back(make_pw(site.loopback(pw.a), pw.vc_id, PwRole::Primary, policy));
    if (service.bypass_vc_ids.empty()) continue;
    follow_group(access, far_end, pw.b, ac);
    const std::size_t other = service.pws[1 - i].b;
    ac.pws.push_back(make_pw(site.loopback(other), service.bypass_vc_ids.front(), PwRole::Bypass, {}));
    join_by_ldp(site, pw.b, other);
  }
  if (far_end.homing == Homing::Routed) build_routed_customers(site, service);
}

}  // namespace holdfast::planning
