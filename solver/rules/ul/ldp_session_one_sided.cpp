// UL002: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/control_plane/adjacencies.h"
#include "solver/control_plane/igp.h"
#include "solver/control_plane/ldp_sessions.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::ul {
namespace {

using control_plane::begins_session;
using pairing::Pairing;
using pairing::PwEnd;

const LdpRemotePeer* remote_peer(const Pairing& net, DeviceId here, DeviceId there) {
  const std::optional<Ipv4> peer = net.locator().lsr_id(there);
  for (const LdpRemotePeer& it : net[here].mpls.remote_peers) {
    if (it.remote_ip && peer == **it.remote_ip) return &it;
  }
  return nullptr;
}

// A remote peer that leads to nobody in the snapshot or names no address: probably the one that was meant.
const LdpRemotePeer* astray(const Pairing& net, DeviceId here) {
  for (const LdpRemotePeer& it : net[here].mpls.remote_peers) {
    if (!it.remote_ip || net.locator().device_of(**it.remote_ip).unseen()) return &it;
  }
  return nullptr;
}

// What two devices need a session for.
struct Pair {
  DeviceId a;
  DeviceId b;
  const PwEnd* end = nullptr;  // of one of their PWs
};

std::vector<Pair> pairs_of(const Pairing& net) {
  std::map<std::pair<DeviceId, DeviceId>, const PwEnd*> found;
  for (const PwEnd& end : net.pw_ends().all()) {
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || other->id < end.id || other->device == end.device) continue;
    if (end.is_static || other->is_static) continue;
    found.try_emplace(std::minmax(end.device, other->device), &end);
  }
  std::vector<Pair> pairs;
  pairs.reserve(found.size());
  for (const auto& [devices, end] : found) pairs.push_back({devices.first, devices.second, end});
  return pairs;
}

// Subnets in which the device runs LDP.
std::set<IpPrefix> ldp_subnets(const Device& device) {
  std::set<IpPrefix> subnets;
  for (const Interface& it : device.interfaces) {
    const auto* address = control_plane::primary_address(it);
    if (address == nullptr || it.vpn_instance || *it.shutdown || !control_plane::runs_ldp(device, it))
      continue;
    subnets.insert((*address)->prefix.network());
  }
  return subnets;
}

// Whether LDP runs at both ends of a link between them. Two that have one address by mistake are meant to be.
bool are_neighbours(const Pairing& net, const Pair& pair) {
  const std::set<IpPrefix> here = ldp_subnets(net[pair.a]);
  return std::ranges::any_of(ldp_subnets(net[pair.b]), [&](const IpPrefix& it) { return here.contains(it); });
}

// Lines that were not understood and may make a link of theirs one with LDP.
std::vector<Span> unread_of(const Pairing& net, const Pair& pair) {
  std::vector<Span> unread;
  for (const DeviceId device : {pair.a, pair.b}) {
    unread.insert(unread.end(), net[device].unread.begin(), net[device].unread.end());
    for (const Interface& it : net[device].interfaces) {
      if (!it.addresses.empty()) unread.insert(unread.end(), it.unread.begin(), it.unread.end());
    }
  }
  return unread;
}

// One side's part in a targeted session.
struct Side {
  smt::ExprId begins;
  smt::ExprId takes;
};
Side side_of(const Pairing& net, DeviceId here, DeviceId there, Claim& claim) {
  const Device& device = net[here];
  const LdpRemotePeer* peer = remote_peer(net, here, there);
  const LdpRemotePeer* wrong = peer == nullptr ? astray(net, here) : nullptr;
  Block block = block_of(device);
  if (wrong != nullptr) block.header = wrong->remote_ip ? wrong->remote_ip->where : wrong->where;
  const auto named = claim.present(
      here, fmt::format("remote LDP peer for {} on {}", name_of(net, there), name_of(net, here)),
      peer != nullptr, peer != nullptr ? peer->where : Span{}, block);
  const auto made = claim.fact(here, "sessions made for PWs (`auto-create-session`)",
                               device.mpls.auto_create_session, block_of(device));
  const auto takes = claim.fact(here, "targeted hellos accepted (`accept target-hello`)",
                                device.mpls.accept_target_hello, block_of(device));
  smt::ExprArena& exprs = claim.exprs();
  return {exprs.any_of({exprs.variable(named), exprs.variable(made)}), exprs.variable(takes)};
}

void describe(const Pairing& net, const Pair& pair, bool adjacent, Finding& finding) {
  const bool a_lacks = !begins_session(net, pair.a, pair.b);
  const DeviceId lacking = a_lacks ? pair.a : pair.b;
  const DeviceId other = a_lacks ? pair.b : pair.a;
  const std::string here = name_of(net, lacking);
  const std::string there = name_of(net, other);
  const bool neither = a_lacks && !begins_session(net, pair.b, pair.a);
  finding.service = service_name(net, pair.end->id);
  if (finding.verdict == Verdict::Unknown) {
    finding.message =
        fmt::format("cannot tell whether {} and {} have an LDP session for their PWs", there, here);
  } else if (neither) {
    finding.message = fmt::format(
        "{} and {} have PWs and no LDP session: they are no LDP neighbours, and "
        "neither has a remote peer for the other",
        there, here);
  } else {
    finding.message =
        fmt::format("{} has a remote LDP peer for {}, {} has none for {}", there, here, here, there);
  }
  finding.consequence =
      adjacent ? fmt::format(
                     "The session of {} and {} hangs on the link between them: when it fails, the "
                     "session and their PWs go down, although another way is left.",
                     there, here)
               : consequence_of_down(net, *pair.end);
  if (adjacent) finding.severity = Severity::Warning;
  if (finding.verdict == Verdict::Unknown) return;
  finding.fix.summary = fmt::format("make {} a remote LDP peer of {}", there, here);
  const auto add = [&](DeviceId at, DeviceId peer) {
    const auto lsr_id = net.locator().lsr_id(peer);
    finding.fix.commands.push_back(
        in_view(at, {fmt::format("mpls ldp remote-peer {}", name_of(net, peer))},
                {fmt::format("remote-ip {}", lsr_id ? to_string(*lsr_id) : std::string("<lsr-id>"))}));
  };
  add(lacking, other);
  if (neither) add(other, lacking);
}

