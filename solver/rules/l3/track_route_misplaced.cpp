// L3010: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::PortRef;

bool is_ve_sub(const Interface& interface) {
  const bool is_ve =
      interface.kind == InterfaceKind::VirtualEthernet || interface.kind == InterfaceKind::GlobalVe;
  return is_ve && interface.is_sub;
}

bool has_ldp_pw(const Interface& interface) {
  return std::ranges::any_of(interface.pws, [](const Pw& pw) { return pw.signalling == PwSignalling::Ldp; });
}

Fix remove(const Pairing& net, PortRef port, std::string summary) {
  return {std::move(summary), {in_interface(net, port, {"undo mpls l2vpn track route"})}};
}

void judge_place(const Pairing& net, PortRef port, const TrackedRoute& route, Judgement& out) {
  const Interface& interface = net[port];
  const bool right_kind = is_ve_sub(interface);
  Claim claim = out.claim();
  auto& exprs = claim.exprs();
  const Block at_line{route.where, interface.unread};
  const auto pw =
      claim.present(port.device, "LDP PW of this interface", has_ldp_pw(interface), route.where, at_line);
  const auto kind =
      claim.present(port.device, "a VE sub-interface", right_kind, route.where, {route.where, {}});
  claim.require(exprs.all_of({exprs.variable(kind), exprs.variable(pw)}));
  claim.show(port.device, interface.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, port);
    finding.message = fmt::format("`mpls l2vpn track route` stands on {}, which {}", port_phrase(net, port),
                                  right_kind ? "has no LDP PW" : "is no VE sub-interface");
    finding.consequence =
        "There is no PW that it could take down: when the route is gone, the traffic goes on into the dead "
        "end.";
    finding.fix = remove(net, port, "track on the VE sub-interface that carries the PW");
  });
}

void judge_instance(const Pairing& net, PortRef port, const TrackedRoute& route, Judgement& out) {
  const Device& device = net[port.device];
  const std::string& name = **route.vpn_instance;
  const VpnInstance* instance = pairing::find_vpn_instance(device, name);
  const bool v6 = route.prefix->address.is_v6;
  const bool has_family = instance != nullptr && pairing::find_family(*instance, v6) != nullptr;
  Claim claim = out.claim();
  const Block block = instance != nullptr ? block_of(*instance) : block_of(device);
  claim.require(claim.exprs().variable(claim.present(
      port.device,
      instance == nullptr ? fmt::format("VPN instance {}", name)
                          : fmt::format("`{}-family` of VPN instance {}", v6 ? "ipv6" : "ipv4", name),
      has_family, instance == nullptr ? Span{} : instance->where, {route.where, block.unread})));
  if (instance != nullptr) claim.show(port.device, instance->where, "the instance");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, port);
    finding.message =
        instance == nullptr
            ? fmt::format("{} tracks a route of VPN instance {}, which is not defined",
                          port_phrase(net, port), name)
            : fmt::format("{} tracks an {} route of VPN instance {}, which has no {} family",
                          port_phrase(net, port), v6 ? "IPv6" : "IPv4", name, v6 ? "IPv6" : "IPv4");
    finding.consequence = "The route can never be there: the PW stays down, or is not guarded at all.";
    if (instance == nullptr) {
      finding.fix = {"name the instance of the L3VE interface",
                     {in_interface(net, port,
                                   {"undo mpls l2vpn track route",
                                    fmt::format("mpls l2vpn track route {} vpn-instance <instance>",
                                                prefix_words(*route.prefix))})}};
    } else {
      finding.fix = {"enable the family in the instance",
                     {in_view(port.device, {"ip vpn-instance " + name, v6 ? "ipv6-family" : "ipv4-family"},
                              {"route-distinguisher <rd>", "vpn-target <target> both"})}};
    }
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const auto& interfaces = net.network().devices[d].interfaces;
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
      const PortRef port{DeviceId{d}, InterfaceId{i}};
      for (const TrackedRoute& route : interfaces[i].tracked_routes) {
        if (!is_ve_sub(interfaces[i]) || !has_ldp_pw(interfaces[i])) {
          judge_place(net, port, route, out);
        } else if (route.vpn_instance) {
          judge_instance(net, port, route, out);
        }
      }
    }
  }
}

}  // namespace

extern const Rule track_route_misplaced;
const Rule track_route_misplaced{
    .code = "L3010",
    .name = "track-route-misplaced",
    .severity = Severity::Error,
    .title =
        "`mpls l2vpn track route` stands on a VE sub-interface with an LDP PW and names an instance that "
        "exists.",
    .what =
        "The interface is a sub-interface of a VE or Global-VE interface and has an LDP PW; the VPN instance "
        "is defined on the device and has the address family of the route.",
    .why =
        "Elsewhere the command has no PW to act on; a route of an instance that does not exist never comes.",
    .fix = "Move the command to the L2VE sub-interface with the PW, and name the L3VE interface's instance.",
    .limits = "Undecided where lines of the interface or of the instance were not understood.",
    .source = "Command reference: mpls l2vpn track route, prerequisites.",
    .example = R"(
 sysname AGG1
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:1
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
+ mpls l2vc 1.1.1.1 100
  mpls l2vpn track route 10.9.9.9 32 vpn-instance v1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
