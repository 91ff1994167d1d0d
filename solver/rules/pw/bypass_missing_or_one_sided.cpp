// PW013: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/redundancy.h"

namespace holdfast::rules::pw {
namespace {

using pairing::AcGroup;
using pairing::Pairing;

using pairing::PortRef;
using pairing::PwEndId;

// Two PEs between which something chooses: an AC with a secondary PW, or a protect group of a VSI.
struct DualHomed {
  FarEnd a;
  FarEnd b;
  bool demanded = false;  // a VSI in master mode chooses between ACs: the bypass is no option there
  Evidence chooser_a;
  Evidence chooser_b;
};

bool is_virtual(const Interface& interface) {
  return interface.kind == InterfaceKind::VirtualEthernet || interface.kind == InterfaceKind::GlobalVe ||
         interface.kind == InterfaceKind::PwVe;
}

// Whether a bypass PW belongs to this far end at all.
bool takes_bypass(const Pairing& net, const FarEnd& far) {
  if (far.switched || far.state == FarState::Missing) return false;
  if (far.unseen()) return true;
  if (!far.port.valid() || is_virtual(net[far.port]) || net.ve_groups().is_l2(far.port)) return false;
  const AcGroup* group = net.ac_groups().of(far.port);
  return group != nullptr && group->ccc == nullptr && group->ccc_secondary == nullptr;
}

bool takes_bypass(const Pairing& net, const DualHomed& pair) {
  if (pair.a.unseen() && pair.b.unseen()) return false;
  if (!takes_bypass(net, pair.a) || !takes_bypass(net, pair.b)) return false;
  return !pair.a.seen() || !pair.b.seen() || pair.a.device != pair.b.device;
}

// The bypass PW of a far end, of either form; invalid if there is none.
PwEndId bypass_of(const Pairing& net, const FarEnd& far) {
  const AcGroup* group = far.seen() ? net.ac_groups().of(far.port) : nullptr;
  if (group == nullptr) return {};
  return group->bypass.valid() ? group->bypass : group->ac_bypass;
}

smt::VarId bypass_fact(Claim& claim, const Pairing& net, const FarEnd& far) {
  if (!far.seen()) {
    return claim.unseen("bypass PW at " + far.peer, smt::Sort::Boolean, "the configuration of " + far.peer);
  }
  const PwEndId bypass = bypass_of(net, far);
  return claim.present(far.device, fmt::format("bypass PW of {}", net[far.port].name), bypass.valid(),
                       bypass.valid() ? net[bypass].where : Span{}, block_of(net[far.port]));
}

// What the new PW has to have in common with the others of its AC.
std::string parameters_like(const Pairing& net, PortRef ac) {
  const AcGroup* group = net.ac_groups().of(ac);
  if (group == nullptr || !group->primary.valid()) return {};
  const Pw& primary = *net[group->primary].pw;
  std::string words;
  if (primary.control_word.origin != Origin::Default) {
    words += *primary.control_word ? " control-word" : " no-control-word";
  }
  if (!primary.vc_type.configured()) return words;
  if (*primary.vc_type == VcType::Raw) words += " raw";
  if (*primary.vc_type == VcType::Tagged) words += " tagged";
  if (*primary.vc_type == VcType::IpInterworking) words += " ip-interworking";
  return words;
}

DeviceCommands add_bypass(const Pairing& net, const FarEnd& here, const FarEnd& there, bool first) {
  const auto lsr_id = net.locator().lsr_id(there.device);
  const std::string peer =
      lsr_id ? to_string(*lsr_id) : fmt::format("<LSR ID of {}>", name_of(net, there.device));
  const PwEndId back = bypass_of(net, there);
  const std::string vc_id =
      back.valid() && net[back].vc_id != nullptr ? std::to_string(**net[back].vc_id) : "<vc-id>";
  const std::string like = parameters_like(net, here.port);
  const AcGroup* group = net.ac_groups().of(here.port);
  if (group != nullptr && group->secondary.valid()) {
    return in_interface(
        net, here.port,
        {fmt::format("mpls l2vc {} ac-bypass {} pw-bypass {}{}", peer, first ? "<vc-id-1>" : "<vc-id-2>",
                     first ? "<vc-id-2>" : "<vc-id-1>", like)});
  }
  return in_interface(net, here.port, {fmt::format("mpls l2vc {} {}{} bypass", peer, vc_id, like)});
}

void describe(const Pairing& net, const DualHomed& pair, const FarEnd& lacking, const FarEnd& other,
              Finding& finding) {
  const bool both = other.seen() && !bypass_of(net, other).valid();
  if (pair.demanded) finding.severity = Severity::Error;
  finding.service = service_name(net, lacking.port);
  if (finding.verdict == Verdict::Unknown) {
    finding.message = fmt::format("{} has no bypass PW; whether it needs one depends on {}",
                                  port_phrase(net, lacking.port), far_phrase(net, other));
  } else if (both) {
    finding.message = fmt::format("the dual-homed PEs {} and {} have no bypass PW to each other",
                                  port_phrase(net, lacking.port), far_phrase(net, other));
  } else {
    finding.message = fmt::format("{} has no bypass PW, while {} has one", port_phrase(net, lacking.port),
                                  far_phrase(net, other));
  }
  finding.consequence =
      "When the network fails towards the PE whose AC serves the site, traffic moves to the PW of the other "
      "PE, "
      "whose AC is the backup, and ends there: without a bypass PW it cannot reach the AC that works, "
      "although "
      "nothing is wrong with it.";
  finding.fix.summary = both ? "make a bypass PW between the two PEs, with one VC ID, on both"
                             : "make the missing end of the bypass PW";
  if (lacking.seen() && other.seen()) {
    finding.fix.commands.push_back(add_bypass(net, lacking, other, true));
    if (both) finding.fix.commands.push_back(add_bypass(net, other, lacking, false));
  }
}

void judge_pair(const Pairing& net, const DualHomed& pair, Judgement& out) {
  const bool a_first = pair.a.seen() && !bypass_of(net, pair.a).valid();
  const FarEnd& lacking = a_first ? pair.a : pair.b;
  const FarEnd& other = a_first ? pair.b : pair.a;
  Claim claim = out.claim();
  const auto first = bypass_fact(claim, net, lacking);
  const auto second = bypass_fact(claim, net, other);
  auto& e = claim.exprs();
  if (lacking.seen() && other.seen()) {
    claim.require(e.all_of({e.variable(first), e.variable(second)}));
    if (!bypass_of(net, other).valid()) {
      claim.show(other.device, net[other.port].where, "no bypass PW here either");
    }
  } else if (bypass_of(net, lacking).valid() || !lacking.seen()) {
    return;  // what the unseen PE lacks is not known, and PW001 speaks of an end without another
  } else {
    claim.require(e.any_of({e.variable(first), e.negate(e.variable(second))}));
  }
  claim.show(pair.chooser_a.device, pair.chooser_a.where, pair.chooser_a.note);
  claim.show(pair.chooser_b.device, pair.chooser_b.where, pair.chooser_b.note);
  for (const FarEnd* end : {&lacking, &other}) {
    if (end->seen() && end->end.valid()) {
      claim.show(end->device, net[end->end].where, std::string(role_word(net[end->end])) + " PW here");
    }
  }
  out.judge(claim, [&](Finding& finding) { describe(net, pair, lacking, other, finding); });
}

Evidence chooser(const Pairing& net, PwEndId pw) {
  return {net[pw].device, net[pw].where, std::string(role_word(net[pw])) + " PW of the other side"};
}

// In FRR mode the other side decides for itself, so that only arbitrated far ends need a way to each other.
void collect_acs(const Pairing& net, std::vector<DualHomed>& pairs) {
  for (const AcGroup& group : net.ac_groups().all()) {
    if (!group.secondary.valid() || !group.primary.valid()) continue;
    const FarEnds far = far_ends(net, group);
    const bool arbitrated = has_arbiter(net, far.primary) && has_arbiter(net, far.secondary);
    if (net.ac_groups().mode(group) == RedundancyMode::Frr && !arbitrated) continue;
    pairs.push_back(
        {far.primary, far.secondary, false, chooser(net, group.primary), chooser(net, group.secondary)});
  }
}

PwEndId end_of(const Pairing& net, pairing::VsiRef vsi, const ProtectMember& member) {
  for (const pairing::PwEnd& end : net.pw_ends().of_vsi(vsi)) {
    const auto& negotiated = end.vsi_peer->negotiation_vc_id;
    if (*end.vsi_peer->address != *member.peer) continue;
    if (negotiated.has_value() != member.negotiation_vc_id.has_value()) continue;
    if (!negotiated || **negotiated == **member.negotiation_vc_id) return end.id;
  }
  return {};
}

void collect_vsis(const Pairing& net, std::vector<DualHomed>& pairs) {
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (std::uint32_t v = 0; v < devices[d].vsis.size(); ++v) {
      for (const ProtectGroup& group : devices[d].vsis[v].groups) {
        if (group.members.size() != 2 || !group.mode) continue;
        const pairing::VsiRef vsi{DeviceId{d}, v};
        const PwEndId first = end_of(net, vsi, group.members[0]);
        const PwEndId second = end_of(net, vsi, group.members[1]);
        if (!first.valid() || !second.valid()) continue;
        pairs.push_back({far_end(net, first),
                         far_end(net, second),
                         **group.mode == ProtectMode::Master,
                         {DeviceId{d}, group.members[0].where, "the VSI chooses"},
                         {DeviceId{d}, group.members[1].where, "the VSI chooses"}});
      }
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  std::vector<DualHomed> pairs;
  collect_acs(net, pairs);
  collect_vsis(net, pairs);
  // What is demanded comes first; several may choose between the same two PEs.
  std::ranges::stable_sort(pairs, std::ranges::greater{}, &DualHomed::demanded);
  std::set<std::pair<PortRef, PortRef>> done;
  for (const DualHomed& pair : pairs) {
    if (!takes_bypass(net, pair)) continue;
    if (done.insert(std::minmax(pair.a.port, pair.b.port)).second) judge_pair(net, pair, out);
  }
}

}  // namespace

extern const Rule bypass_missing_or_one_sided;
const Rule bypass_missing_or_one_sided{
    .code = "PW013",
    .name = "bypass-missing-or-one-sided",
    .severity = Severity::Warning,
    .title = "Two dual-homed PEs have a bypass PW to each other, on both ends.",
    .what =
        "For each AC with a secondary PW, and each protect group of a VSI, that chooses "
        "between ACs of two PEs: both ACs have a bypass PW (`bypass`, or `ac-bypass`). An "
        "error where a VSI chooses in master mode, a warning elsewhere.",
    .why =
        "A failure in the network moves the traffic to the PE whose AC is the backup. The "
        "bypass PW is its only way to the AC that works; so the failure does not have to "
        "move the access side too.",
    .fix =
        "Make a bypass PW from each of the two ACs to the other PE, with one VC ID and the "
        "parameters of the primary PWs.",
    .limits =
        "Silent in FRR mode without an arbiter, for virtual Ethernet ACs (L2VPN into L3VPN), "
        "for multi-segment PWs, which are protected by their tunnels, and for ACs with a "
        "local (CCC) connection. Undecided while only one of the two PEs is seen and has "
        "none. A bypass PW whose other end does not fit is PW001's.",
    .source =
        "Configuring the Independent PW Redundancy Mode, step 5; command reference, "
        "protect-mode pw-redundancy (PW protection group view).",
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
  mpls l2vpn redundancy independent
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 mpls l2vpn
 #
 e-trunk 1
  priority 20
  peer-address 3.3.3.3 source-address 2.2.2.2
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
  mpls l2vc 3.3.3.3 300 bypass
 #
 return
 sysname PE3
 #
 mpls lsr-id 3.3.3.3
 mpls l2vpn
 #
 e-trunk 1
  priority 30
  peer-address 2.2.2.2 source-address 3.3.3.3
 #
 interface Eth-Trunk1
  mode lacp-static
  e-trunk 1
 #
 interface Eth-Trunk1.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 200
+ mpls l2vc 2.2.2.2 300 bypass
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw
