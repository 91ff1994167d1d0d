#include "solver/failures/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "model/words.h"
#include "solver/failures/narrative_parts.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using control_plane::Carriage;
using control_plane::WayHop;
using pairing::AcGroup;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using Kind = WalkStep::Kind;

class Tracer {
 public:
  Tracer(ServiceEvaluator& states, const Flow& flow) : s_(states), net_(states.net()), flow_(flow) {}

  Trace run(PortRef from, const Branch& branch) {
    Trace result{from, branch.arrives(), {}};
    for (const WalkStep& step : branch.steps) take(step);
    result.hops = std::move(hops_);
    return result;
  }

 private:
  Failed failed() const { return Failed(s_.failed()); }

  TraceHop& hop(DeviceId device, Span where, std::string text, bool below = false) {
    return hops_.emplace_back(TraceHop{{device, where, std::move(text)}, below, {}, {}, false});
  }

  void take(const WalkStep& step) {
    switch (step.kind) {
      case Kind::EntersAc:
        enter(step.port);
        break;
      case Kind::TakesPw:
      case Kind::TakesBypass:
        send(net_[step.end]);
        break;
      case Kind::ArrivesOn:
        arrive(net_[step.end]);
        break;
      case Kind::LeavesAc:
        leave(step.port);
        break;
      case Kind::HandsOver:
        hand_over(step.port);
        break;
      default:
        end(step);
        break;
    }
  }

  void enter(PortRef ac) {
    const std::string who = beyond(net_, ac);
    hop(ac.device, net_[ac].where,
        fmt::format("in by {}{}", net_[ac].name, who.empty() ? "" : fmt::format(" from {}", who)))
        .port = ac;
    arbiter(ac);
    if (const pairing::VsiRef vsi = net_.vsi_acs().vsi_of(ac); vsi.valid()) enter_vsi(vsi);
  }

  void arbiter(PortRef ac) {
    const pairing::Arbiter it = net_.dual_homing().arbiter(ac);
    if (it.etrunk_covers()) {
      hop(ac.device, net_[it.etrunk].where, fmt::format("in use by E-Trunk {}", net_[it.etrunk].id));
    } else if (it.vrrp.valid()) {
      hop(ac.device, net_[it.vrrp].where, fmt::format("in use by mVRRP group {}", *net_[it.vrrp].vrid));
    }
  }

  void enter_vsi(pairing::VsiRef vsi) {
    hop(vsi.device, net_[vsi].where, fmt::format("switched in VSI {}", net_[vsi].name));
  }

  void send(const PwEnd& end) {
    choice(end);
    hop(end.device, end.where, fmt::format("out on its {}", pw_words(net_, end)));
    if (const PwEnd* other = net_.pw_ends().counterpart(end.id)) tunnel(end, *other);
  }

  // What chose this PW among several.
  void choice(const PwEnd& end) {
    if (end.kind == PwEndKind::Ac) {
      const AcGroup* group = net_.ac_groups().of(end);
      if (group == nullptr || !group->has_redundancy()) return;
      const RedundancyMode mode = net_.ac_groups().mode(*group);
      const AcRedundancy* settings = net_.ac_groups().redundancy(*group);
      const bool said = settings != nullptr && settings->mode.configured();
      hop(end.device, said ? settings->mode.where : net_[group->ac].where,
          fmt::format("chosen in {} mode{}", to_string(mode), said ? "" : " (default)"));
    } else if (end.kind == PwEndKind::VsiPeer) {
      for (const ProtectGroup& group : net_[end.vsi].groups) {
        for (const ProtectMember& member : group.members) {
          if (*member.peer != end.peer->value) continue;
          hop(end.device, member.where, fmt::format("chosen in protect-group {}", group.name));
          return;
        }
      }
    }
  }

  void tunnel(const PwEnd& from, const PwEnd& to) {
    const std::string_view name =
        from.tunnel_policy != nullptr ? std::string_view(from.tunnel_policy->value) : std::string_view();
    for (const TunnelPolicy& policy : net_[from.device].tunnel_policies) {
      if (policy.name != name) continue;
      if (by_te(from.device, to.device, policy)) return;
    }
    by_labels(from.device, to.device);
  }

  // Whether a TE tunnel that the policy allows carries it.
  bool by_te(DeviceId from, DeviceId to, const TunnelPolicy& policy) {
    const std::optional<Ipv4> peer = net_.locator().lsr_id(to);
    for (const TunnelBinding& binding : policy.bindings) {
      if (peer != *binding.destination) continue;
      for (const Fact<std::string>& name : binding.tunnels) {
        const InterfaceId id = net_[from].find_interface(*name);
        if (id.valid() && net_[from][id].tunnel && take_te({from, id}, binding.where, policy.name))
          return true;
      }
      return false;
    }
    const bool takes_te = std::ranges::any_of(
        policy.select_sequence, [](const auto& kind) { return *kind == "cr-lsp" || *kind == "te"; });
    const bool lsp_first = !policy.select_sequence.empty() && *policy.select_sequence.front() != "cr-lsp" &&
                           *policy.select_sequence.front() != "te";
    const bool lsp = s_.engine().plane.routes.lsp(from, to, Carriage::Ldp, failed()).value == Tri::Up;
    if (!takes_te || (lsp_first && lsp)) return false;
    return std::ranges::any_of(s_.engine().plane.tunnels.between(from, to), [&](PortRef it) {
      return !*net_[it].tunnel->reserved_for_binding && take_te(it, policy.where, policy.name);
    });
  }

