// SYN008: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::syn {
namespace {

using pairing::Pairing;
using pairing::PortRef;

// Sub-interfaces of these take frames by their tags, and none without a line that says which.
bool goes_by_tags(InterfaceKind kind) {
  switch (kind) {
    case InterfaceKind::Ethernet:
    case InterfaceKind::EthTrunk:
    case InterfaceKind::VirtualEthernet:
    case InterfaceKind::GlobalVe:
      return true;
    default:
      return false;
  }
}

// The line that wants frames from the sub-interface, with what it is; not known: there is none.
struct Use {
  Span where;
  const char* what = "";
};
Use use_of(const Interface& it) {
  if (!it.pws.empty()) return {it.pws.front().where, "a PW"};
  if (it.vsi) return {it.vsi->where, "a VSI"};
  if (it.bridge_domain) return {it.bridge_domain->where, "a bridge domain"};
  if (!it.addresses.empty()) return {it.addresses.front().where, "an address"};
  return {};
}

void judge(const Pairing& net, PortRef port, const Use& use, Judgement& out) {
  const Interface& it = net[port];
  Claim claim = out.claim();
  const auto tags = claim.present(port.device, fmt::format("VLAN of {}", it.name), false, {}, block_of(it));
  const auto used = claim.present(port.device, use.what, true, use.where, {});
  claim.require(claim.exprs().implies(claim.exprs().variable(used), claim.exprs().variable(tags)));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, port);
    finding.message = finding.verdict == Verdict::Unknown
                          ? fmt::format("cannot tell which VLAN {} takes", port_phrase(net, port))
                          : fmt::format("{} has {} and takes no VLAN", port_phrase(net, port), use.what);
    finding.consequence = "No frame enters or leaves by this sub-interface.";
    finding.fix = {"say which VLAN the sub-interface takes",
                   {in_interface(net, port, {"vlan-type dot1q <vlan>"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const Interface& it = devices[d].interfaces[i];
      if (!it.is_sub || !it.vlans.empty() || *it.shutdown || !goes_by_tags(it.kind)) continue;
      const Use use = use_of(it);
      if (use.where.known()) judge(net, {DeviceId{d}, InterfaceId{i}}, use, out);
    }
  }
}

}  // namespace

extern const Rule sub_interface_without_vlan;
const Rule sub_interface_without_vlan{
    .code = "SYN008",
    .name = "sub-interface-without-vlan",
    .severity = Severity::Error,
    .title = "A sub-interface that carries something takes a VLAN.",
    .what =
        "Every sub-interface of an Ethernet, Eth-Trunk or VE interface that has a PW, a VSI, a bridge domain "
        "or "
        "an address says which frames it takes: tags, ranges of tags, untagged or default ones.",
    .why = "Which sub-interface a frame belongs to is decided by its tags alone.",
    .fix = "Give the sub-interface its VLAN.",
    .limits =
        "Silent about sub-interfaces that are shut down. Undecided while lines of its view were not "
        "understood.",
    .source =
        "Command reference: vlan-type dot1q, encapsulation; seed 2, seed 3: configuration of sub-interfaces.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0.10
+ vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