void judge(const Pairing& net, const Pair& pair, bool adjacent, Judgement& out) {
  Claim claim = out.claim();
  const Side a = side_of(net, pair.a, pair.b, claim);
  const Side b = side_of(net, pair.b, pair.a, claim);
  smt::ExprArena& exprs = claim.exprs();
  std::vector<smt::ExprId> ways = {exprs.all_of({a.begins, b.begins}), exprs.all_of({a.begins, b.takes}),
                                   exprs.all_of({b.begins, a.takes})};
  if (!adjacent) {
    const std::vector<Span> unread = unread_of(net, pair);
    const auto link = claim.present(pair.a, "a link with LDP to " + name_of(net, pair.b), false, {},
                                    {block_of(net[pair.a]).header, unread});
    ways.push_back(exprs.variable(link));
  }
  claim.require(exprs.any_of(ways));
  const auto show_peer = [&](DeviceId here, DeviceId there) {
    if (const LdpRemotePeer* peer = remote_peer(net, here, there))
      claim.show(here, peer->where, "its remote peer");
  };
  show_peer(pair.a, pair.b);
  show_peer(pair.b, pair.a);
  claim.show(pair.end->device, pair.end->where, "a PW that needs the session");
  out.judge(claim, [&](Finding& finding) { describe(net, pair, adjacent, finding); });
}

bool runs_ldp(const Pairing& net, DeviceId device) {
  return *net[device].mpls.enabled && *net[device].mpls.ldp;
}

// A device with PWs that says nothing at all of LDP; what stands below `mpls ldp` and needs it is SYN006's.
void judge_global(const Pairing& net, const Pair& pair, DeviceId device, Judgement& out) {
  const Device& here = net[device];
  const bool needed = !here.mpls.remote_peers.empty() ||
                      std::ranges::any_of(here.interfaces, [](const Interface& it) { return *it.ldp; });
  if (needed) return;
  Claim claim = out.claim();
  const auto on = claim.fact(device, "`mpls ldp` in the system view", here.mpls.ldp, block_of(here));
  claim.require(claim.exprs().variable(on));
  claim.show(pair.end->device, pair.end->where, "a PW that needs it");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, pair.end->id);
    finding.message = fmt::format("{} has PWs that LDP sets up and does not run LDP", name_of(net, device));
    finding.consequence = consequence_of_down(net, *pair.end);
    finding.fix = {"switch LDP on", {in_view(device, {}, {"mpls ldp"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const Pair& pair : pairs_of(net)) {
    if (!net.locator().lsr_id(pair.a) || !net.locator().lsr_id(pair.b)) continue;
    if (!runs_ldp(net, pair.a) || !runs_ldp(net, pair.b)) {
      for (const DeviceId device : {pair.a, pair.b}) {
        if (!runs_ldp(net, device)) judge_global(net, pair, device, out);
      }
      continue;
    }
    if (control_plane::targeted(net, pair.a, pair.b)) continue;
    const bool adjacent = are_neighbours(net, pair);
    const bool one_begins = begins_session(net, pair.a, pair.b) || begins_session(net, pair.b, pair.a);
    if (!adjacent || one_begins) judge(net, pair, adjacent, out);
  }
}

}  // namespace

extern const Rule ldp_session_one_sided;
const Rule ldp_session_one_sided{
    .code = "UL002",
    .name = "ldp-session-one-sided",
    .severity = Severity::Error,
    .title = "Devices with PWs between them have an LDP session.",
    .what =
        "For every two devices that share a PW set up by LDP: each has the other as a remote LDP peer or "
        "makes "
        "sessions for its PWs (`auto-create-session`), or one does and the other accepts targeted hellos. "
        "LDP "
        "neighbours on a link need none of this; where only one of two neighbours has the other as a remote "
        "peer, that is a warning.",
    .why =
        "The labels of a PW are exchanged over that session. A targeted session needs hellos from both ends, "
        "or "
        "an end that accepts them.",
    .fix = "Make each device a remote LDP peer of the other; `remote-ip` is the other's LSR ID.",
    .limits =
        "Speaks of PWs whose two ends are seen and belong together; whether the LSR IDs are reached is "
        "UL001's "
        "and UL003's business. Undecided while lines of the system view were not understood.",
    .source =
        "Command reference: mpls ldp remote-peer, remote-ip, accept target-hello, mpls l2vpn "
        "auto-create-session; semantics: LDP session.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 mpls ldp
 #
 mpls ldp remote-peer PE2
  remote-ip 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 mpls
 #
 mpls ldp
 #
 mpls ldp remote-peer PE1
- remote-ip 3.3.3.3
+ remote-ip 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
