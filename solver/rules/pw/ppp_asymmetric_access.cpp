// PW019: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PortRef;

bool is_ppp(const Interface& ac) {
  return ac.link_protocol &&
         (**ac.link_protocol == LinkProtocol::Ppp || **ac.link_protocol == LinkProtocol::Hdlc);
}

bool interworks(const pairing::PwEnd& pw) {
  return **pw.vc_type == VcType::IpInterworking || **pw.vc_type == VcType::IpLayer2;
}

// The VC type, shown at the PW's own line: that is where it is changed.
Fact<VcType> type_of(const pairing::PwEnd& pw) {
  return {pw.vc_type->value, pw.where, pw.vc_type->origin};
}

void judge_interworking(const Pairing& net, const AcGroup& group, const FarEnds& far, Judgement& out) {
  Claim claim = out.claim();
  auto& e = claim.exprs();
  std::vector<smt::ExprId> right;
  std::vector<const pairing::PwEnd*> plain;
  for (const pairing::PwEndId id : {group.primary, group.secondary}) {
    const pairing::PwEnd& pw = net[id];
    const auto type = claim.fact(pw.device, setting_of(pw, "VC type"), type_of(pw), block_of(net[group.ac]));
    right.push_back(e.one_of(type, {to_value(VcType::IpInterworking), to_value(VcType::IpLayer2)}));
    if (!interworks(pw)) plain.push_back(&pw);
  }
  smt::ExprId requirement = e.all_of(right);
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (!end->unseen()) continue;
    const auto symmetric = claim.unseen("a secondary PW at " + end->peer, smt::Sort::Boolean,
                                        "the configuration of " + end->peer);
    requirement = e.any_of({requirement, e.variable(symmetric)});
  }
  claim.require(requirement);
  for (const pairing::PwEnd* pw : plain) claim.show(pw->device, pw->where, "no interworking");
  claim.show(group.ac.device, net[group.ac].link_protocol->where, "the AC is a PPP or HDLC link");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("the PWs of {}, a PPP or HDLC AC in front of two PEs, do not use IP interworking",
                    port_phrase(net, group.ac));
    finding.consequence =
        "PPP and HDLC run between the two CEs and know one peer only. When traffic moves to the other PE, "
        "the "
        "link protocol has to be negotiated anew with another CE port, whose address does not fit.";
    std::vector<std::string> lines = {"undo mpls l2vc secondary", "undo mpls l2vc"};
    for (const pairing::PwEndId id : {group.primary, group.secondary}) {
      lines.push_back(interworks(net[id])
                          ? line_text(net, net[id].where)
                          : with_words(line_text(net, net[id].where), {"raw", "tagged"}, "ip-interworking"));
    }
    finding.fix = {"make the PWs anew with `ip-interworking`, here and at their far ends",
                   {in_interface(net, group.ac, lines)}};
  });
}

// Addresses of a port, borrowed ones too.
std::vector<IpPrefix> subnets(const Pairing& net, PortRef port) {
  const Device& device = net[port.device];
  InterfaceId from = port.interface;
  if (device[from].unnumbered) from = device.find_interface(**device[from].unnumbered);
  std::vector<IpPrefix> result;
  if (!from.valid()) return result;
  for (const Fact<InterfaceAddress>& address : device[from].addresses) {
    if (!address->prefix.address.is_v6) result.push_back(address->prefix);
  }
  return result;
}

// True only when both have addresses and none of one is in a subnet of the other.
bool in_different_subnets(const Pairing& net, PortRef a, PortRef b) {
  const std::vector<IpPrefix> ours = subnets(net, a);
  const std::vector<IpPrefix> theirs = subnets(net, b);
  if (ours.empty() || theirs.empty()) return false;
  return std::ranges::none_of(ours, [&](const IpPrefix& here) {
    return std::ranges::any_of(theirs, [&](const IpPrefix& there) { return here.contains(there.address); });
  });
}

// The customer ports around a group.
struct CustomerPorts {
  PortRef near;
  PortRef primary;
  PortRef secondary;
};

