// L3002: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::RouteOrigin;

// What one tracked prefix has to go by.
struct Case {
  const TrackedPrefix* tracked = nullptr;
  const VpnInstance* instance = nullptr;
  const VpnFamily* family = nullptr;
  AddressFamily vpn = AddressFamily::Vpnv4;
};

// `network` lines that lack their route: one defect, however many devices track it.
using Reported = std::set<const Fact<IpPrefix>*>;

std::string question_of(const Pairing& net, const Case& it) {
  return fmt::format("a route to {} in VPN instance {} of {}", to_string(it.tracked->prefix),
                     it.tracked->instance, name_of(net, it.tracked->device));
}

// Devices that may originate a route for this one: its VPN neighbours and, behind reflectors, theirs.
std::vector<DeviceId> senders(const Pairing& net, const Case& it) {
  std::vector<DeviceId> result = vpn_neighbours(net, it.tracked->device, it.vpn);
  const std::size_t direct = result.size();
  for (std::size_t i = 0; i < direct; ++i) {
    for (const DeviceId next : vpn_neighbours(net, result[i], it.vpn)) {
      if (next != it.tracked->device && std::ranges::find(result, next) == result.end()) {
        result.push_back(next);
      }
    }
  }
  return result;
}

// `network` lines of a device in instances whose routes this one takes in.
std::vector<const Fact<IpPrefix>*> networks_of(const Pairing& net, const Case& it, DeviceId device) {
  std::vector<const Fact<IpPrefix>*> result;
  for (const VpnInstance& instance : net[device].vpn_instances) {
    const bool v6 = it.tracked->prefix.address.is_v6;
    const VpnFamily* exporting = pairing::find_family(instance, v6);
    const BgpFamily* family = instance_family(net[device], instance.name, v6);
    if (exporting == nullptr || family == nullptr) continue;
    if (pairing::shared_target(*exporting, *it.family) == nullptr) continue;
    for (const Fact<IpPrefix>& network : family->networks) result.push_back(&network);
  }
  return result;
}

// Where a route could come from that configurations do not show: peers that are unseen, and what an instance
// of a seen device learns from its own neighbours.
std::vector<std::string> unseen_sources(const Pairing& net, const Case& it,
                                        const std::vector<DeviceId>& devices) {
  std::vector<std::string> result;
  const bool v6 = it.tracked->prefix.address.is_v6;
  const auto add = [&](DeviceId device) {
    for (const std::string& peer : unseen_vpn_peers(net, device, it.vpn)) {
      result.push_back("the configuration of " + peer);
    }
    for (const VpnInstance& instance : net[device].vpn_instances) {
      const VpnFamily* exporting = pairing::find_family(instance, v6);
      if (exporting == nullptr) continue;
      const bool own = device == it.tracked->device;
      if (own ? instance.name != it.tracked->instance
              : pairing::shared_target(*exporting, *it.family) == nullptr) {
        continue;
      }
      const BgpFamily* family = instance_family(net[device], instance.name, v6);
      if (family == nullptr) continue;
      const bool imports = std::ranges::any_of(family->imports, [](const Fact<std::string>& protocol) {
        return *protocol != "direct" && *protocol != "static";
      });
      if (imports || !family->peers.empty()) {
        result.push_back(
            fmt::format("the routes that {} learns in VPN instance {}", name_of(net, device), instance.name));
      }
    }
  };
  add(it.tracked->device);
  for (const DeviceId device : devices) add(device);
  return result;
}

void show_tracking(const Case& it, Claim& claim) {
  for (const TrackedRoute* route : it.tracked->routes) {
    claim.show(it.tracked->device, route->where, "tracks it");
  }
}

void describe(const Pairing& net, const Case& it, Finding& finding) {
  const std::string& here = name_of(net, it.tracked->device);
  finding.service = service_name(net, it.tracked->ports.front());
  finding.message = fmt::format("{} tracks {} in VPN instance {}, ", here, to_string(it.tracked->prefix),
                                it.tracked->instance);
  finding.consequence = fmt::format(
      "The route is never there, so the PW on {} stays down from the start: the service runs on the other PW "
      "alone, or not at all.",
      net[it.tracked->ports.front()].name);
}

Fix track_instead(const Pairing& net, const Case& it, const IpPrefix& prefix) {
  Fix fix;
  fix.summary = fmt::format("track {}, which is originated", to_string(prefix));
  for (const pairing::PortRef port : it.tracked->ports) {
    fix.commands.push_back(in_interface(
        net, port,
        {"undo mpls l2vpn track route", fmt::format("mpls l2vpn track route {} vpn-instance {}",
                                                    prefix_words(prefix), it.tracked->instance)}));
  }
  return fix;
}

