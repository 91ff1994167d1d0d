// SYN005: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::syn {
namespace {

using pairing::Pairing;

// One place that claims an identity.
struct Holder {
  DeviceId device;
  Span where;
};

// Everything that claims an identity of one kind, by that identity.
using Holders = std::map<std::string, std::vector<Holder>>;

struct Kind {
  const char* what;  // "LSR ID"
  const char* consequence;
};

void judge(const Pairing& net, const Kind& kind, const Holders& all, Judgement& out) {
  for (const auto& entry : all) {
    const auto& identity = entry.first;
    const auto& holders = entry.second;
    if (holders.size() < 2) continue;
    Claim claim = out.claim();
    std::vector<smt::VarId> values;
    for (std::size_t i = holders.size(); i-- > 0;) {
      values.push_back(claim.fact(holders[i].device,
                                  fmt::format("{} of {}", kind.what, name_of(net, holders[i].device)),
                                  configured(identity, holders[i].where), {holders[i].where, {}}));
    }
    claim.require(claim.exprs().distinct(values));
    for (const Holder& holder : holders) claim.show(holder.device, holder.where, {});
    out.judge(claim, [&](Finding& finding) {
      finding.message = fmt::format("{} {} is used {} times", kind.what, identity, holders.size());
      finding.consequence = kind.consequence;
      finding.fix.summary = fmt::format("give all but one of them another {}", kind.what);
    });
  }
}

Holders names_of(const Network& network) {
  Holders result;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    const Device& device = network.devices[i];
    result[device.name.value].push_back({DeviceId(i), device.name.where});
  }
  return result;
}

Holders lsr_ids_of(const Network& network) {
  Holders result;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    const auto& lsr_id = network.devices[i].mpls.lsr_id;
    if (lsr_id) result[to_string(lsr_id->value)].push_back({DeviceId(i), lsr_id->where});
  }
  return result;
}

// Of OSPF processes in the global table: one router ID per process and network.
Holders router_ids_of(const Network& network) {
  Holders result;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    for (const OspfProcess& ospf : network.devices[i].ospf) {
      if (!ospf.router_id || ospf.vpn_instance) continue;
      std::vector<Holder>& holders = result[to_string(ospf.router_id->value)];
      if (!holders.empty() && holders.back().device == DeviceId(i)) continue;  // one ID for several processes
      holders.push_back({DeviceId(i), ospf.router_id->where});
    }
  }
  return result;
}

// Addresses of backbone ports. Customer networks, VPNs, loopbacks shared on purpose (anycast) and gateways
// that several devices offer together are not compared.
Holders backbone_addresses_of(const Network& network) {
  Holders result;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    for (const Interface& interface : network.devices[i].interfaces) {
      const bool backbone = interface.mpls.configured() && *interface.mpls && !interface.vpn_instance;
      if (!backbone || *interface.shutdown) continue;
      for (const Fact<InterfaceAddress>& address : interface.addresses) {
        result[to_string(address.value.prefix.address)].push_back({DeviceId(i), address.where});
      }
    }
  }
  return result;
}

// A VC ID and type once per device and peer; a dual bypass has two VCs of its own.
void judge_vc_ids(const Pairing& net, Judgement& out) {
  std::map<std::tuple<DeviceId, Ipv4, VcType, std::uint32_t>, std::vector<Holder>> all;
  for (const pairing::PwEnd& end : net.pw_ends().all()) {
    if (end.peer == nullptr || end.vc_id == nullptr || end.is_static) continue;
    all[{end.device, end.peer->value, end.vc_type->value, end.vc_id->value}].push_back(
        {end.device, end.where});
  }
  for (const auto& [key, holders] : all) {
    const auto& [device, peer, type, vc_id] = key;
    if (holders.size() < 2) continue;
    judge(net, {"VC ID", "The device takes one of the PWs only; the service of the other has no PW."},
          {{fmt::format("{} to {} ({})", vc_id, to_string(peer), to_string(type)), holders}}, out);
  }
}

void check(const Pairing& net, Judgement& out) {
  const Network& network = net.network();
  judge(net,
        {"sysname",
         "Findings and links cannot tell the devices apart; perhaps one configuration is here twice."},
        names_of(network), out);
  judge(net, {"LSR ID", "LDP sessions and PWs to this LSR ID go to one of the devices or flap between them."},
        lsr_ids_of(network), out);
  judge(
      net,
      {"router ID", "OSPF neighbours refuse each other, or routes of one device replace those of the other."},
      router_ids_of(network), out);
  judge(net,
        {"interface address", "Adjacencies on these ports fail, and traffic to the address goes astray."},
        backbone_addresses_of(network), out);
  judge_vc_ids(net, out);
}

}  // namespace

extern const Rule duplicate_identity;
const Rule duplicate_identity{
    .code = "SYN005",
    .name = "duplicate-identity",
    .severity = Severity::Error,
    .title = "What identifies something exists once.",
    .what =
        "Sysnames, LSR IDs, OSPF router IDs and addresses of MPLS interfaces in the whole snapshot; VC ID "
        "and "
        "type per device and peer.",
    .why =
        "Two devices with one LSR ID take each other's sessions; a PW comes up with the wrong end or not at "
        "all.",
    .fix = "Give all but one of them another value, and correct what refers to it.",
    .limits =
        "Addresses of customer networks, of VPN instances and of loopbacks are not compared: they are "
        "repeated "
        "on purpose (anycast). A router ID that one device uses in several OSPF processes counts once.",
    .source = "Command reference NE40E V800R012: sysname, mpls lsr-id, ospf, mpls l2vc.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 #
 return
 sysname PE2
 #
-mpls lsr-id 1.1.1.1
+mpls lsr-id 2.2.2.2
 mpls
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn
