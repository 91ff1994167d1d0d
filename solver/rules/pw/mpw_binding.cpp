// PW027: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;

using pairing::PwEnd;

// The mPW on that interface, or null.
const Pw* admin_pw(const Interface& interface) {
  const auto at = std::ranges::find(interface.pws, PwRole::Admin, [](const Pw& pw) { return *pw.role; });
  return at == interface.pws.end() ? nullptr : &*at;
}

struct Bound {
  const PwEnd& pw;
  const MaybeFact<std::string>& name;  // of the interface of the mPW
};

std::string undo(const PwEnd& pw) {
  if (pw.is_role(PwRole::Secondary)) return "undo mpls l2vc secondary track admin-vc";
  return pw.is_role(PwRole::Bypass) ? "undo mpls l2vc bypass track admin-vc"
                                    : "undo mpls l2vc track admin-vc";
}

void finish(const Pairing& net, const Bound& bound, std::string summary, Finding& finding) {
  finding.service = service_name(net, bound.pw.ac_port());
  finding.consequence = fmt::format(
      "The {} PW of {} does not follow the detection that runs on the mPW: a failure is noticed late or not "
      "at "
      "all, or the PW goes down with an mPW that takes another way.",
      role_word(bound.pw), port_phrase(net, bound.pw.ac_port()));
  finding.fix = {std::move(summary), {in_interface(net, bound.pw.ac_port(), {undo(bound.pw)})}};
}

smt::VarId binding_fact(Claim& claim, const Pairing& net, const Bound& bound) {
  return claim.present(
      bound.pw.device,
      fmt::format("binding of the {} PW to the mPW on {}", role_word(bound.pw), **bound.name), true,
      bound.name->where, block_of(net[bound.pw.ac_port()]));
}

void judge_existence(const Pairing& net, const Bound& bound, InterfaceId named, Judgement& out) {
  const Device& device = net[bound.pw.device];
  const Block block = named.valid() ? block_of(device[named]) : Block{bound.name->where, device.unread};
  Claim claim = out.claim();
  const auto binding = binding_fact(claim, net, bound);
  const auto there = claim.present(bound.pw.device, fmt::format("mPW on {}", **bound.name), false, {}, block);
  auto& e = claim.exprs();
  claim.require(e.implies(e.variable(binding), e.variable(there)));
  claim.show(bound.pw.device, bound.pw.where, "the PW that is bound");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("the {} PW of {} is bound to an mPW on {}, where there is none",
                                  role_word(bound.pw), port_phrase(net, bound.pw.ac_port()), **bound.name);
    finish(net, bound, "bind the PW to an mPW that exists, or remove the binding", finding);
  });
}

void judge_peer(const Pairing& net, const Bound& bound, InterfaceId named, const Pw& admin, Judgement& out) {
  if (bound.pw.peer == nullptr || !admin.peer) return;
  const Device& device = net[bound.pw.device];
  Claim claim = out.claim();
  const auto binding = binding_fact(claim, net, bound);
  const auto ours =
      claim.fact(bound.pw.device, "peer of the PW", *bound.pw.peer, block_of(net[bound.pw.ac_port()]));
  const auto theirs = claim.fact(bound.pw.device, "peer of the mPW", *admin.peer, block_of(device[named]));
  auto& e = claim.exprs();
  claim.require(e.implies(e.variable(binding), e.eq(ours, theirs)));
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("the {} PW of {} goes to {}, but the mPW that it is bound to ({}) goes to {}",
                    role_word(bound.pw), port_phrase(net, bound.pw.ac_port()), to_string(**bound.pw.peer),
                    **bound.name, to_string(**admin.peer));
    finish(net, bound,
           fmt::format("bind the PW to an mPW to {}, or remove the binding", to_string(**bound.pw.peer)),
           finding);
  });
}

void judge_switching(const Pairing& net, const Bound& bound, Judgement& out) {
  const PwEnd* other = net.pw_ends().counterpart(bound.pw.id);
  if (other == nullptr || other->kind != pairing::PwEndKind::Segment) return;
  Claim claim = out.claim();
  const auto binding = binding_fact(claim, net, bound);
  const auto switched =
      claim.present(other->device, "the PW is switched", true, other->where, block_of(net[other->device]));
  auto& e = claim.exprs();
  claim.require(e.negate(e.all_of({e.variable(binding), e.variable(switched)})));
  claim.show(bound.pw.device, bound.pw.where, "the PW that is bound");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format(
        "the {} PW of {} is bound to an mPW although it is switched at {}; an mPW stands "
        "only for PWs that end at its own peer",
        role_word(bound.pw), port_phrase(net, bound.pw.ac_port()), name_of(net, other->device));
    finish(net, bound,
           "remove the binding; detect failures of the multi-segment PW by a BFD session of its own",
           finding);
  });
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& pw : net.pw_ends().all()) {
    if (pw.pw == nullptr || pw.half == pairing::PwHalf::PwBypass || !pw.pw->admin_vc_interface) continue;
    const Bound bound{pw, pw.pw->admin_vc_interface};
    const Device& device = net[pw.device];
    const InterfaceId named = device.find_interface(**bound.name);
    const Pw* admin = named.valid() ? admin_pw(device[named]) : nullptr;
    if (admin == nullptr) {
      judge_existence(net, bound, named, out);
    } else {
      judge_peer(net, bound, named, *admin, out);
    }
    judge_switching(net, bound, out);
  }
}

}  // namespace

extern const Rule mpw_binding;
const Rule mpw_binding{
    .code = "PW027",
    .name = "mpw-binding",
    .severity = Severity::Error,
    .title =
        "A PW is bound to an mPW that exists, goes to the same peer, and stands for a "
        "single-segment PW.",
    .what =
        "For each `mpls l2vc … track admin-vc interface`: the interface has a PW with "
        "`admin`, the peers of the two PWs are equal, and the bound PW is not switched at an "
        "SPE.",
    .why =
        "A bound PW goes up and down with its mPW. An mPW that leads elsewhere says nothing "
        "of the PW's own way.",
    .fix = "Bind the PW to the mPW of its own peer, or remove the binding.",
    .limits = "That the PW is switched is known only where its SPE is seen.",
    .source = "command reference, mpls l2vc track admin-vc.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls l2vpn
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc 3.3.3.3 200 secondary
  mpls l2vc track admin-vc interface LoopBack2
 #
 interface LoopBack2
- mpls l2vc 3.3.3.3 900 admin
+ mpls l2vc 2.2.2.2 900 admin
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
