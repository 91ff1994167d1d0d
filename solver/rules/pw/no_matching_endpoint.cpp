// PW001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_mates.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwHalf;

std::string number_of(const PwEnd& end) {
  return end.vc_id == nullptr ? std::string("<vc-id>") : std::to_string(**end.vc_id);
}

std::string own_address(const Pairing& net, DeviceId device) {
  const auto lsr_id = net.locator().lsr_id(device);
  return lsr_id ? to_string(*lsr_id) : std::string("<lsr-id>");
}

void say_not_matched(const Pairing& net, const PwEnd& end, const PwEnd& other, Finding& finding) {
  finding.service = service_name(net, end.id);
  finding.consequence = consequence_of_down(net, end, other);
}

void judge_vc_ids(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto [changed, kept] = disagreement(net, a, b, true, true);
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed->device, setting_at(net, *changed, "VC ID"), *changed->vc_id,
                                block_of_end(net, *changed));
  const auto right =
      claim.fact(kept->device, setting_at(net, *kept, "VC ID"), *kept->vc_id, block_of_end(net, *kept));
  claim.require(claim.exprs().eq(wrong, right));
  show_end(claim, *changed, changed->vc_id->where);
  show_end(claim, *kept, kept->vc_id->where);
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    say_not_matched(net, *kept, *changed, finding);
    finding.message = fmt::format("the {} of {} has no counterpart: what {} has towards {} carries VC ID {}",
                                  pw_phrase(net, *kept), end_phrase(net, *kept), end_phrase(net, *changed),
                                  name_of(net, kept->device), **changed->vc_id);
    finding.fix = {fmt::format("give the PW of {} VC ID {}", end_phrase(net, *changed), **kept->vc_id),
                   change_value(net, *changed, changed->vc_id->where, number_of(*kept))};
  });
}

// `wrong` names another device than that of `waiting`, which names this one.
void judge_peers(const Pairing& net, const PwEnd& wrong, const PwEnd& waiting, Judgement& out) {
  const auto& lsr_id = net[waiting.device].mpls.lsr_id;
  Claim claim = out.claim();
  const auto named = claim.fact(wrong.device, fmt::format("peer of the {} PW", role_word(wrong)), *wrong.peer,
                                block_of_end(net, wrong));
  const auto is = claim.fact(waiting.device, "LSR ID of " + name_of(net, waiting.device), lsr_id, Ipv4{},
                             block_of(net[waiting.device]));
  claim.require(claim.exprs().eq(named, is));
  show_end(claim, wrong, wrong.peer->where);
  claim.show(waiting.device, waiting.where, "waits for the PW");
  out.judge(claim, [&](Finding& finding) {
    say_not_matched(net, wrong, waiting, finding);
    finding.message = fmt::format(
        "the {} of {} has no counterpart there: the PW that waits for it is the {} of {}",
        pw_phrase(net, wrong), end_phrase(net, wrong), pw_phrase(net, waiting), end_phrase(net, waiting));
    const std::string right = own_address(net, waiting.device);
    finding.fix = {fmt::format("let the PW of {} go to {}", end_phrase(net, wrong), right),
                   change_value(net, wrong, wrong.peer->where, right)};
  });
}

std::string form_of(const PwEnd& end) {
  std::string form = end.is_static ? "static" : "LDP";
  if (end.half == PwHalf::AcBypass) form += " ac-bypass";
  if (end.half == PwHalf::PwBypass) form += " pw-bypass";
  return form;
}

void judge_forms(const Pairing& net, const PwEnd& a, const PwEnd& b, Judgement& out) {
  const auto [changed, kept] = disagreement(net, a, b, true, true);
  const bool crossed = changed->is_static == kept->is_static && changed->half == kept->half;
  Claim claim = out.claim();
  const auto wrong = claim.fact(changed->device, setting_at(net, *changed, "form of the PW"),
                                configured(form_of(*changed), changed->where), Block{});
  const auto right = claim.fact(kept->device, setting_at(net, *kept, "form of the PW"),
                                configured(form_of(*kept), kept->where), Block{});
  // The two VCs of a dual bypass meet crosswise; all else meets its like.
  claim.require(crossed ? claim.exprs().ne(wrong, right) : claim.exprs().eq(wrong, right));
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    say_not_matched(net, *kept, *changed, finding);
    finding.message =
        crossed ? fmt::format("the dual bypasses of {} and {} are not crossed: VC ID {} is {} at both",
                              end_phrase(net, *kept), end_phrase(net, *changed), number_of(*kept),
                              kept->half == PwHalf::AcBypass ? "ac-bypass" : "pw-bypass")
                : fmt::format("the {} of {} has no counterpart: it is {}, that of {} is {}",
                              pw_phrase(net, *kept), end_phrase(net, *kept), form_of(*kept),
                              end_phrase(net, *changed), form_of(*changed));
    finding.fix.summary =
        crossed ? "exchange the two VC IDs at one of the two PEs" : "make both ends of one form";
    if (!crossed) return;
    // The line names the VC ID of the AC half first.
    const std::string line =
        fmt::format("mpls l2vc {} ac-bypass {} pw-bypass {}", own_address(net, kept->device),
                    changed->pw->pw_bypass_vc_id ? **changed->pw->pw_bypass_vc_id : 0U, **changed->vc_id);
    if (changed->pw->pw_bypass_vc_id) finding.fix.commands = {remade_end(net, *changed, line)};
  });
}

