// VS005: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules::vs {
namespace {

using pairing::Pairing;
using pairing::VsiRef;

constexpr std::uint32_t kLargestPreference = 32;
constexpr std::size_t kMembers = 2;

struct GroupRef {
  VsiRef vsi;
  const ProtectGroup* group;
};

std::string group_phrase(const Pairing& net, const GroupRef& ref) {
  return fmt::format("protect-group {} of VSI {} on {}", ref.group->name, net[ref.vsi].name,
                     name_of(net, ref.vsi.device));
}

DeviceCommands in_group(const Pairing& net, const GroupRef& ref, const std::vector<std::string>& lines) {
  return in_vsi_ldp(net, ref.vsi, "protect-group " + ref.group->name, lines);
}

bool is_peer(const Vsi& vsi, const ProtectMember& member) {
  return std::ranges::any_of(vsi.peers,
                             [&](const VsiPeer& peer) { return peer_command(peer) == peer_command(member); });
}

bool is_grouped(const Vsi& vsi, const VsiPeer& peer) {
  return std::ranges::any_of(vsi.groups, [&](const ProtectGroup& group) {
    return std::ranges::any_of(group.members, [&](const ProtectMember& member) {
      return peer_command(peer) == peer_command(member);
    });
  });
}

void check_mode(const Pairing& net, const GroupRef& ref, Judgement& out) {
  const ProtectGroup& group = *ref.group;
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(
      claim.present(ref.vsi.device, fmt::format("`protect-mode` of protect-group {}", group.name),
                    group.mode.has_value(), group.mode ? group.mode->where : Span{}, block_of(group))));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref.vsi);
    finding.message = fmt::format("{} has no mode", group_phrase(net, ref));
    finding.consequence =
        "Without a mode the group protects nothing: its PWs do not stand in for each other.";
    std::vector<std::string> lines = {"protect-mode pw-redundancy master"};
    for (const ProtectMember& member : group.members) lines.push_back(line_text(net, member.where));
    finding.fix = {"give the group its mode before its members", {in_group(net, ref, lines)}};
  });
}

// The peers of the VSI that no group has: the one that was forgotten is among them.
std::vector<const VsiPeer*> free_peers(const Vsi& vsi) {
  std::vector<const VsiPeer*> result;
  for (const VsiPeer& peer : vsi.peers) {
    if (!is_grouped(vsi, peer) && is_hub(peer)) result.push_back(&peer);
  }
  return result;
}

Fix fix_of_lonely(const Pairing& net, const GroupRef& ref, const std::vector<const VsiPeer*>& free) {
  const auto& members = ref.group->members;
  if (members.empty()) {
    return {"add two PWs to the group",
            {in_group(net, ref, {"peer <preferred-peer> preference 1", "peer <other-peer> preference 2"})}};
  }
  const std::string peer = free.size() == 1 ? peer_command(*free.front()) : "peer <other-peer>";
  const auto& preference = members.front().preference;
  const std::uint32_t next = preference && **preference < kLargestPreference ? **preference + 1 : 1;
  return {"add the second PW to the group",
          {in_group(net, ref, {fmt::format("{} preference {}", peer, next)})}};
}

void check_count(const Pairing& net, const GroupRef& ref, Judgement& out) {
  const ProtectGroup& group = *ref.group;
  const DeviceId device = ref.vsi.device;
  Claim claim = out.claim();
  if (group.members.size() > kMembers) {
    const auto third = claim.present(device, fmt::format("third PW of protect-group {}", group.name), true,
                                     group.members[kMembers].where, block_of(group));
    claim.require(claim.exprs().negate(claim.exprs().variable(third)));
  } else {
    const bool both = group.members.size() == kMembers;
    claim.require(claim.exprs().variable(
        claim.present(device, fmt::format("second PW of protect-group {}", group.name), both,
                      both ? group.members.back().where : Span{}, block_of(group))));
  }
  for (const ProtectMember& member : group.members) claim.show(device, member.where, "member");
  const std::vector<const VsiPeer*> free = free_peers(net[ref.vsi]);
  if (group.members.size() < kMembers) {
    for (const VsiPeer* peer : free) claim.show(device, peer->where, "in no protect-group");
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref.vsi);
    finding.message = fmt::format("{} has {} PW{}, not two", group_phrase(net, ref), group.members.size(),
                                  group.members.size() == 1 ? "" : "s");
    if (group.members.size() > kMembers) {
      finding.consequence = "A group is made of two PWs: which of these protects which is not defined.";
      finding.fix = {"keep two PWs in the group",
                     {in_group(net, ref, {"undo " + peer_command(group.members.back())})}};
    } else {
      finding.consequence =
          "Its PWs are protected by nothing, and a PW outside the group carries at the same time: flooded "
          "frames arrive twice and MAC addresses move back and forth.";
      finding.fix = fix_of_lonely(net, ref, free);
    }
  });
}