  bool take_te(PortRef tunnel, Span policy, const std::string& policy_name) {
    control_plane::TeTunnels& tunnels = s_.engine().plane.tunnels;
    if (tunnels.up(tunnel, failed()).value != Tri::Up) return false;
    hop(tunnel.device, policy, fmt::format("by tunnel policy {}", policy_name), true);
    hop(tunnel.device, net_[tunnel].where, fmt::format("TE tunnel {}", net_[tunnel].name), true);
    const std::string name = tunnels.path_in_use(tunnel, failed());
    for (const ExplicitPath& path : net_[tunnel.device].explicit_paths) {
      if (path.name != name) continue;
      hop(tunnel.device, path.where, fmt::format("explicit path {}", name), true);
      DeviceId last;
      for (const ExplicitHop& it : path.hops) {
        const DeviceId owner = net_.locator().owner_of(ip(*it.address)).one();
        if (it.exclude || !owner.valid() || owner == last) continue;
        last = owner;
        hop(tunnel.device, it.address.where, fmt::format("by {}", device_words(net_, owner)), true).passes =
            owner;
      }
    }
    return true;
  }

  void by_labels(DeviceId from, DeviceId to) {
    control_plane::Routes& routes = s_.engine().plane.routes;
    const bool ldp = routes.lsp(from, to, Carriage::Ldp, failed()).value == Tri::Up;
    for (const WayHop& it : routes.way(from, to, ldp ? Carriage::Ldp : Carriage::SrMpls, failed())) {
      hop(it.out.device, net_[it.out].where,
          fmt::format("{} by {} to {}", ldp ? "LDP LSP" : "SR LSP", net_[it.out].name,
                      port_words(net_, it.in)),
          true)
          .port = it.out;
    }
  }

  void arrive(const PwEnd& end) {
    hop(end.device, end.where, fmt::format("in on its {}", pw_words(net_, end)));
    if (end.kind == PwEndKind::VsiPeer) enter_vsi(end.vsi);
    if (end.kind == PwEndKind::Segment) {
      hop(end.device, net_[end.switched].where, "switched to the other segment");
    }
  }

  void leave(PortRef ac) {
    arbiter(ac);
    const std::string who = beyond(net_, ac);
    hop(ac.device, net_[ac].where,
        fmt::format("out by {}{}", net_[ac].name, who.empty() ? "" : fmt::format(" to {}", who)))
        .port = ac;
  }

  void hand_over(PortRef l2ve) {
    hop(l2ve.device, net_[l2ve].where, fmt::format("out by the L2VE interface {}", net_[l2ve].name));
    for (const PortRef l3 : net_.ve_groups().l3_of(l2ve)) {
      if (s_.ac_up(l3).value == Tri::Down) continue;
      hop(l3.device, net_[l3].where,
          fmt::format("in by the L3VE interface {} into {}", net_[l3].name, vpn_words(net_, l2ve)));
      if (flow_.has_prefix) route(l3.device);
      return;
    }
  }

  // Where the VPN route to the flow's prefix comes from, and the way there.
  void route(DeviceId device) {
    control_plane::ControlPlane& plane = s_.engine().plane;
    const auto up = [&](pairing::BgpSessionId id) {
      return plane.vpn.session_up(id, failed()).value == Tri::Up;
    };
    for (const pairing::RouteOrigin& origin : net_.vpn_routes().origins(flow_.prefix)) {
      if (origin.device == device || !net_.vpn_routes().path(origin, device, up).reached) continue;
      if (plane.transport.up(device, origin.device, "", failed()).value != Tri::Up) continue;
      by_labels(device, origin.device);
      hop(origin.device, origin.advertised,
          fmt::format("the route to {} comes from here", to_string(flow_.prefix)));
      return;
    }
  }

  void end(const WalkStep& step) {
    const Cause cause = end_of(s_, flow_, Branch{{step}});
    const Span where = !cause.lines.empty() ? cause.lines.front().where
                       : step.end.valid()   ? net_[step.end].where
                       : step.port.valid()  ? net_[step.port].where
                                            : Span{};
    hop(device_of(net_, step), where, fmt::format("dropped: {}", cause.text)).dropped = true;
  }

  ServiceEvaluator& s_;
  const pairing::Pairing& net_;
  const Flow& flow_;
  std::vector<TraceHop> hops_;
};

bool starts_in(const Site& site, PortRef ac) {
  return std::ranges::binary_search(site.acs, ac);
}

}  // namespace

std::vector<Trace> trace(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed) {
  if (flow.b.acs.empty()) return {};
  const FlowAccount told = account(states, flow, failed);
  std::vector<Trace> result;
  for (const Site* site : {&flow.a, &flow.b}) {
    std::optional<std::pair<PortRef, Branch>> best;
    for (const FlowAccount::Direction& walk : told.walks) {
      if (!starts_in(*site, walk.from)) continue;
      const std::vector<Branch> branches = branches_of(states.net(), walk.walk);
      const auto arriving = std::ranges::find_if(branches, &Branch::arrives);
      const Branch* shown = arriving != branches.end() ? &*arriving : telling(branches);
      if (shown == nullptr || (best && (best->second.arrives() || !shown->arrives()))) continue;
      best = {walk.from, *shown};
    }
    result.push_back(best ? Tracer(states, flow).run(best->first, best->second) : Trace{});
  }
  return result;
}

}  // namespace holdfast::failures