// Lines of the peer that were not understood.
struct UnreadOfPeer {
  std::vector<Span> may_be_it;  // with this VC ID and a peer, or what a VSI says of this device
  std::vector<Span> to_here;    // that name this device, whatever they say
};

UnreadOfPeer unread_of(const Pairing& net, DeviceId peer, const PwEnd& end) {
  const Device& device = net[peer];
  const std::string here = own_address(net, end.device);
  UnreadOfPeer result;
  const auto add = [](std::vector<Span>& to, const std::vector<Span>& lines) {
    to.insert(to.end(), lines.begin(), lines.end());
  };
  const auto take = [&](std::span<const Span> lines) {
    const std::vector<Span> with_id = lines_with(net, lines, number_of(end));
    add(result.may_be_it, lines_with(net, with_id, here));
    add(result.may_be_it, lines_with(net, with_id, "pw-template"));
    add(result.to_here, lines_with(net, lines, here));
  };
  take(device.unread);
  for (const Interface& interface : device.interfaces) take(interface.unread);
  for (const Vsi& vsi : device.vsis) {
    add(result.may_be_it, lines_with(net, vsi.unread, here));
    add(result.may_be_it, lines_with(net, vsi.unread, "vsi-id"));
  }
  return result;
}

// What is typed on the peer to make the missing end.
std::vector<DeviceCommands> missing_end(const Pairing& net, DeviceId peer, const PwEnd& end) {
  if (is_segment(end) || end.is_static || end.half != PwHalf::Whole) return {};
  std::string line = fmt::format("mpls l2vc {} {}", own_address(net, end.device), number_of(end));
  if (end.control_word != nullptr && end.control_word->configured() && **end.control_word)
    line += " control-word";
  if (end.is_role(PwRole::Bypass)) line += " bypass";
  if (end.is_role(PwRole::Admin)) line += " admin";
  return {in_view(peer, {"interface <ac of " + name_of(net, peer) + ">"}, {line})};
}

void judge_missing(const Pairing& net, const PwEnd& end, Judgement& out) {
  const DeviceId peer = net.pw_ends().peer(end.id).device;
  const UnreadOfPeer unread = unread_of(net, peer, end);
  Claim claim = out.claim();
  const auto here =
      claim.present(end.device, fmt::format("the {}", pw_phrase(net, end)), true, end.where, {});
  const auto there = claim.present(peer,
                                   fmt::format("PW of {} to {} with VC ID {}", name_of(net, peer),
                                               name_of(net, end.device), number_of(end)),
                                   false, {}, {block_of(net[peer]).header, unread.may_be_it});
  claim.require(claim.exprs().implies(claim.exprs().variable(here), claim.exprs().variable(there)));
  for (const PwEndId id : net.pw_ends().near_misses(end.id).same_vc_id_paired) {
    claim.show(peer, net[id].where, "has this VC ID and belongs to another PW");
  }
  for (const Span line : unread.to_here) claim.show(peer, line, "names this device and was not understood");
  out.judge(claim, [&](Finding& finding) {
    say_not_matched(net, end, end, finding);
    finding.message = finding.verdict == Verdict::Unknown
                          ? fmt::format("cannot tell whether {} has a counterpart for the {} of {}",
                                        name_of(net, peer), pw_phrase(net, end), end_phrase(net, end))
                          : fmt::format("the {} of {} has no counterpart: {} has no PW back with this VC ID",
                                        pw_phrase(net, end), end_phrase(net, end), name_of(net, peer));
    if (finding.verdict == Verdict::Unknown) return;
    finding.fix = {fmt::format("configure the PW on {} too, or remove it here", name_of(net, peer)),
                   missing_end(net, peer, end)};
  });
}

void judge_own_peer(const Pairing& net, const PwEnd& end, Judgement& out) {
  Claim claim = out.claim();
  const auto named = claim.fact(end.device, fmt::format("peer of the {} PW", role_word(end)),
                                inferred(name_of(net, net.pw_ends().peer(end.id).device), end.peer->where),
                                block_of_end(net, end));
  const auto own = claim.fact(end.device, "this device",
                              inferred(name_of(net, end.device), net[end.device].name.where), Block{});
  claim.require(claim.exprs().ne(named, own));
  show_end(claim, end, end.peer->where);
  out.judge(claim, [&](Finding& finding) {
    say_not_matched(net, end, end, finding);
    finding.message = fmt::format("the {} of {} names its own device as the peer", pw_phrase(net, end),
                                  end_phrase(net, end));
    finding.fix.summary = "name the LSR ID of the far PE";
  });
}

