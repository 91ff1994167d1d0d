// SYN003: see the rule's page at the end of this file.

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules::syn {
namespace {

using Key = std::pair<NameKind, std::string>;

// The device does not tell letter case apart in all of these names, so neither does the comparison.
Key key_of(const NameUse& use) {
  std::string name = use.name;
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return {use.kind, std::move(name)};
}

// Kinds whose definitions stand in the same configuration, in lines that are all read.
bool is_checked(NameKind kind) {
  switch (kind) {
    case NameKind::Interface:
    case NameKind::EthTrunk:
    case NameKind::Etrunk:
    case NameKind::BfdSession:
    case NameKind::Vsi:
    case NameKind::VpnInstance:
    case NameKind::PwTemplate:
    case NameKind::TunnelPolicy:
    case NameKind::ExplicitPath:
    case NameKind::RoutePolicy:
    case NameKind::Acl:
      return true;
    default:
      return false;
  }
}

// A physical port is there whether or not the configuration mentions it; a logical interface is made by a
// line.
bool exists_by_itself(const Device& device, const NameUse& use) {
  if (use.kind != NameKind::Interface) return false;
  const bool is_sub = use.name.find('.') != std::string::npos;
  const bool is_physical = use.name.find('/') != std::string::npos;
  return (is_physical && !is_sub && !use.name.starts_with("Virtual-Ethernet")) ||
         use.name.starts_with("NULL") || device.find_interface(use.name).valid();
}

std::set<Key> definitions_of(const Device& device) {
  std::set<Key> defined;
  for (const NameUse& use : device.names) {
    if (use.definition) defined.insert(key_of(use));
  }
  for (const Interface& interface : device.interfaces) {
    if (interface.kind == InterfaceKind::EthTrunk && !interface.is_sub) {
      defined.insert({NameKind::EthTrunk, std::to_string(interface.number)});
    }
  }
  return defined;
}

void judge(DeviceId id, const Device& device, const NameUse& use, Judgement& out) {
  Claim claim = out.claim();
  const std::string what = fmt::format("definition of {} {}", to_string(use.kind), use.name);
  const auto defined = claim.present(id, what, false, use.where, {use.where, device.unread});
  claim.require(claim.exprs().is(defined, true));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} `{}` is used but not defined", to_string(use.kind), use.name);
    finding.evidence = {{id, use.where, "defined nowhere on this device"}};
    finding.consequence = "The line has no effect: what it refers to does not exist on this device.";
    finding.fix.summary =
        fmt::format("define {} {}, or name the one that is meant", to_string(use.kind), use.name);
    if (use.kind == NameKind::TunnelPolicy) {
      finding.severity = Severity::Warning;
      finding.consequence =
          "The default class of tunnels is used instead: LDP LSPs first. The tunnels that the policy was to "
          "choose "
          "carry nothing.";
    }
  });
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    const Device& device = net[id];
    const std::set<Key> defined = definitions_of(device);
    std::set<Key> reported;
    for (const NameUse& use : device.names) {
      if (use.definition || !is_checked(use.kind) || exists_by_itself(device, use)) continue;
      if (defined.contains(key_of(use)) || !reported.insert(key_of(use)).second) continue;
      judge(id, device, use, out);
    }
  }
}

}  // namespace

extern const Rule undefined_reference;
const Rule undefined_reference{
    .code = "SYN003",
    .name = "undefined-reference",
    .severity = Severity::Error,
    .title = "What a line names is defined on the device.",
    .what =
        "Names of PW templates, BFD sessions, VPN instances, VSIs, explicit paths, Eth-Trunks, E-Trunks, "
        "logical "
        "interfaces, route-policies, ACLs and tunnel policies are looked up among the definitions of the "
        "same "
        "device. Each name is reported once, where it is used first.",
    .why = "A redundancy that tracks, binds or rides on something undefined is not there when it is needed.",
    .fix = "Define it, or correct the name.",
    .limits =
        "A warning for tunnel policies, because the default class of tunnels takes over. Physical ports need "
        "no "
        "definition. Undecided while a line of the system view was not understood: it might be the "
        "definition. "
        "Letter case is not compared.",
    .source = "Command reference NE40E V800R012, the commands that refer; semantics: tunnel policy.",
    .example = R"(
 sysname PE1
 #
 bfd
+#
+bfd to-pe2 bind peer-ip 2.2.2.2 source-ip 1.1.1.1
+ discriminator local 1
+ discriminator remote 2
 #
 e-trunk 1
  peer-address 2.2.2.2 source-address 1.1.1.1
  e-trunk track bfd-session session-name to-pe2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
