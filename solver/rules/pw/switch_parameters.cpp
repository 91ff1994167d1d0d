// PW031: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;

// --- the SPE's encapsulation against those around it

std::string_view encapsulation_word(VcType type) {
  if (type == VcType::Raw) return "ethernet";
  if (type == VcType::Tagged) return "vlan";
  return to_string(type);
}

// Neighbouring ends whose type is known. Between two SPEs the one with the lower end speaks.
std::vector<const PwEnd*> neighbours(const Pairing& net, std::span<const PwEnd> sides) {
  std::vector<const PwEnd*> result;
  for (const PwEnd& side : sides) {
    const PwEnd* other = net.pw_ends().counterpart(side.id);
    if (other == nullptr || (is_segment(*other) && other->id < side.id)) continue;
    if (vc_type_known(net, *other)) result.push_back(other);
  }
  return result;
}

// The SPE is wrong where all around it disagree with it, else those that do.
Fix same_encapsulation(const Pairing& net, const PwEnd& spe, const std::vector<const PwEnd*>& unlike,
                       bool spe_is_wrong) {
  if (spe_is_wrong) {
    const std::string_view word = encapsulation_word(**unlike.front()->vc_type);
    return {fmt::format("switch the PW with encapsulation {}", word),
            change_value(net, spe, spe.vc_type->where, word)};
  }
  Fix fix;
  fix.summary = fmt::format("make the PW of {} {}, as at the SPE", end_phrase(net, *unlike.front()),
                            to_string(**spe.vc_type));
  for (const PwEnd* end : unlike) {
    if (end->kind != PwEndKind::Ac || (**spe.vc_type != VcType::Raw && **spe.vc_type != VcType::Tagged))
      continue;
    const std::string line =
        with_words(line_text(net, end->where), {"raw", "tagged", "ip-interworking", "ip-layer2"},
                   **spe.vc_type == VcType::Raw ? "raw" : "tagged");
    fix.commands.push_back(remade_end(net, *end, line));
  }
  return fix;
}

void judge_encapsulation(const Pairing& net, std::span<const PwEnd> sides, Judgement& out) {
  const PwEnd& spe = sides.front();
  const std::vector<const PwEnd*> others = neighbours(net, sides);
  if (others.empty()) return;
  std::vector<const PwEnd*> unlike;
  std::ranges::copy_if(others, std::back_inserter(unlike),
                       [&](const PwEnd* other) { return **other->vc_type != **spe.vc_type; });
  const bool spe_is_wrong = unlike.size() == others.size();
  Claim claim = out.claim();
  const auto of_spe = [&] {
    return claim.fact(spe.device, setting_at(net, spe, "encapsulation"), *spe.vc_type,
                      block_of_end(net, spe));
  };
  const auto of = [&](const PwEnd& end) {
    return claim.fact(end.device, setting_at(net, end, "encapsulation"), at_line_of(end, *end.vc_type),
                      block_of_end(net, end));
  };
  // What has to be changed comes first.
  smt::VarId here = spe_is_wrong ? of_spe() : smt::VarId{};
  std::vector<smt::VarId> around;
  for (const PwEnd* other : unlike) around.push_back(of(*other));
  if (!spe_is_wrong) here = of_spe();
  for (const PwEnd* other : others) {
    if (**other->vc_type == **spe.vc_type) around.push_back(of(*other));
  }
  std::vector<smt::ExprId> equal;
  for (const smt::VarId there : around) equal.push_back(claim.exprs().eq(here, there));
  claim.require(claim.exprs().all_of(equal));
  show_end(claim, spe, spe.vc_type->where);
  for (const PwEnd* other : others) {
    const Span value = at_line_of(*other, *other->vc_type).where;
    claim.show(other->device, value,
               fmt::format("{}: {}", setting_at(net, *other, "encapsulation"), to_string(**other->vc_type)));
    show_end(claim, *other, value);
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, spe.id);
    finding.consequence =
        "A segment whose two ends have different types stays down, and the whole multi-segment PW with it.";
    if (unlike.empty() || finding.verdict == Verdict::Unknown) {
      finding.message =
          fmt::format("cannot tell whether {} switches the PW with the encapsulation of its ends",
                      name_of(net, spe.device));
      return;
    }
    finding.message = fmt::format("{} switches the PW as {}, {} has it as {}", name_of(net, spe.device),
                                  to_string(**spe.vc_type), end_phrase(net, *unlike.front()),
                                  to_string(**unlike.front()->vc_type));
    finding.fix = same_encapsulation(net, spe, unlike, spe_is_wrong);
  });
}