// The prefix that was probably meant: one that holds the tracked one, or lies in it.
const Fact<IpPrefix>* meant(const Case& it, const std::vector<const Fact<IpPrefix>*>& networks) {
  for (const Fact<IpPrefix>* network : networks) {
    const IpPrefix& prefix = it.tracked->prefix;
    if ((*network)->contains(prefix.address) || prefix.contains((*network)->address)) return network;
  }
  return nullptr;
}

// A `network` line takes only what is in the routing table: the prefix must be there as well.
void judge_without_route(const Pairing& net, const Case& it, DeviceId device, const Fact<IpPrefix>& line,
                         const std::vector<std::string>& unseen, Judgement& out) {
  Claim claim = out.claim();
  std::vector<smt::ExprId> ways = {claim.exprs().variable(claim.present(
      device, fmt::format("an interface or a static route with {}", to_string(it.tracked->prefix)), false, {},
      {line.where, net[device].unread}))};
  for (const std::string& source : unseen) {
    ways.push_back(claim.exprs().variable(claim.unseen(question_of(net, it), smt::Sort::Boolean, source)));
  }
  claim.require(claim.exprs().any_of(ways));
  show_tracking(it, claim);
  out.judge(claim, [&](Finding& finding) {
    describe(net, it, finding);
    finding.message += fmt::format(
        "which {} advertises, but has neither on an interface nor as a static route", name_of(net, device));
    finding.fix = {"give the prefix to an interface of the instance",
                   {in_view(device, {"interface LoopBack <number>"},
                            {"ip binding vpn-instance <instance>",
                             (it.tracked->prefix.address.is_v6 ? "ipv6 address " : "ip address ") +
                                 prefix_words(it.tracked->prefix)})}};
  });
}

// Nobody has the prefix: it is compared with what they do originate.
void judge_not_originated(const Pairing& net, const Case& it, Reported& reported, Judgement& out) {
  const std::vector<DeviceId> devices = senders(net, it);
  const std::vector<std::string> unseen = unseen_sources(net, it, devices);
  Claim claim = out.claim();
  const TrackedRoute& route = *it.tracked->routes.front();
  const auto wanted =
      claim.fact(it.tracked->device, "tracked prefix",
                 Fact<std::string>{to_string(it.tracked->prefix), route.prefix.where, route.prefix.origin},
                 block_of(net[it.tracked->ports.front()]));
  std::vector<smt::ExprId> ways;
  std::vector<const Fact<IpPrefix>*> all;
  for (const DeviceId device : devices) {
    for (const Fact<IpPrefix>* network : networks_of(net, it, device)) {
      if ((*network)->network() == it.tracked->prefix) {
        if (reported.insert(network).second) judge_without_route(net, it, device, *network, unseen, out);
        return;
      }
      all.push_back(network);
      const auto there =
          claim.fact(device, fmt::format("prefix that {} originates", name_of(net, device)),
                     Fact<std::string>{to_string((*network)->network()), network->where, network->origin},
                     block_of(*net[device].bgp));
      ways.push_back(claim.exprs().eq(wanted, there));
    }
  }
  for (const std::string& source : unseen) {
    ways.push_back(claim.exprs().variable(claim.unseen(question_of(net, it), smt::Sort::Boolean, source)));
  }
  claim.require(claim.exprs().any_of(ways));
  show_tracking(it, claim);
  out.judge(claim, [&](Finding& finding) {
    describe(net, it, finding);
    finding.message += finding.verdict == Verdict::Unknown ? "which nobody in the snapshot originates"
                                                           : "which nobody originates there";
    if (const Fact<IpPrefix>* instead = meant(it, all)) {
      finding.message += fmt::format(" ({} is originated)", to_string((*instead)->network()));
      finding.fix = track_instead(net, it, (*instead)->network());
    } else {
      finding.fix.summary = "originate the prefix on the routers behind, or track one that they originate";
    }
  });
}

