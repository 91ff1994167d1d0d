// L3005: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/ve_access.h"

namespace holdfast::rules::l3 {
namespace {

using pairing::Pairing;
using pairing::RouteOrigin;

// The family of a VPN instance on the device that tracks, and everybody who originates what it tracks.
struct Question {
  const TrackedPrefix* tracked = nullptr;
  const VpnInstance* instance = nullptr;
  const VpnFamily* family = nullptr;
  std::vector<RouteOrigin> origins;
};

// An export policy may add targets, so only without one the lines are all there is.
bool can_be_judged(const RouteOrigin& origin, DeviceId tracking) {
  if (origin.device == tracking || origin.instance == nullptr || origin.family == nullptr) return false;
  return !origin.family->export_policy;
}

// Each (device, instance, family) once, with the first of the prefixes that it tracks.
std::vector<Question> questions(const Pairing& net, const std::vector<TrackedPrefix>& tracked) {
  std::map<std::pair<DeviceId, const VpnFamily*>, bool> asked;
  std::vector<Question> result;
  for (const TrackedPrefix& it : tracked) {
    Question question;
    question.tracked = &it;
    question.instance = pairing::find_vpn_instance(net[it.device], it.instance);
    if (question.instance == nullptr) continue;
    question.family = pairing::find_family(*question.instance, it.prefix.address.is_v6);
    if (question.family == nullptr) continue;
    for (const RouteOrigin& origin : net.vpn_routes().origins(it.prefix)) {
      if (can_be_judged(origin, it.device)) question.origins.push_back(origin);
    }
    if (question.origins.empty() || asked[{it.device, question.family}]) continue;
    asked[{it.device, question.family}] = true;
    result.push_back(std::move(question));
  }
  return result;
}

using Targets = std::vector<smt::VarId>;

Targets targets_of(Claim& claim, DeviceId device, const std::string& name, const char* word,
                   const VpnFamily& family, const VpnInstance& instance) {
  const bool imports = std::string_view(word) == "import";
  const std::vector<Fact<std::string>>& targets = imports ? family.import_targets : family.export_targets;
  Targets result;
  const std::string what = fmt::format("{} target of {}", word, name);
  for (const Fact<std::string>& target : targets) {
    result.push_back(claim.fact(device, what, target, block_of(instance)));
  }
  if (targets.empty()) {
    claim.show(device, family.where.known() ? family.where : instance.where,
               fmt::format("no {} target", word));
  }
  return result;
}

smt::ExprId meet(Claim& claim, const Targets& exported, const Targets& imported) {
  std::vector<smt::ExprId> pairs;
  for (const smt::VarId a : exported) {
    for (const smt::VarId b : imported) pairs.push_back(claim.exprs().eq(a, b));
  }
  return claim.exprs().any_of(pairs);
}

std::string first_or(const std::vector<Fact<std::string>>& targets, const char* otherwise) {
  return targets.empty() ? std::string(otherwise) : *targets.front();
}

DeviceCommands in_family(DeviceId device, const VpnInstance& instance, const VpnFamily& family,
                         const std::string& line) {
  const bool v6 = family.family == AddressFamily::Ipv6;
  return in_view(device, {"ip vpn-instance " + instance.name, v6 ? "ipv6-family" : "ipv4-family"}, {line});
}

// Nobody's targets meet: the importing side is the odd one out.
void judge_import(const Pairing& net, const Question& question, Judgement& out) {
  const TrackedPrefix& tracked = *question.tracked;
  const std::string& here = name_of(net, tracked.device);
  Claim claim = out.claim();
  const Targets imported =
      targets_of(claim, tracked.device, here, "import", *question.family, *question.instance);
  std::vector<smt::ExprId> ways;
  std::vector<std::string> names;
  for (const RouteOrigin& origin : question.origins) {
    const std::string& there = name_of(net, origin.device);
    names.push_back(there);
    ways.push_back(meet(claim,
                        targets_of(claim, origin.device, there, "export", *origin.family, *origin.instance),
                        imported));
    claim.show(origin.device, origin.advertised, "the tracked route's origin");
  }
  claim.require(claim.exprs().any_of(ways));
  claim.show(tracked.device, tracked.routes.front()->where, "tracks it");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, tracked.ports.front());
    finding.message = fmt::format(
        "VPN instance {} of {} imports none of the route targets that {} {} with {}", tracked.instance, here,
        fmt::join(names, ", "), names.size() == 1 ? "exports" : "export", to_string(tracked.prefix));
    finding.consequence = fmt::format(
        "{} takes in none of their routes: the tracked route is never there, the PW stays down, and the "
        "service runs without this side from the start.",
        here);
    const std::string target = first_or(question.origins.front().family->export_targets, "<target>");
    finding.fix = {"import what they export",
                   {in_family(tracked.device, *question.instance, *question.family,
                              fmt::format("vpn-target {} import-extcommunity", target))}};
  });
}

