#include "solver/failures/narrative_causes.h"

#include <algorithm>
#include <fmt/format.h>

#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using control_plane::Carriage;
using control_plane::WayHop;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwEndKind;
using rules::Evidence;

std::string lsr_id_words(const pairing::Pairing& net, DeviceId device) {
  const std::optional<Ipv4> lsr_id = net.locator().lsr_id(device);
  return lsr_id ? fmt::format("{} ({})", device_words(net, device), to_string(*lsr_id))
                : device_words(net, device);
}

Evidence line_of(const PwEnd& end, std::string note) {
  return {end.device, end.where, std::move(note)};
}

}  // namespace

const AdminVrrpBinding* binding_of(const PwEnd& end) {
  if (end.pw != nullptr && end.pw->admin_vrrp) return &*end.pw->admin_vrrp;
  if (end.vsi_peer != nullptr && end.vsi_peer->admin_vrrp) return &*end.vsi_peer->admin_vrrp;
  return nullptr;
}

bool Causes::device_up(DeviceId device) {
  return s_.engine().plane.interfaces().device_up(device, failed()).value == Tri::Up;
}

bool Causes::reaches(DeviceId from, DeviceId to) {
  const std::optional<Ipv4> lsr_id = net_.locator().lsr_id(to);
  return lsr_id && s_.engine().plane.routes.reach(from, ip(*lsr_id), failed()).value != Tri::Down;
}

// Where labels stop although routes go on.
Cause Causes::of_no_label(DeviceId from, DeviceId to) {
  control_plane::Routes& routes = s_.engine().plane.routes;
  const std::vector<WayHop> labelled = routes.way(from, to, Carriage::Ldp, failed());
  const DeviceId last = labelled.empty() ? from : labelled.back().in.device;
  const std::vector<WayHop> onward = routes.way(last, to, Carriage::Packets, failed());
  if (last == to || onward.empty()) return {};
  const PortRef out = onward.front().out;
  Cause cause;
  cause.text = fmt::format("the best way from {} to {} leads over {}, where there is no LDP session",
                           device_words(net_, from), device_words(net_, to), port_words(net_, out));
  cause.lines = {{out.device, net_[out].where, "on the best way, and no LDP session"},
                 {onward.front().in.device, net_[onward.front().in].where, "its far end"}};
  return cause;
}

Cause Causes::of_no_tunnel(DeviceId from, DeviceId to, const PwEnd& end) {
  if (!reaches(from, to)) {
    return {fmt::format("{} no longer reaches {}", device_words(net_, from), lsr_id_words(net_, to))};
  }
  if (end.tunnel_policy != nullptr) {
    const auto& policies = net_[from].tunnel_policies;
    const auto named = std::ranges::find(policies, end.tunnel_policy->value, &TunnelPolicy::name);
    if (named != policies.end()) {
      for (const TunnelBinding& binding : named->bindings) {
        if (net_.locator().lsr_id(to) == *binding.destination) return of_binding(from, to, *named, binding);
      }
      return {fmt::format("{} has no tunnel to {} that tunnel policy {} allows", device_words(net_, from),
                          device_words(net_, to), named->name),
              {{from, named->where, "no tunnel that it allows is up"}}};
    }
  }
  Cause cause = of_no_label(from, to);
  if (cause.text.empty()) {
    cause.text = fmt::format("{} has no LSP to {}", device_words(net_, from), device_words(net_, to));
  }
  return cause;
}

Cause Causes::of_binding(DeviceId from, DeviceId to, const TunnelPolicy& policy,
                         const TunnelBinding& binding) {
  std::vector<std::string> names;
  for (const Fact<std::string>& tunnel : binding.tunnels) names.push_back(*tunnel);
  return {fmt::format("{} of {}, to which tunnel policy {} binds {}, {} down", joined(names),
                      device_words(net_, from), policy.name, device_words(net_, to),
                      names.size() == 1 ? "is" : "are"),
          {{from, binding.where, "no tunnel that it names is up"}}};
}

