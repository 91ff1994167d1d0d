// ET001: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkRef;
using pairing::Pairing;
using pairing::PeerState;

// The hellos that `from` sends arrive only where `to` expects them.
void mirror(const Pairing& net, EtrunkRef from, EtrunkRef to, Judgement& out) {
  const Etrunk& sender = net[from];
  const Etrunk& receiver = net[to];
  if (!sender.peer_address || !sender.source_address || !receiver.source_address || !receiver.peer_address) {
    return;
  }
  // A source that the receiver does not own is the wrong one of the two.
  const bool source_is_wrong = !net.locator().owns(to.device, **receiver.source_address);
  Claim claim = out.claim();
  const auto peer = [&] {
    return claim.fact(from.device, "peer address of the E-Trunk", *sender.peer_address, block_of(sender));
  };
  const auto source = [&] {
    return claim.fact(to.device, "source address of the E-Trunk", *receiver.source_address,
                      block_of(receiver));
  };
  const auto first = source_is_wrong ? source() : peer();
  const auto second = source_is_wrong ? peer() : source();
  claim.require(claim.exprs().eq(first, second));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, from);
    finding.message = fmt::format("{} sends its hellos to {}, but its counterpart on {} uses {}",
                                  etrunk_phrase(net, from), to_string(**sender.peer_address),
                                  name_of(net, to.device), to_string(**receiver.source_address));
    finding.consequence = kTwoMasters;
    if (source_is_wrong) {
      finding.fix = {
          fmt::format("let {} send from {}", name_of(net, to.device), to_string(**sender.peer_address)),
          {in_etrunk(net, to, {addresses_line(**receiver.peer_address, **sender.peer_address, receiver)})}};
    } else {
      finding.fix = {
          fmt::format("let {} send to {}", name_of(net, from.device), to_string(**receiver.source_address)),
          {in_etrunk(net, from,
                     {addresses_line(**receiver.source_address, **sender.source_address, sender)})}};
    }
  });
}

void without_peer(const Pairing& net, EtrunkRef etrunk, Judgement& out) {
  const Etrunk& it = net[etrunk];
  if (it.peer_address || net.etrunks().members(etrunk).empty()) return;
  Claim claim = out.claim();
  claim.require(missing(claim, etrunk.device, "peer address of the E-Trunk", block_of(it)));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    finding.message = fmt::format("{} has no peer address", etrunk_phrase(net, etrunk));
    finding.consequence =
        "It exchanges no hellos with another device and always takes itself for the master.";
    finding.fix = {"name the other device, from a loopback address to its loopback address",
                   {in_etrunk(net, etrunk, {"peer-address <peer> source-address <source>"})}};
  });
}

// The peer is in the snapshot, and no E-Trunk there fits.
void not_answered(const Pairing& net, EtrunkRef etrunk, DeviceId peer, Judgement& out) {
  const Etrunk& it = net[etrunk];
  Claim claim = out.claim();
  if (peer == etrunk.device) {
    const auto address = claim.fact(peer, "peer address of the E-Trunk", *it.peer_address, block_of(it));
    claim.require(claim.exprs().negate(claim.exprs().is(address, to_value(**it.peer_address))));
  } else {
    claim.require(missing(claim, peer, fmt::format("E-Trunk whose peer is {}", name_of(net, etrunk.device)),
                          block_of(net[peer])));
    claim.show(etrunk.device, it.peer_address->where, "peer address of the E-Trunk");
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    finding.message = fmt::format(
        "{} names {} as its peer, which {}", etrunk_phrase(net, etrunk), to_string(**it.peer_address),
        peer == etrunk.device
            ? std::string("is its own address")
            : fmt::format("is {}; {} has no E-Trunk for it", name_of(net, peer), name_of(net, peer)));
    finding.consequence = "No hello is answered: the device always takes itself for the master.";
    if (peer == etrunk.device || !it.source_address) return;
    finding.fix = {fmt::format("make the E-Trunk on {}, or name another peer", name_of(net, peer)),
                   {in_view(peer, {fmt::format("e-trunk {}", it.id)},
                            {addresses_line(**it.source_address, **it.peer_address, it)})}};
  });
}

void undecided(const Pairing& net, EtrunkRef etrunk, Judgement& out) {
  const Etrunk& it = net[etrunk];
  Claim claim = out.claim();
  const auto ours = claim.fact(etrunk.device, "peer address of the E-Trunk", *it.peer_address, block_of(it));
  const auto theirs = claim.unseen("source address there", smt::Sort::Text, decided_by_peer(net, etrunk));
  claim.require(claim.exprs().eq(ours, theirs));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, etrunk);
    finding.message = fmt::format("whether {}, the peer of {}, has an E-Trunk back cannot be told",
                                  to_string(**it.peer_address), etrunk_phrase(net, etrunk));
    finding.consequence = kTwoMasters;
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::EtrunkPair& pair : net.etrunks().all()) {
    without_peer(net, pair.a, out);
    if (pair.paired()) without_peer(net, pair.b, out);
    if (is_sure(pair)) {
      mirror(net, pair.a, pair.b, out);
      mirror(net, pair.b, pair.a, out);
      continue;
    }
    for (const EtrunkRef etrunk : {pair.a, pair.b}) {
      if (!etrunk.valid() || !net[etrunk].peer_address) continue;
      const pairing::Located found = peer_of(net, etrunk);
      if (found.one().valid()) {
        not_answered(net, etrunk, found.one(), out);
      } else {
        undecided(net, etrunk, out);
      }
    }
  }
}

}  // namespace

extern const Rule addresses_not_mirrored;
const Rule addresses_not_mirrored{
    .code = "ET001",
    .name = "addresses-not-mirrored",
    .severity = Severity::Error,
    .title = "The peer and source addresses of the two devices of an E-Trunk mirror each other.",
    .what =
        "The peer address of each side is compared with the source address of the other. An E-Trunk with "
        "members that names no peer, and one whose peer has no E-Trunk for it, are reported as well.",
    .why =
        "A hello that comes from another address than the expected one is discarded. Each side then takes "
        "itself for the master and puts its leg up.",
    .fix = "Set peer-address and source-address so that each side's peer is the other side's source.",
    .limits =
        "Undecided while the peer is not among the configurations. Sides whose addresses do not lead to "
        "each other are recognised by one E-Trunk id and PWs that belong together.",
    .source =
        "Configuring PW Status Negotiation, configuring an E-Trunk; command reference: peer-address "
        "source-address; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  priority 10
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
  priority 20
- peer-address 192.168.1.1 source-address 10.0.0.2
-#
-interface GigabitEthernet0/1/0
- ip address 192.168.1.2 255.255.255.252
+ peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et
