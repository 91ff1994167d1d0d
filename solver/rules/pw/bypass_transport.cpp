// PW030: see the rule's page at the end of this file.

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwHalf;

const TunnelPolicy* policy_of(const Pairing& net, const PwEnd& end) {
  if (end.tunnel_policy == nullptr) return nullptr;
  const auto& all = net[end.device].tunnel_policies;
  const auto at = std::ranges::find(all, **end.tunnel_policy, &TunnelPolicy::name);
  return at == all.end() ? nullptr : &*at;
}

// The tunnel that the policy binds to the bypass's peer, when it is a GRE one.
const Fact<std::string>* bound_gre(const Pairing& net, const PwEnd& end, const TunnelPolicy& policy) {
  for (const TunnelBinding& binding : policy.bindings) {
    if (end.peer == nullptr || *binding.destination != **end.peer) continue;
    for (const Fact<std::string>& name : binding.tunnels) {
      const InterfaceId id = net[end.device].find_interface(*name);
      if (!id.valid()) continue;
      const auto& tunnel = net[end.device][id].tunnel;
      if (tunnel && *tunnel->protocol == TunnelProtocol::Gre) return &name;
    }
  }
  return nullptr;
}

// `load-balance-number N` of the selection line; 1 where it cannot be read.
std::uint32_t load_balancing(const Pairing& net, const TunnelPolicy& policy) {
  if (!policy.select_where.known()) return 1;
  constexpr std::string_view kWord = "load-balance-number ";
  const std::string line = line_text(net, policy.select_where);
  const std::size_t at = line.find(kWord);
  if (at == std::string::npos) return 1;
  std::uint32_t number = 1;
  const char* first = line.data() + at + kWord.size();
  std::from_chars(first, line.data() + line.size(), number);
  return number;
}

const Fact<VlanMatch>* qinq_of(const Interface& ac) {
  const auto at = std::ranges::find_if(ac.vlans, [](const Fact<VlanMatch>& vlan) {
    return vlan->kind == VlanMatchKind::Qinq || vlan->kind == VlanMatchKind::QinqTermination;
  });
  return at == ac.vlans.end() ? nullptr : &*at;
}

// One reason why the bypass may not work: a fact that must not be there.
void judge(const Pairing& net, const PwEnd& end, const std::string& what, Span where, const Block& block,
           const std::string& fix, Judgement& out) {
  Claim claim = out.claim();
  claim.require(
      claim.exprs().negate(claim.exprs().variable(claim.present(end.device, what, true, where, block))));
  claim.show(end.device, end.where, "the bypass PW");
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, end.id);
    finding.message = fmt::format("the {} of {} rides on what it does not support: {}", pw_phrase(net, end),
                                  end_phrase(net, end), what);
    finding.consequence =
        "The bypass may stay down or drop what it is given: when the AC or the PW that it stands in for "
        "fails, the traffic between the two PEs is lost.";
    finding.fix.summary = fix;
  });
}

void check_end(const Pairing& net, const PwEnd& end, Judgement& out) {
  if (const TunnelPolicy* policy = policy_of(net, end)) {
    const Block block = block_of(*policy);
    const auto gre = std::ranges::find_if(policy->select_sequence,
                                          [](const Fact<std::string>& kind) { return *kind == "gre"; });
    if (gre == policy->select_sequence.begin() && gre != policy->select_sequence.end()) {
      judge(net, end, fmt::format("tunnel policy {} prefers GRE tunnels", policy->name), gre->where, block,
            "select LSPs or TE tunnels for it", out);
    }
    if (const Fact<std::string>* tunnel = bound_gre(net, end, *policy)) {
      judge(net, end, fmt::format("{} is a GRE tunnel", **tunnel), tunnel->where, block,
            "bind it to a TE tunnel", out);
    }
    if (const std::uint32_t number = load_balancing(net, *policy); number > 1) {
      judge(net, end, fmt::format("tunnel policy {} spreads it over {} tunnels", policy->name, number),
            policy->select_where, block, "give it a policy with load-balance-number 1", out);
    }
  }
  if (end.half == PwHalf::AcBypass) {
    if (const Fact<VlanMatch>* qinq = qinq_of(net[end.ac_port()])) {
      judge(net, end, fmt::format("{} is a QinQ AC", net[end.ac_port()].name), qinq->where,
            block_of(net[end.ac_port()]), "use a dot1q AC for a PW with a dual bypass", out);
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind != pairing::PwEndKind::Ac || end.half == PwHalf::PwBypass) continue;
    if (end.half == PwHalf::AcBypass || end.is_role(PwRole::Bypass)) check_end(net, end, out);
  }
}

}  // namespace

extern const Rule bypass_transport;
const Rule bypass_transport{
    .code = "PW030",
    .name = "bypass-transport",
    .severity = Severity::Warning,
    .title = "A bypass PW rides on one LSP or TE tunnel, and a dual bypass not on a QinQ AC.",
    .what =
        "The tunnel policy that a bypass PW names does not prefer GRE, binds no GRE tunnel to its peer, and "
        "does not spread it over several tunnels. The AC of a dual bypass (`ac-bypass`) takes no QinQ tags.",
    .why =
        "A bypass joins the two PEs of one site when an AC or a PW has failed. Where its transport is one "
        "that the bypass function does not support, it fails when it is needed.",
    .fix = "Give the bypass a tunnel policy with LSPs or TE tunnels and one tunnel at a time.",
    .limits =
        "These are feature restrictions, which differ between releases and boards and are not in the command "
        "reference: check those of yours, and suppress the rule where they do not apply. Silent where no "
        "policy is named, as the default takes one LSP, where GRE is only a later choice, and about "
        "equal-cost "
        "ways of the IGP underneath an LSP.",
    .source =
        "Feature restrictions of PW redundancy; command reference: tunnel select-seq, mpls l2vc ac-bypass.",
    .example = R"(
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 tunnel-policy p1
- tunnel select-seq gre load-balance-number 1
+ tunnel select-seq cr-lsp lsp load-balance-number 1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 tunnel-policy p1 bypass
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
