#pragma once

// What the rules about E-Trunks share: which pairs can be judged, what they are called, how two settings of
// the two devices are compared.

#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules {

// True when the two are known to be halves of one E-Trunk. An LACP system ID alone does not say so: where
// both peers are unseen, two devices may have one by habit.
bool is_sure(const pairing::EtrunkPair& pair);

// Calls both(pair) for each E-Trunk whose two halves are seen, and alone(ref) for each whose peer is
// named and is not in the snapshot, or may be one of several devices.
template <class Both, class Alone>
void for_each_etrunk(const pairing::Pairing& net, Both both, Alone alone);

// "E-Trunk 1 of PE1", "E-Trunk 1 of PE1 and PE2", "E-Trunk 1 of PE1 and E-Trunk 2 of PE2".
std::string etrunk_phrase(const pairing::Pairing& net, pairing::EtrunkRef etrunk);
std::string pair_phrase(const pairing::Pairing& net, const pairing::EtrunkPair& pair);

// The devices that own the E-Trunk's peer address; none without one.
pairing::Located peer_of(const pairing::Pairing& net, pairing::EtrunkRef etrunk);

// What would decide a question about an E-Trunk's peer: "the configuration of 9.9.9.9".
std::string decided_by_peer(const pairing::Pairing& net, pairing::EtrunkRef etrunk);

// The first service on the member Eth-Trunks, or an empty name.
std::string service_name(const pairing::Pairing& net, pairing::EtrunkRef etrunk);

// Commands of the E-Trunk's view.
DeviceCommands in_etrunk(const pairing::Pairing& net, pairing::EtrunkRef etrunk,
                         const std::vector<std::string>& lines);

// "peer-address 2.2.2.2 source-address 1.1.1.1", or its IPv6 form.
std::string addresses_line(const IpAddress& peer, const IpAddress& source, const Etrunk& like);

// True when a member, on either device, leaves the choice of the serving side to the E-Trunk. Where every
// member is forced, as in active-active EVPN, nothing depends on the election.
bool elects(const pairing::Pairing& net, const pairing::EtrunkPair& pair);
bool elects(const pairing::Pairing& net, pairing::EtrunkRef etrunk);

// True of an Eth-Trunk that negotiates its members by LACP.
bool runs_lacp(const Interface& eth_trunk);

// The sub-interfaces of member Eth-Trunks, by member.
using MemberSubs = pairing::FlatIndex<pairing::PortRef, pairing::PortRef>;
MemberSubs member_subs(const pairing::Pairing& net);

// True when a PW, a CCC connection or a VSI stands on the port.
bool carries_l2vpn(const pairing::Pairing& net, pairing::PortRef port);

// The static session that the E-Trunk tracks (the vendor ignores the case of session names); null when it
// tracks none, or when the session is not defined.
const BfdSession* tracked_session(const pairing::Pairing& net, pairing::EtrunkRef etrunk);

// Something that has to stand in the block and does not: an expression that is false, with the evidence
// "what: none", or free while the block has lines that were not understood.
smt::ExprId missing(Claim& claim, DeviceId device, std::string what, const Block& block);

// --- comparing a setting of the two sides

template <class T>
struct Setting {
  DeviceId device;
  std::string what;
  Fact<T> fact;
  Block block;
};

// Judges that the settings are equal. `describe(finding, changed, kept)` gets the side to change, whose line
// comes first in the evidence: the one that was left at its default, else the second.
template <class T, class Describe>
void must_be_equal(Judgement& out, const Setting<T>& a, const Setting<T>& b, Describe describe) {
  const bool first = !a.fact.configured() && b.fact.configured();
  const Setting<T>& changed = first ? a : b;
  const Setting<T>& kept = first ? b : a;
  Claim claim = out.claim();
  const auto to_change = claim.fact(changed.device, changed.what, changed.fact, changed.block);
  const auto to_keep = claim.fact(kept.device, kept.what, kept.fact, kept.block);
  claim.require(claim.exprs().eq(to_change, to_keep));
  out.judge(claim, [&](Finding& finding) { describe(finding, changed, kept); });
}

// The same where the other side is not seen: always undecided. `what` names the setting: "the LACP priority".
template <class T>
void must_equal_unseen(const pairing::Pairing& net, Judgement& out, pairing::EtrunkRef etrunk,
                       const Setting<T>& here, std::string_view what);

// Message and consequence of an undecided comparison of two sides.
void describe_undecided(Finding& finding, std::string_view etrunks, std::string_view what);

// What follows when the two sides do not hear each other.
inline constexpr const char* kTwoMasters =
    "Each side discards the other's hellos and takes itself for the master: both put their legs up at once, "
    "and the network may deliver frames twice or in a loop.";

// --- implementation of the templates

namespace detail {
void describe_unseen(const pairing::Pairing& net, Finding& finding, pairing::EtrunkRef etrunk,
                     std::string_view what);
}  // namespace detail

template <class Both, class Alone>
void for_each_etrunk(const pairing::Pairing& net, Both both, Alone alone) {
  for (const pairing::EtrunkPair& pair : net.etrunks().all()) {
    if (is_sure(pair)) {
      both(pair);
      continue;
    }
    for (const pairing::EtrunkRef etrunk : {pair.a, pair.b}) {
      if (!etrunk.valid()) continue;
      if (net[etrunk].peer_address && !peer_of(net, etrunk).one().valid()) alone(etrunk);
    }
  }
}

template <class T>
void must_equal_unseen(const pairing::Pairing& net, Judgement& out, pairing::EtrunkRef etrunk,
                       const Setting<T>& here, std::string_view what) {
  Claim claim = out.claim();
  const auto ours = claim.fact(here.device, here.what, here.fact, here.block);
  const auto theirs = claim.unseen(here.what + " of the peer", to_value(here.fact.value).sort(),
                                   decided_by_peer(net, etrunk));
  claim.require(claim.exprs().eq(ours, theirs));
  out.judge(claim, [&](Finding& finding) { detail::describe_unseen(net, finding, etrunk, what); });
}

}  // namespace holdfast::rules