PortRef customer_port(const Pairing& net, PortRef ac) {
  return ac.valid() ? net.links().far_end(pairing::parent_port(net.network(), ac)) : PortRef{};
}

void judge_suppression(const Pairing& net, const AcGroup& group, PortRef port, PortRef opposite,
                       Judgement& out) {
  if (!port.valid() || !opposite.valid() || !*net[port].hostroute_suppress) return;
  if (!in_different_subnets(net, port, opposite)) return;
  Claim claim = out.claim();
  const auto suppress = claim.fact(port.device, "`ppp peer hostroute-suppress`", net[port].hostroute_suppress,
                                   block_of(net[port]));
  claim.require(claim.exprs().negate(claim.exprs().variable(suppress)));
  for (const PortRef end : {port, opposite}) {
    for (const Fact<InterfaceAddress>& address : net[end].addresses) {
      claim.show(end.device, address.where, "address of the link");
    }
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message =
        fmt::format("{} suppresses the host route to its PPP peer {}, which is in another subnet",
                    port_phrase(net, port), port_phrase(net, opposite));
    finding.consequence =
        "The host route is the only route to a peer in another subnet: without it the two customers cannot "
        "reach each other over this way.";
    finding.fix = {"let PPP add the host route, then restart the link",
                   {in_interface(net, port, {"undo ppp peer hostroute-suppress"})}};
  });
}

bool leads_over(const Pairing& net, const StaticRoute& route, PortRef port) {
  if (route.interface) return **route.interface == net[port].name;
  return route.next_hop && std::ranges::any_of(subnets(net, port), [&](const IpPrefix& subnet) {
           return subnet.contains(**route.next_hop);
         });
}

void compare_routes(const Pairing& net, const AcGroup& group, DeviceId customer, const StaticRoute& primary,
                    const StaticRoute& backup, Judgement& out) {
  Claim claim = out.claim();
  // The preference stands in the route's own line, which was read.
  const auto second =
      claim.fact(customer, "preference of the backup route", backup.preference, Block{backup.where, {}});
  const auto first =
      claim.fact(customer, "preference of the primary route", primary.preference, Block{primary.where, {}});
  claim.require(claim.exprs().lt(first, second));
  claim.show(customer, backup.where, "route over the secondary PW");
  claim.show(customer, primary.where, "route over the primary PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format(
        "the backup route of {} to {} has preference {}, which does not stand behind the primary route's {}",
        name_of(net, customer), to_string(*backup.destination), *backup.preference, *primary.preference);
    finding.consequence = fmt::format(
        "{} uses the way over the secondary PW although the primary PW works: what it sends there is dropped "
        "at "
        "{} unless that receives from both PWs.",
        name_of(net, customer), name_of(net, group.ac.device));
    const std::uint32_t behind = std::min<std::uint32_t>(*primary.preference + 40, 255);
    std::string line = line_text(net, backup.where);
    if (backup.preference.configured())
      line = with_words(line, {"preference", std::to_string(*backup.preference)}, "");
    finding.fix = {"give the backup route a larger preference value: the larger loses",
                   {in_view(customer, {}, {fmt::format("{} preference {}", line, behind)})}};
  });
}

void judge_routes(const Pairing& net, const AcGroup& group, const CustomerPorts& ports, Judgement& out) {
  if (!ports.primary.valid() || !ports.secondary.valid() || ports.primary.device != ports.secondary.device)
    return;
  using Key = std::pair<IpPrefix, std::string>;
  const auto key = [](const StaticRoute& route) {
    return Key{*route.destination, route.vpn_instance ? **route.vpn_instance : std::string()};
  };
  std::map<Key, const StaticRoute*> over_primary;
  const std::vector<StaticRoute>& routes = net[ports.primary.device].static_routes;
  for (const StaticRoute& route : routes) {
    if (leads_over(net, route, ports.primary)) over_primary.emplace(key(route), &route);
  }
  for (const StaticRoute& route : routes) {
    const auto primary = over_primary.find(key(route));
    if (primary == over_primary.end() || !leads_over(net, route, ports.secondary)) continue;
    compare_routes(net, group, ports.primary.device, *primary->second, route, out);
  }
}

