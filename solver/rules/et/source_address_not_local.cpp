// ET007: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::AddressOwner;
using pairing::EtrunkRef;
using pairing::Pairing;

// The device's interface with this address, a loopback if there is one; null: none.
const AddressOwner* owner_at(const Pairing& net, DeviceId device, const IpAddress& address) {
  const AddressOwner* found = nullptr;
  for (const AddressOwner& owner : net.locator().interfaces_with(address)) {
    if (owner.port.device != device) continue;
    if (net[owner.port].kind == InterfaceKind::Loopback) return &owner;
    if (found == nullptr) found = &owner;
  }
  return found;
}

// The first loopback address that the peer's E-Trunk may be told to use instead; empty: none.
std::string loopback_of(const Device& device, bool v6) {
  for (const Interface& interface : device.interfaces) {
    if (interface.kind != InterfaceKind::Loopback || interface.vpn_instance) continue;
    for (const auto& address : interface.addresses) {
      if (address->prefix.address.is_v6 == v6) return to_string(address->prefix.address);
    }
  }
  return {};
}

void judge_source(const Pairing& net, EtrunkRef etrunk, Judgement& out) {
  const Etrunk& it = net[etrunk];
  if (!it.source_address) return;
  const Device& device = net[etrunk.device];
  const AddressOwner* owner = owner_at(net, etrunk.device, **it.source_address);
  const bool local = owner != nullptr;
  if (local && net[owner->port].kind == InterfaceKind::Loopback) return;
  const std::string source = to_string(**it.source_address);
  Claim claim = out.claim();
  // Whoever did not read all of the device may have missed the interface.
  const std::string where = local ? net[owner->port].name : "no interface of the device";
  const auto stands_on = claim.fact(
      etrunk.device, "source address of the E-Trunk stands on",
      local ? configured(where, it.source_address->where) : by_default(where, it.source_address->where),
      Block{it.source_address->where, device.unread});
  claim.require(claim.exprs().negate(claim.exprs().is(stands_on, where)));
  if (local) claim.show(owner->port.device, owner->address->where, "the address");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    if (finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("whether {} is an address of {} cannot be told", source, name_of(net, etrunk.device));
      finding.consequence = kTwoMasters;
      return;
    }
    const std::string loopback = loopback_of(device, it.source_address->value.is_v6);
    if (local) {
      finding.severity = Severity::Warning;
      finding.message = fmt::format("{} sends from {}, an address of {} and not of a loopback",
                                    etrunk_phrase(net, etrunk), source, net[owner->port].name);
      finding.consequence =
          "When that interface goes down the hellos stop although the device and the other ways to it are "
          "whole: both sides become master.";
    } else {
      finding.message = fmt::format("{} sends from {}, which is no address of {}", etrunk_phrase(net, etrunk),
                                    source, name_of(net, etrunk.device));
      finding.consequence = kTwoMasters;
    }
    if (loopback.empty() || !it.peer_address) return;
    finding.fix.summary = fmt::format(
        "send from the loopback address {}, and name it as the peer on the other "
        "device",
        loopback);
    finding.fix.commands.push_back(
        in_etrunk(net, etrunk, {addresses_line(**it.peer_address, *parse_ip(loopback), it)}));
    const EtrunkRef other = net.etrunks().partner(etrunk);
    if (!other.valid() || !net[other].source_address) return;
    finding.fix.commands.push_back(in_etrunk(
        net, other, {addresses_line(*parse_ip(loopback), **net[other].source_address, net[other])}));
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::EtrunkPair& pair : net.etrunks().all()) {
    judge_source(net, pair.a, out);
    if (pair.paired()) judge_source(net, pair.b, out);
  }
}

}  // namespace

extern const Rule source_address_not_local;
const Rule source_address_not_local{
    .code = "ET007",
    .name = "source-address-not-local",
    .severity = Severity::Error,
    .title = "The source address of an E-Trunk is an address of the device, on a loopback.",
    .what =
        "The source address is looked up among the addresses of the device's interfaces. None has it: an "
        "error. An interface that is no loopback has it: a warning.",
    .why =
        "Hellos cannot be sent from an address that the device does not have. One of a physical interface "
        "goes down with it, although the other device is still reachable another way.",
    .fix = "Use a loopback address that the IGP advertises, on both devices.",
    .limits =
        "Undecided while lines of the device's system view were not understood. Whether the address can "
        "be reached is not judged here.",
    .source = "Command reference: peer-address source-address; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
- peer-address 10.0.0.2 source-address 10.0.0.11
+ peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