// It is originated: whether it gets here.
void judge_way(const Pairing& net, const Case& it, const std::vector<RouteOrigin>& origins, Judgement& out) {
  Claim claim = out.claim();
  std::vector<smt::ExprId> ways;
  std::vector<std::string> names;
  bool by_targets = false;
  for (const RouteOrigin& origin : origins) {
    const bool has_way = net.vpn_routes().path(origin, it.tracked->device).reached;
    const bool taken = pairing::shared_target(*origin.family, *it.family) != nullptr;
    by_targets = by_targets || (has_way && !taken);
    if (taken && origin.family->export_policy) return;
    const std::string what =
        has_way ? fmt::format("a common route target with {}", name_of(net, origin.device))
                : fmt::format("a {} way from {}", it.vpn == AddressFamily::Vpnv6 ? "VPNv6" : "VPNv4",
                              name_of(net, origin.device));
    const Device& here = net[it.tracked->device];
    Span where = it.family->where;
    if (!has_way) where = here.bgp ? here.bgp->where : it.instance->where;
    ways.push_back(
        claim.exprs().variable(claim.present(it.tracked->device, what, has_way && taken, origin.advertised,
                                             {where, block_of(*it.instance).unread})));
    if (!has_way && net.vpn_routes().may_pass_unseen(origin, it.tracked->device)) {
      ways.push_back(claim.exprs().variable(
          claim.unseen(question_of(net, it), smt::Sort::Boolean, "the configuration of unseen BGP peers")));
    }
    names.push_back(name_of(net, origin.device));
    claim.show(origin.device, origin.advertised, "originates it");
  }
  claim.require(claim.exprs().any_of(ways));
  show_tracking(it, claim);
  out.judge(claim, [&](Finding& finding) {
    describe(net, it, finding);
    finding.message += fmt::format("which {} {}, but ", fmt::join(names, ", "),
                                   names.size() == 1 ? "originates" : "originate");
    finding.message += by_targets ? "no import target takes it in" : "no BGP session brings it here";
    finding.fix.summary = by_targets ? "import a route target with which it is exported"
                                     : "peer with the originator or with a route reflector in this family";
  });
}

bool is_usable(const RouteOrigin& origin) {
  return origin.instance != nullptr && origin.family != nullptr;
}

void check_prefix(const Pairing& net, const TrackedPrefix& tracked, Reported& reported, Judgement& out) {
  Case it;
  it.tracked = &tracked;
  it.vpn = vpn_family_of(tracked.prefix);
  it.instance = pairing::find_vpn_instance(net[tracked.device], tracked.instance);
  if (it.instance == nullptr) return;  // L3010
  it.family = pairing::find_family(*it.instance, tracked.prefix.address.is_v6);
  if (it.family == nullptr) return;  // L3010
  // What the device has itself is there without anybody's help.
  for (const pairing::PortRef port : net.vpn_routes().interfaces_with(tracked.prefix)) {
    if (port.device == tracked.device && **net[port].vpn_instance == tracked.instance) return;
  }
  std::vector<RouteOrigin> origins = net.vpn_routes().origins(tracked.prefix);
  std::erase_if(origins, [](const RouteOrigin& origin) { return !is_usable(origin); });
  const bool is_own = std::ranges::any_of(
      origins, [&](const RouteOrigin& origin) { return origin.device == tracked.device; });
  if (is_own) return;
  if (origins.empty()) {
    judge_not_originated(net, it, reported, out);
  } else {
    judge_way(net, it, origins, out);
  }
}

void check(const Pairing& net, Judgement& out) {
  Reported reported;
  for (const TrackedPrefix& tracked : tracked_prefixes(net)) check_prefix(net, tracked, reported, out);
}

}  // namespace

extern const Rule tracked_route_never_present;
const Rule tracked_route_never_present{
    .code = "L3002",
    .name = "tracked-route-never-present",
    .severity = Severity::Error,
    .title = "Somebody originates exactly the tracked prefix, and it reaches the device that tracks it.",
    .what =
        "For every prefix that a PW tracks in a VPN instance: some device has it on an interface or as a "
        "static route of an instance, takes it into BGP (`network` or `import-route`), and working VPNv4 or "
        "VPNv6 sessions lead from there to here, past the import targets of the instance.",
    .why =
        "Tracking wants exactly this route, not one that contains it. Where it can never be there, the PW "
        "never comes up.",
    .fix = "Track a prefix that is originated, letter for letter, or originate the one that is tracked.",
    .limits =
        "Silent where the device has the prefix itself, and about filters on the way. Undecided where BGP "
        "peers are not in the snapshot or an instance learns routes from its customers.",
    .source =
        "Associating the VPWS PW Status with the VPNv6 Route Status, procedure; command reference, mpls "
        "l2vpn track route.",
    .example = R"(
 sysname AGG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:1
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 interface LoopBack0
  ip address 2.2.2.2 255.255.255.255
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
- mpls l2vpn track route 10.9.9.9 32 vpn-instance v1
+ mpls l2vpn track route 10.9.9.0 24 vpn-instance v1
 #
 bgp 100
  peer 4.4.4.4 as-number 100
  #
  ipv4-family vpnv4
   policy vpn-target
   peer 4.4.4.4 enable
 #
 return
 sysname RSG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:2
   vpn-target 1:1 export-extcommunity
   vpn-target 1:1 import-extcommunity
 #
 interface LoopBack0
  ip address 4.4.4.4 255.255.255.255
 #
 interface LoopBack1
  ip binding vpn-instance v1
  ip address 10.9.9.9 255.255.255.0
 #
 bgp 100
  peer 2.2.2.2 as-number 100
  #
  ipv4-family vpnv4
   policy vpn-target
   peer 2.2.2.2 enable
  #
  ipv4-family vpn-instance v1
   network 10.9.9.0 255.255.255.0
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