// Main interface and sub-interfaces of a customer's port.
std::vector<PortRef> with_subs(const Pairing& net, PortRef main) {
  std::vector<PortRef> ports{main};
  const auto& interfaces = net[main.device].interfaces;
  for (std::size_t i = 0; i < interfaces.size(); ++i) {
    if (interfaces[i].parent == main.interface) ports.push_back({main.device, InterfaceId{i}});
  }
  return ports;
}

// The ways that a customer's device can send by: over the primary PW, over the secondary one.
struct CustomerWays {
  DeviceId device;
  std::vector<PortRef> primary;  // its own ports, or the far ones whose addresses are its next hops
  std::vector<PortRef> secondary;
};

bool takes_way(const Pairing& net, const CustomerWays& ways, const StaticRoute& route,
               const std::vector<PortRef>& ports) {
  if (route.interface && ports.front().device != ways.device) return false;
  return std::ranges::any_of(ports, [&](PortRef port) { return leads_over(net, route, port); });
}

void report_lone_route(const Pairing& net, const AcGroup& group, DeviceId customer, const StaticRoute& route,
                       bool by_primary, Judgement& out) {
  Claim claim = out.claim();
  const auto here = claim.present(customer, "the route", true, route.where, {});
  const auto other =
      claim.present(customer, fmt::format("route over the {} PW", by_primary ? "secondary" : "primary"),
                    false, {}, {route.where, net[customer].unread});
  claim.require(claim.exprs().implies(claim.exprs().variable(here), claim.exprs().variable(other)));
  const pairing::PwEndId pw = by_primary ? group.secondary : group.primary;
  claim.show(net[pw].device, net[pw].where, "the PW that no route leads over");
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.service = service_name(net, group.ac);
    finding.message = fmt::format("{} has a route to {} over the {} PW of {} only", name_of(net, customer),
                                  to_string(*route.destination), by_primary ? "primary" : "secondary",
                                  port_phrase(net, group.ac));
    finding.consequence =
        by_primary ? "When the primary PW fails, the secondary one is there and nothing is sent over it."
                   : "Nothing is sent over the primary PW, and nothing is left when the secondary "
                     "one fails.";
    finding.fix.summary = "add the route over the other PW";
  });
}

// Destinations that the device has a static route to over one of the two PWs only.
void judge_lone_routes(const Pairing& net, const AcGroup& group, const CustomerWays& ways, Judgement& out) {
  const std::vector<StaticRoute>& routes = net[ways.device].static_routes;
  const auto has = [&](const IpPrefix& destination, const std::vector<PortRef>& ports) {
    return std::ranges::any_of(routes, [&](const StaticRoute& it) {
      return !it.vpn_instance && *it.destination == destination && takes_way(net, ways, it, ports);
    });
  };
  for (const StaticRoute& route : routes) {
    if (route.vpn_instance) continue;
    const bool by_primary = takes_way(net, ways, route, ways.primary);
    if (by_primary == takes_way(net, ways, route, ways.secondary)) continue;
    if (!has(*route.destination, by_primary ? ways.secondary : ways.primary))
      report_lone_route(net, group, ways.device, route, by_primary, out);
  }
}

// Both customers' devices, where one of them is behind both far PEs. The near one tells the two ways apart by
// the far addresses that are its next hops.
void judge_customers(const Pairing& net, const AcGroup& group, const CustomerPorts& ports, Judgement& out) {
  if (!ports.primary.valid() || !ports.secondary.valid() || ports.primary.device != ports.secondary.device ||
      ports.primary == ports.secondary) {
    return;
  }
  const std::vector<PortRef> primary = with_subs(net, ports.primary);
  const std::vector<PortRef> secondary = with_subs(net, ports.secondary);
  judge_lone_routes(net, group, {ports.primary.device, primary, secondary}, out);
  if (ports.near.valid()) judge_lone_routes(net, group, {ports.near.device, primary, secondary}, out);
}

