// PW008: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <optional>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::ChainEnd;
using pairing::Pairing;
using pairing::PeerState;
using pairing::PwChain;
using pairing::PwEnd;
using pairing::PwEndId;

// Where a PW ends, as far as it is seen.
struct Destination {
  std::string name;       // empty: unseen
  std::string unseen_at;  // the address that would have to be seen
};

Destination destination(const Pairing& net, PwEndId id) {
  const PwChain chain = net.pw_ends().chains(id).front();
  const PwEnd& last = net[chain.ends.back()];
  const pairing::PwPeer& peer = net.pw_ends().peer(last.id);
  if (chain.end == ChainEnd::Reached) return {name_of(net, last.device), {}};
  // A PW without a counterpart is meant to end at its peer, unless that switches PWs on.
  if (chain.end == ChainEnd::Unpaired) return {name_of(net, peer.device), {}};
  return {{}, last.peer != nullptr ? to_string(**last.peer) : std::string("the PW's peer")};
}

// Both go to one neighbour: one device, or one address that nobody has seen.
bool same_neighbour(const Pairing& net, const PwEnd& a, const PwEnd& b) {
  if (a.peer == nullptr || b.peer == nullptr) return false;
  const pairing::PwPeer& to_a = net.pw_ends().peer(a.id);
  const pairing::PwPeer& to_b = net.pw_ends().peer(b.id);
  if (to_a.state == PeerState::Seen && to_b.state == PeerState::Seen) return to_a.device == to_b.device;
  return **a.peer == **b.peer;
}

smt::VarId destination_of(Claim& claim, const PwEnd& end, const Destination& destination,
                          std::string_view role) {
  std::string what = fmt::format("where the {} PW ends", role);
  if (destination.name.empty()) {
    return claim.unseen(std::move(what), smt::Sort::Text, "the configuration of " + destination.unseen_at);
  }
  return claim.fact(end.device, std::move(what), inferred(destination.name, end.peer->where), Block{});
}

void compare(const Pairing& net, const PwEnd& primary, const PwEnd& secondary, std::string_view of,
             std::string_view role, Judgement& out) {
  if (!same_neighbour(net, primary, secondary)) return;
  const Destination first = destination(net, primary.id);
  const Destination second = destination(net, secondary.id);
  Claim claim = out.claim();
  const auto there = destination_of(claim, secondary, second, role);
  const auto here = destination_of(claim, primary, first, "primary");
  claim.require(claim.exprs().ne(there, here));
  show_end(claim, secondary, secondary.peer->where);
  show_end(claim, primary, primary.peer->where);
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, primary.id);
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether the primary and {} PWs of {}, both to {}, end on one device",
                          role, of, to_string(**primary.peer))
            : fmt::format("the primary and {} PWs of {} both end on {}", role, of, first.name);
    finding.consequence =
        "The backup only guards against a fault of the PW itself: it dies together with the primary when the "
        "far "
        "device, or its attachment circuit, fails.";
    if (finding.verdict == Verdict::Unknown) return;
    finding.fix = {fmt::format("let the {} PW go to another PE that the customer is attached to", role),
                   change_value(net, secondary, secondary.peer->where, "<other-pe>")};
  });
}

void check_switched(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (!is_segment(end) || end.side != pairing::SegmentSide::Backup) continue;
    const auto sides = net.pw_ends().of_switched(end.switched);
    compare(net, sides[1], end, end_phrase(net, end), "backup", out);
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const pairing::AcGroup& group : net.ac_groups().all()) {
    if (!group.primary.valid() || !group.secondary.valid()) continue;
    compare(net, net[group.primary], net[group.secondary], port_phrase(net, group.ac), "secondary", out);
  }
  check_switched(net, out);
}

}  // namespace

extern const Rule redundancy_to_same_peer;
const Rule redundancy_to_same_peer{
    .code = "PW008",
    .name = "redundancy-to-same-peer",
    .severity = Severity::Warning,
    .title = "Primary and secondary PW end on different devices.",
    .what =
        "Where the primary and the secondary PW of an AC, or a switched PW and its backup, go to one "
        "neighbour, the "
        "devices on which they end are compared: the neighbour itself, or what lies behind it where it "
        "switches PWs.",
    .why =
        "A secondary PW to the same device protects neither against that device's failure nor against that "
        "of "
        "its access link.",
    .fix = "Let the secondary PW go to the other PE of the dual-homed pair.",
    .limits =
        "PWs that take different switching SPEs may end on one device: that is a documented set-up. Shared "
        "links and nodes on the way are FD001's. Undecided where the neighbour is not in the snapshot: it "
        "may "
        "switch the PWs to two devices.",
    .source = "Configuring a Secondary VPWS Connection; Configuring the Independent PW Redundancy Mode.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
- mpls l2vc 2.2.2.2 200 secondary
+ mpls l2vc 3.3.3.3 200 secondary
 #
 return
-#
-sysname PE2
-#
-mpls lsr-id 2.2.2.2
-#
-interface GigabitEthernet0/1/0.1
- vlan-type dot1q 10
- mpls l2vc 1.1.1.1 100
-#
-interface GigabitEthernet0/1/0.2
- vlan-type dot1q 20
- mpls l2vc 1.1.1.1 200
-#
-return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