Cause Causes::of_no_transport(const PwEnd& end) {
  const pairing::PwPeer& peer = net_.pw_ends().peer(end.id);
  if (!device_up(end.device)) {
    return {fmt::format("{} has failed", device_words(net_, end.device)), {}, end.device};
  }
  const std::string far = far_words(net_, end);
  if (!peer.counterpart.valid()) {
    switch (peer.state) {
      case PeerState::Seen:
        return {fmt::format("{} has no PW back", far), {line_of(end, "no PW at the far end answers")}, {}};
      case PeerState::Unseen:
        return {fmt::format("the configuration of {} is not here", far), {line_of(end, "not seen")}, {}};
      case PeerState::Ambiguous:
        return {fmt::format("several devices have the address {}", far), {line_of(end, "whose?")}, {}};
      case PeerState::None:
        return {"it names no peer", {line_of(end, "no peer")}, {}};
    }
  }
  const PwEnd& other = net_[peer.counterpart];
  if (!device_up(other.device)) return {fmt::format("{} has failed", far), {}, other.device};
  const PwTransport::Agreement agreed =
      s_.engine().pws.agreement(net_[std::min(end.id, other.id)], net_[std::max(end.id, other.id)]);
  if (agreed.value == Tri::Down) {
    return {agreed.reason, {line_of(end, "one end"), line_of(other, "the other end")}, {}};
  }
  const bool there = reaches(end.device, other.device);
  if (!there || !reaches(other.device, end.device)) {
    const auto& [from, to] = there ? std::pair(&other, &end) : std::pair(&end, &other);
    return {fmt::format("{} no longer reaches {}", device_words(net_, from->device),
                        lsr_id_words(net_, to->device)),
            {},
            {},
            there ? DeviceId{} : to->device};
  }
  const bool by_ldp = !end.is_static && !other.is_static;
  if (by_ldp && s_.engine().plane.ldp.up(end.device, other.device, failed()).value == Tri::Down) {
    return {fmt::format("{} and {} have no LDP session", device_words(net_, end.device),
                        device_words(net_, other.device)),
            {line_of(end, "no LDP session"), line_of(other, "its far end")}};
  }
  for (const auto& [from, to] : {std::pair(&end, &other), std::pair(&other, &end)}) {
    const std::string_view policy =
        from->tunnel_policy != nullptr ? std::string_view(from->tunnel_policy->value) : std::string_view();
    const Tri up = s_.engine().plane.transport.up(from->device, to->device, policy, failed()).value;
    if (up == Tri::Down) return of_no_tunnel(from->device, to->device, *from);
  }
  return {};
}

// An AC that is down takes its PW with it, also where a bypass PW could stand in for it.
Cause Causes::of_ac_down(const PwEnd& end) {
  const PortRef ac = end.ac_port();
  const pairing::AcGroup* group = net_.ac_groups().of(ac);
  Cause cause{fmt::format("{} is down", net_[ac].name), {{ac.device, net_[ac].where, "this AC is down"}}};
  for (const pairing::PwEndId id : {group->bypass, group->ac_bypass}) {
    if (!id.valid() || s_.transport(id).value != Tri::Up) continue;
    cause.text += fmt::format(", and its {} is not asked to stand in", pw_words(net_, net_[id]));
    cause.lines = {line_of(end, "goes down with its AC"), line_of(net_[id], "could stand in for the AC")};
  }
  return cause;
}

Cause Causes::of_fault(const PwEnd& end) {
  if (s_.reports_fault(end.id).value == Tri::Down) return {};
  if (end.kind == PwEndKind::Ac) {
    const PortRef ac = end.ac_port();
    for (const TrackedRoute& route : net_[ac].tracked_routes) {
      if (!route.vpn_instance) continue;
      const State held = s_.engine().plane.vpn.held(ac.device, **route.vpn_instance, *route.prefix, failed());
      if (held.value == Tri::Up) continue;
      return {fmt::format("the tracked route {} of VPN {} is missing", to_string(*route.prefix),
                          **route.vpn_instance),
              {{ac.device, route.where, "the tracked route is missing"}}};
    }
    if (s_.ac_up(ac).value == Tri::Down) return of_ac_down(end);
  }
  if (const AdminVrrpBinding* binding = binding_of(end); binding != nullptr && !*binding->pw_redundancy) {
    const pairing::VrrpRef group = net_.vrrp().find(end.device, *binding->interface, *binding->vrid);
    if (group.valid() && s_.engine().plane.vrrp.master(group, failed()).value == Tri::Down) {
      return {fmt::format("it is bound to mVRRP group {} without `pw-redundancy`, and {} is not its master",
                          *binding->vrid, device_words(net_, end.device)),
              {{end.device, binding->where, "without `pw-redundancy` the PW is dead on the backup"}}};
    }
  }
  if (end.kind == PwEndKind::VsiPeer) {
    if (*end.vsi_peer->upe && *end.vsi_peer->track_hub_pw) {
      std::vector<Evidence> hubs;
      bool any_up = false;
      for (const PwEnd& other : net_.pw_ends().of_vsi(end.vsi)) {
        if (*other.vsi_peer->upe || *other.vsi_peer->ac_mode) continue;
        any_up = any_up || s_.up(other.id).value != Tri::Down;
        hubs.push_back(line_of(other, "this hub PW is down"));
      }
      if (!any_up && !hubs.empty()) return {"all its hub PWs are down (`track hub-pw`)", hubs, {}};
    }
    return {fmt::format("its VSI {} is down", net_[end.vsi].name),
            {{end.device, net_[end.vsi].where, "down: no AC and no spoke PW of it is up"}}};
  }
  if (end.kind == PwEndKind::Segment) {
    return {"the other side of the switched PW is down", {line_of(end, "switched here")}, {}};
  }
  return {};
}