// Asymmetric: the far PEs have no secondary PW of their own.
bool is_asymmetric(const Pairing& net, const FarEnds& far) {
  for (const FarEnd* end : {&far.primary, &far.secondary}) {
    if (end->unseen()) continue;
    const AcGroup* group = end->port.valid() ? net.ac_groups().of(end->port) : nullptr;
    if (group == nullptr || group->has_redundancy()) return false;
  }
  return true;
}

void judge_group(const Pairing& net, const AcGroup& group, Judgement& out) {
  if (!group.primary.valid() || !group.secondary.valid()) return;
  const FarEnds far = far_ends(net, group);
  if (far.missing() || !is_asymmetric(net, far)) return;
  const CustomerPorts ports{customer_port(net, group.ac), customer_port(net, far.primary.port),
                            customer_port(net, far.secondary.port)};
  judge_customers(net, group, ports, out);
  const bool far_ppp = (far.primary.port.valid() && is_ppp(net[far.primary.port])) ||
                       (far.secondary.port.valid() && is_ppp(net[far.secondary.port]));
  if (is_ppp(net[group.ac])) judge_interworking(net, group, far, out);
  if (!is_ppp(net[group.ac]) && !far_ppp) return;
  judge_suppression(net, group, ports.near, ports.primary, out);
  judge_suppression(net, group, ports.primary, ports.near, out);
  judge_suppression(net, group, ports.secondary, ports.near, out);
  judge_routes(net, group, ports, out);
}

void check(const Pairing& net, Judgement& out) {
  for (const AcGroup& group : net.ac_groups().all()) judge_group(net, group, out);
}

}  // namespace

extern const Rule ppp_asymmetric_access;
const Rule ppp_asymmetric_access{
    .code = "PW019",
    .name = "ppp-asymmetric-access",
    .severity = Severity::Error,
    .title =
        "PPP and HDLC access to one PE on one side and two on the other uses interworking, "
        "host routes and ordered routes.",
    .what =
        "Where an AC with a primary and a secondary PW, or an AC in which they end, is a PPP "
        "or HDLC link, and the far PEs have no secondary PW: (1) a PPP or HDLC AC with the "
        "two PWs uses `ip-interworking` or `ip-layer2` on both; (2) a customer port whose "
        "opposite port is in another subnet does not have `ppp peer hostroute-suppress`; (3) "
        "of two static routes of the dual-homed customer device to one destination, the one "
        "over the secondary PW has the larger preference value. Whatever the link: a customer's "
        "device that sends to one destination by a static route over one of the two PWs has one "
        "over the other as well (a warning).",
    .why =
        "PPP and HDLC are protocols between two devices; here a third one takes over. "
        "Interworking ends the link protocol at the PEs, the host route reaches a peer in "
        "another subnet, and ordered routes keep traffic off the PW that is not in use.",
    .fix =
        "Make the PWs with `ip-interworking`, remove `ppp peer hostroute-suppress`, give the "
        "backup route a larger preference value.",
    .limits =
        "(2) and (3) need the links between customer devices and PEs (stated in "
        "holdfast.yaml, or seen) and the customers' configurations; without them they are "
        "silent. (1) is undecided while a far PE is not seen, since it may have a secondary "
        "PW itself.",
    .source = "Configuring a Secondary VPWS Connection, asymmetric access.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface Pos1/0/0
  link-protocol ppp
- mpls l2vc 2.2.2.2 100
- mpls l2vc 3.3.3.3 200 secondary
+ mpls l2vc 2.2.2.2 100 ip-interworking
+ mpls l2vc 3.3.3.3 200 ip-interworking secondary
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 interface Pos1/0/0
  link-protocol ppp
- mpls l2vc 1.1.1.1 100
+ mpls l2vc 1.1.1.1 100 ip-interworking
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 interface Pos1/0/0
  link-protocol ppp
- mpls l2vc 1.1.1.1 200
+ mpls l2vc 1.1.1.1 200 ip-interworking
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