void check_member(const Pairing& net, const GroupRef& ref, const ProtectMember& member, Judgement& out) {
  const Vsi& vsi = net[ref.vsi];
  Claim claim = out.claim();
  claim.require(claim.exprs().variable(
      claim.present(ref.vsi.device, fmt::format("`{}` in VSI {}", peer_command(member), vsi.name),
                    is_peer(vsi, member), member.where, {member.where, vsi.unread})));
  claim.show(ref.vsi.device, ref.group->where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref.vsi);
    finding.message = fmt::format("{} is in {}, but is no peer of the VSI", to_string(*member.peer),
                                  group_phrase(net, ref));
    finding.consequence = "That PW does not exist: the other PW of the group has nothing to change over to.";
    finding.fix = {"make it a peer of the VSI", {in_vsi_ldp(net, ref.vsi, {peer_command(member)})}};
  });
}

void check_preferences(const Pairing& net, const GroupRef& ref, Judgement& out) {
  const ProtectMember& first = ref.group->members.front();
  const ProtectMember& second = ref.group->members.back();
  if (!first.preference || !second.preference) return;
  const Block block = block_of(*ref.group);
  const DeviceId device = ref.vsi.device;
  Claim claim = out.claim();
  const auto theirs =
      claim.fact(device, fmt::format("preference of {}", to_string(*second.peer)), *second.preference, block);
  const auto ours =
      claim.fact(device, fmt::format("preference of {}", to_string(*first.peer)), *first.preference, block);
  claim.require(claim.exprs().ne(theirs, ours));
  claim.show(device, ref.group->where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, ref.vsi);
    finding.message =
        fmt::format("both PWs of {} have preference {}", group_phrase(net, ref), **first.preference);
    finding.consequence =
        "Nothing says which PW is the primary one: the traffic may take the way that was meant as the "
        "backup.";
    const std::uint32_t used = **first.preference;
    const bool is_last = used == kLargestPreference;
    const ProtectMember& changed = is_last ? first : second;
    finding.fix = {
        fmt::format("prefer {}", to_string(*first.peer)),
        {in_group(net, ref,
                  {"undo " + peer_command(changed),
                   fmt::format("{} preference {}", peer_command(changed), is_last ? used - 1 : used + 1)})}};
  });
}

void check_group(const Pairing& net, const GroupRef& ref, Judgement& out) {
  check_mode(net, ref, out);
  check_count(net, ref, out);
  for (const ProtectMember& member : ref.group->members) check_member(net, ref, member, out);
  if (ref.group->members.size() == kMembers) check_preferences(net, ref, out);
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device{d};
    for (std::uint32_t i = 0; i < net[device].vsis.size(); ++i) {
      const VsiRef vsi{device, i};
      for (const ProtectGroup& group : net[vsi].groups) check_group(net, {vsi, &group}, out);
    }
  }
}

}  // namespace

extern const Rule protect_group_incomplete;
const Rule protect_group_incomplete{
    .code = "VS005",
    .name = "protect-group-incomplete",
    .severity = Severity::Error,
    .title = "A protect-group has a mode and two PWs of its VSI with different preferences.",
    .what =
        "For every protect-group of a VSI: `protect-mode` is set, there are exactly two members, each member "
        "is a peer of the VSI (with the same negotiation-vc-id), and their preferences differ.",
    .why =
        "A group without a mode or with one PW protects nothing, and the PW left outside carries at the same "
        "time. Equal preferences leave open which PW is the primary.",
    .fix = "Set the mode first, then add both PWs, the preferred one first and with the smaller preference.",
    .limits = "Undecided where lines of the group or of its VSI were not understood.",
    .source = "Command reference: protect-group, protect-mode pw-redundancy, peer preference.",
    .example = R"(
 sysname UPE
 #
 mpls lsr-id 1.1.1.1
 mpls
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
   peer 3.3.3.3
   protect-group g1
    protect-mode pw-redundancy master
    peer 2.2.2.2 preference 1
+   peer 3.3.3.3 preference 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vs