// Some originator reaches the tracking side, this one does not.
void judge_export(const Pairing& net, const Question& question, const RouteOrigin& origin, Judgement& out) {
  const TrackedPrefix& tracked = *question.tracked;
  const std::string& here = name_of(net, tracked.device);
  const std::string& there = name_of(net, origin.device);
  Claim claim = out.claim();
  const Targets exported =
      targets_of(claim, origin.device, there, "export", *origin.family, *origin.instance);
  const Targets imported =
      targets_of(claim, tracked.device, here, "import", *question.family, *question.instance);
  claim.require(meet(claim, exported, imported));
  claim.show(origin.device, origin.advertised, "the tracked route's origin");
  claim.show(tracked.device, tracked.routes.front()->where, "tracks it");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, tracked.ports.front());
    finding.message = fmt::format(
        "VPN instance {} of {} exports {} with no route target that VPN instance {} of {} imports",
        origin.instance->name, there, to_string(tracked.prefix), tracked.instance, here);
    finding.consequence = fmt::format(
        "{} does not take in the route of {}: when the other originator fails, the tracked route is gone and "
        "the PW goes down although {} is there.",
        here, there, there);
    const std::string target = first_or(question.family->import_targets, "<target>");
    finding.fix = {"export what is imported there",
                   {in_family(origin.device, *origin.instance, *origin.family,
                              fmt::format("vpn-target {} export-extcommunity", target))}};
  });
}

// The way back: what is exported where the route is tracked is imported where it comes from.
void judge_return(const Pairing& net, const Question& question, const RouteOrigin& origin, Judgement& out) {
  const TrackedPrefix& tracked = *question.tracked;
  const std::string& here = name_of(net, tracked.device);
  const std::string& there = name_of(net, origin.device);
  Claim claim = out.claim();
  const Targets exported =
      targets_of(claim, tracked.device, here, "export", *question.family, *question.instance);
  const Targets imported =
      targets_of(claim, origin.device, there, "import", *origin.family, *origin.instance);
  claim.require(meet(claim, exported, imported));
  claim.show(tracked.device, tracked.routes.front()->where, "tracks a route of the other");
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.service = service_name(net, tracked.ports.front());
    finding.message =
        fmt::format("VPN instance {} of {} exports no route target that VPN instance {} of {} imports",
                    tracked.instance, here, origin.instance->name, there);
    finding.consequence =
        fmt::format("{} does not learn the users behind {}: what arrives there for them finds no route back.",
                    there, here);
    const std::string target = first_or(question.family->export_targets, "<target>");
    finding.fix = {"import what is exported there",
                   {in_family(origin.device, *origin.instance, *origin.family,
                              fmt::format("vpn-target {} import-extcommunity", target))}};
  });
}

void check(const Pairing& net, Judgement& out) {
  const std::vector<TrackedPrefix> tracked = tracked_prefixes(net);
  // An originator that exports nothing useful is one defect, however many want its route.
  std::set<const VpnFamily*> reported;
  for (const Question& question : questions(net, tracked)) {
    std::vector<const RouteOrigin*> strangers;
    for (const RouteOrigin& origin : question.origins) {
      if (pairing::shared_target(*origin.family, *question.family) == nullptr) strangers.push_back(&origin);
    }
    for (const RouteOrigin& origin : question.origins) {
      if (question.family->export_policy || origin.family->import_policy) continue;
      if (pairing::shared_target(*question.family, *origin.family) == nullptr)
        judge_return(net, question, origin, out);
    }
    if (strangers.size() == question.origins.size()) {
      judge_import(net, question, out);
    } else {
      for (const RouteOrigin* origin : strangers) {
        if (reported.insert(origin->family).second) judge_export(net, question, *origin, out);
      }
    }
  }
}

}  // namespace

extern const Rule route_target_mismatch;
const Rule route_target_mismatch{
    .code = "L3005",
    .name = "route-target-mismatch",
    .severity = Severity::Error,
    .title = "An export target of who originates a tracked route is an import target where it is tracked.",
    .what =
        "For every VPN instance in which a PW tracks a route: the export targets of each device that "
        "originates exactly that prefix are compared with the import targets of the instance, and the other "
        "way "
        "round, which the return traffic needs (a warning).",
    .why =
        "A VPN route is taken in only when one of its targets is imported. Without that the tracked route is "
        "never there and the PW stays down.",
    .fix = "Give both sides a common route target.",
    .limits =
        "Silent about originators with an export policy, which may set other targets, and where nobody in "
        "the snapshot originates the prefix (L3002). Each instance is asked once, with the first prefix "
        "tracked there, and each odd originator reported once.",
    .source = "Command reference: vpn-target.",
    .example = R"(
 sysname AGG1
 #
 ip vpn-instance v1
  ipv4-family
   route-distinguisher 1:1
   vpn-target 1:1 export-extcommunity
-  vpn-target 1:7 import-extcommunity
+  vpn-target 1:1 import-extcommunity
 #
 mpls lsr-id 2.2.2.2
 mpls
 mpls l2vpn
 #
 interface Virtual-Ethernet0/1/0
  ve-group 1 l2-terminate
 #
 interface Virtual-Ethernet0/1/0.10
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vpn track route 10.9.9.9 32 vpn-instance v1
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
 interface LoopBack1
  ip binding vpn-instance v1
  ip address 10.9.9.9 255.255.255.255
 #
 bgp 100
  ipv4-family vpn-instance v1
   network 10.9.9.9 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::l3