// The peer is not in the snapshot, or several devices claim its address.
void judge_unseen(const Pairing& net, const PwEnd& end, Judgement& out) {
  const bool ambiguous = net.pw_ends().peer(end.id).state == PeerState::Ambiguous;
  const std::string address = to_string(**end.peer);
  Claim claim = out.claim();
  const auto here =
      claim.present(end.device, fmt::format("the {}", pw_phrase(net, end)), true, end.where, {});
  const auto there = claim.unseen("a PW back", smt::Sort::Boolean,
                                  ambiguous ? fmt::format("which device {} is: several claim it", address)
                                            : fmt::format("the configuration of {}", address));
  claim.require(claim.exprs().implies(claim.exprs().variable(here), claim.exprs().variable(there)));
  out.judge(claim, [&](Finding& finding) {
    say_not_matched(net, end, end, finding);
    finding.message = fmt::format("cannot tell whether the {} of {} has a counterpart", pw_phrase(net, end),
                                  end_phrase(net, end));
  });
}

// The halves of one dual bypass are one line: where both lack everything, the first speaks for both.
bool spoken_for(const Pairing& net, const PwEnd& end) {
  if (end.half != PwHalf::PwBypass) return false;
  const PwEnd* first = net.pw_ends().of_pw(end.ac_port(), *end.pw);
  return first != nullptr && !net.pw_ends().paired(first->id) &&
         mate_of(net, first->id).kind == mate_of(net, end.id).kind;
}

void judge_end(const Pairing& net, const PwEnd& end, Judgement& out) {
  const PeerState state = net.pw_ends().peer(end.id).state;
  if (state == PeerState::Seen && net.pw_ends().peer(end.id).device == end.device) {
    return judge_own_peer(net, end, out);
  }
  if (spoken_for(net, end)) return;
  const Mate mate = mate_of(net, end.id);
  if (mate.kind == MateKind::None) {
    return state == PeerState::Seen ? judge_missing(net, end, out) : judge_unseen(net, end, out);
  }
  const PwEnd& other = net[mate.id];
  if (!is_vsi(other) && other.id < end.id) return;  // said at the other end
  switch (mate.kind) {
    case MateKind::VcId:
      return judge_vc_ids(net, end, other, out);
    case MateKind::PeerOfThis:
      return judge_peers(net, end, other, out);
    case MateKind::PeerOfOther:
      return judge_peers(net, other, end, out);
    case MateKind::Form:
      return judge_forms(net, end, other, out);
    case MateKind::None:
      return;
  }
}

// A PW that leaves its peer to a template which names none.
void judge_no_peer(const Pairing& net, const PwEnd& end, Judgement& out) {
  if (end.pw == nullptr || !end.pw->pw_template) return;
  const auto& templates = net[end.device].pw_templates;
  const auto it = std::ranges::find(templates, **end.pw->pw_template, &PwTemplate::name);
  if (it == templates.end()) return;  // SYN003
  Claim claim = out.claim();
  const auto peer = claim.present(end.device, fmt::format("peer in the PW template {}", it->name), false, {},
                                  block_of(*it));
  claim.require(claim.exprs().variable(peer));
  claim.show(end.device, end.where, "leaves its peer to the template");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, end.id);
    finding.message = fmt::format("the {} PW of {} has no peer: the PW template {} names none",
                                  role_word(end), end_phrase(net, end), it->name);
    finding.consequence = consequence_of_down(net, end);
    finding.fix = {
        "name the peer in the template",
        {in_view(end.device, {"pw-template " + it->name}, {"peer-address <lsr-id of the far PE>"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    // VS001 speaks of the peers of a VSI.
    if (is_vsi(end) || net.pw_ends().paired(end.id)) continue;
    if (end.peer == nullptr) {
      judge_no_peer(net, end, out);
      continue;
    }
    judge_end(net, end, out);
  }
}

}  // namespace

extern const Rule no_matching_endpoint;
const Rule no_matching_endpoint{
    .code = "PW001",
    .name = "no-matching-endpoint",
    .severity = Severity::Error,
    .title = "The device that a PW names as its peer has a PW back with the same VC ID.",
    .what =
        "For every PW of an AC and every segment of a switched PW, the peer is looked up by its LSR ID and "
        "searched for an end that names this device and has the same VC ID: a PW of an AC, a peer of a VSI, "
        "a "
        "switched segment. The two VCs of a dual bypass have to meet crosswise. Where one unpaired end was "
        "clearly meant, the two are reported together: one VC ID or one peer address is wrong.",
    .why =
        "An end without a counterpart never comes up. Of a secondary or bypass PW nobody notices before the "
        "primary fails.",
    .fix =
        "Give both ends one VC ID and each the LSR ID of the other, or remove the end that is left over. A "
        "VC "
        "ID cannot be changed in place: the PW is removed and made anew.",
    .limits =
        "Undecided where the peer is not in the snapshot, where several devices claim its address, and where "
        "a "
        "line of the peer that may be the PW back was not understood. Peers of VSIs are "
        "VS001's.",
    .source = "Command reference: mpls l2vc (precautions); mpls switch-l2vc; semantics: PW.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
 #
 return
 #
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
- mpls l2vc 1.1.1.1 101
+ mpls l2vc 1.1.1.1 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