// --- what the two far ends tell each other through the SPEs

template <class T>
void judge_ends(const Pairing& net, const PwEnd& a, const PwEnd& b, std::string_view what,
                const Fact<T>& of_a, const Fact<T>& of_b, Judgement& out) {
  const bool a_set = of_a.origin != Origin::Default;
  const bool b_set = of_b.origin != Origin::Default;
  const auto [changed, kept] = disagreement(net, a, b, a_set, b_set);
  const Fact<T>& wrong = changed == &a ? of_a : of_b;
  const Fact<T>& right = changed == &a ? of_b : of_a;
  Claim claim = out.claim();
  const auto there = claim.fact(changed->device, setting_at(net, *changed, what), at_line_of(*changed, wrong),
                                block_of_end(net, *changed));
  const auto here = claim.fact(kept->device, setting_at(net, *kept, what), at_line_of(*kept, right),
                               block_of_end(net, *kept));
  claim.require(claim.exprs().eq(there, here));
  show_end(claim, *changed, wrong.where);
  show_end(claim, *kept, right.where);
  const PwEnd* switched = net.pw_ends().counterpart(a.id);
  if (switched != nullptr) claim.show(switched->device, switched->where, "switches the PW");
  out.judge(claim, [&, changed = changed, kept = kept](Finding& finding) {
    finding.service = service_name(net, kept->id);
    const auto value = [](const Fact<T>& fact) { return smt::to_string(to_value(*fact)); };
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether the ends of the multi-segment PW of {} agree in {}",
                          end_phrase(net, *kept), what)
            : fmt::format("the ends of a multi-segment PW differ in {}: {} at {}, {} at {}", what,
                          value(right), end_phrase(net, *kept), value(wrong), end_phrase(net, *changed));
    finding.consequence =
        "SPEs pass on what the ends announce: ends that do not agree do not bring the PW up. " +
        consequence_of_down(net, *kept, *changed);
    finding.fix.summary =
        fmt::format("give {} the {} of {}", end_phrase(net, *changed), what, end_phrase(net, *kept));
  });
}

void judge_far_ends(const Pairing& net, const PwEnd& start, Judgement& out) {
  for (const PwEndId id : net.pw_ends().far_ends(start.id)) {
    if (id < start.id) continue;
    const PwEnd& far = net[id];
    if (start.mtu != nullptr && far.mtu != nullptr && announces_mtu(**start.vc_type) &&
        announces_mtu(**far.vc_type) && !start.is_static && !far.is_static) {
      judge_ends(net, start, far, "MTU", *start.mtu, *far.mtu, out);
    }
    if (start.control_word != nullptr && far.control_word != nullptr) {
      judge_ends(net, start, far, "control word", *start.control_word, *far.control_word, out);
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind == PwEndKind::Segment) {
      const auto sides = net.pw_ends().of_switched(end.switched);
      if (end.id == sides.front().id) judge_encapsulation(net, sides, out);
      continue;
    }
    const PwEnd* next = net.pw_ends().counterpart(end.id);
    if (next != nullptr && is_segment(*next)) judge_far_ends(net, end, out);
  }
}

}  // namespace

extern const Rule switch_parameters;
const Rule switch_parameters{
    .code = "PW031",
    .name = "switch-parameters",
    .severity = Severity::Error,
    .title =
        "A switched PW has the encapsulation of the PWs that it joins, and the ends of a multi-segment PW "
        "agree in "
        "MTU and control word.",
    .what =
        "The encapsulation of `mpls switch-l2vc` is compared with the VC types of the ends that its segments "
        "meet. "
        "The ends that a PW reaches through SPEs, over backup segments too, are compared in MTU and control "
        "word.",
    .why = "An SPE does not negotiate: it passes the parameters on from one end to the other.",
    .fix = "Make the switched PW anew with the right encapsulation, or the ends with equal parameters.",
    .limits =
        "ATM and TDM ACs are compared in type only where their lines name it; they announce no MTU. Silent "
        "where the PW does not reach a far end that is seen (PW001 lists it).",
    .source = "Command reference: mpls switch-l2vc; semantics: PW, MS-PW.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 9.9.9.9 100
 #
 return
 #
 sysname SPE
 #
 mpls lsr-id 9.9.9.9
 #
-mpls switch-l2vc 1.1.1.1 100 between 2.2.2.2 200 encapsulation ethernet
+mpls switch-l2vc 1.1.1.1 100 between 2.2.2.2 200 encapsulation vlan
 #
 return
 #
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 9.9.9.9 200
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