Cause Causes::of_not_up(const PwEnd& end) {
  if (s_.transport(end.id).value == Tri::Down) return of_no_transport(end);
  const PwEnd* other = net_.pw_ends().counterpart(end.id);
  for (const PwEnd* it : {other, &end}) {
    if (it == nullptr) continue;
    Cause cause = of_fault(*it);
    if (cause.text.empty()) continue;
    cause.text = fmt::format("{} reports it down: {}", device_words(net_, it->device), cause.text);
    return cause;
  }
  return {};
}

Cause Causes::of_not_in_use(PortRef ac) {
  if (!device_up(ac.device)) {
    return {fmt::format("{} has failed", device_words(net_, ac.device)), {}, ac.device};
  }
  if (s_.ac_up(ac).value == Tri::Down) return {fmt::format("{} is down", port_words(net_, ac))};
  const pairing::Arbiter arbiter = net_.dual_homing().arbiter(ac);
  if (arbiter.etrunk_covers()) {
    const Etrunk& etrunk = net_[arbiter.etrunk];
    return {fmt::format("{} is the backup leg of E-Trunk {}", port_words(net_, ac), etrunk.id),
            {{ac.device, etrunk.where, "its leg is the backup here"}}};
  }
  if (arbiter.vrrp.valid()) {
    const VrrpGroup& group = net_[arbiter.vrrp];
    return {fmt::format("{} is not master of mVRRP group {}", device_words(net_, ac.device), *group.vrid),
            {{ac.device, group.where, "not the master here"}}};
  }
  return {};
}

Cause Causes::of_no_hand_over(PortRef l2ve, const Flow& flow) {
  const auto l3s = net_.ve_groups().l3_of(l2ve);
  const std::string here = port_words(net_, l2ve);
  if (l3s.empty()) {
    const pairing::VeGroupView* group = net_.ve_groups().of(l2ve);
    Cause cause{fmt::format("no L3VE interface belongs to {}", here),
                {{l2ve.device, net_[l2ve].where, "no L3VE interface belongs to it"}}};
    if (group == nullptr) return cause;
    for (const InterfaceId main : group->l2) {
      const auto& line = net_[PortRef{l2ve.device, main}].ve_group;
      if (line)
        cause.lines.push_back({l2ve.device, line->where, "nothing takes its frames in this VE group"});
    }
    return cause;
  }
  const PortRef l3 = l3s.front();
  const auto& instance = net_[l3].vpn_instance;
  if (s_.ac_up(l3).value == Tri::Down) {
    return {fmt::format("{} is down", port_words(net_, l3)), {{l3.device, net_[l3].where, "down"}}};
  }
  if (!instance) {
    return {fmt::format("{} is in no VPN instance", port_words(net_, l3)),
            {{l3.device, net_[l3].where, "in no VPN instance"}}};
  }
  return {fmt::format("{} has no route to {} in VPN {}", device_words(net_, l3.device),
                      to_string(flow.prefix), **instance),
          {{l3.device, net_[l3].where, "the L3VE interface: no route leads on from its VPN"}},
          {}};
}

}  // namespace holdfast::failures
