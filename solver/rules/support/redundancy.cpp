#include "solver/rules/support/redundancy.h"

#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/phrases.h"

namespace holdfast::rules {
namespace {

using pairing::AcGroup;
using pairing::ChainEnd;
using pairing::Pairing;
using pairing::PortRef;
using pairing::PwChain;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;

// The block in which a line would make the AC follow an E-Trunk or an mVRRP: its own view, or the Eth-Trunk's
// where only that has lines which were not understood.
Block arbiter_block(const Pairing& net, PortRef ac) {
  const Interface& trunk = net[pairing::parent_port(net.network(), ac)];
  const Block own = block_of(net[ac]);
  return own.unread.empty() && !trunk.unread.empty() ? block_of(trunk) : own;
}

}  // namespace

FarEnd far_end(const Pairing& net, PwEndId pw) {
  FarEnd far;
  if (!pw.valid()) return far;
  const PwChain chain = net.pw_ends().chains(pw).front();
  far.switched = chain.ends.size() > 1 && net[chain.ends[1]].kind == PwEndKind::Segment;
  const PwEnd& last = net[chain.ends.back()];
  if (chain.end == ChainEnd::Reached) {
    far.state = FarState::Seen;
    far.device = last.device;
    far.end = last.id;
    if (last.kind == PwEndKind::Ac) far.port = last.ac_port();
  } else if (chain.end == ChainEnd::Unseen && last.peer != nullptr) {
    far.state = FarState::Unseen;
    far.peer = to_string(**last.peer);
  }
  return far;
}

FarEnds far_ends(const Pairing& net, const AcGroup& group) {
  FarEnds far;
  far.secondary = far_end(net, group.secondary);
  if (group.primary.valid() || !group.ccc_other.valid()) {
    far.primary = far_end(net, group.primary);
  } else {
    far.primary.state = FarState::Seen;
    far.primary.device = group.ccc_other.device;
    far.primary.port = group.ccc_other;
  }
  return far;
}

bool ends_in_vsi(const Pairing& net, const FarEnd& far) {
  return far.seen() && far.end.valid() && net[far.end].kind == PwEndKind::VsiPeer;
}

bool has_arbiter(const Pairing& net, const FarEnd& far) {
  return far.seen() && far.port.valid() &&
         net.dual_homing().arbiter(far.port).kind() != pairing::ArbiterKind::None;
}

smt::VarId arbiter_fact(Claim& claim, const Pairing& net, const FarEnd& far) {
  if (!far.seen() || !far.port.valid()) {
    return claim.unseen("E-Trunk or mVRRP at " + far.peer, smt::Sort::Boolean,
                        "the configuration of " + far.peer);
  }
  const PortRef ac = far.port;
  const pairing::Arbiter arbiter = net.dual_homing().arbiter(ac);
  Span where = arbiter.binding != nullptr ? arbiter.binding->where : Span{};
  if (arbiter.etrunk_covers()) {
    const Interface& trunk = net[pairing::parent_port(net.network(), ac)];
    if (trunk.trunk && trunk.trunk->etrunk) where = trunk.trunk->etrunk->where;
  }
  return claim.present(ac.device, fmt::format("E-Trunk or mVRRP over {}", net[ac].name),
                       arbiter.kind() != pairing::ArbiterKind::None, where, arbiter_block(net, ac));
}

smt::VarId mode_fact(Claim& claim, const Pairing& net, const AcGroup& group) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  const Interface& ac = net[group.ac];
  if (redundancy == nullptr) {
    return claim.fact(group.ac.device, "PW redundancy mode", by_default(RedundancyMode::Frr, ac.where),
                      block_of(ac));
  }
  return claim.fact(group.ac.device, "PW redundancy mode", redundancy->mode, block_of(ac));
}

std::string mode_phrase(RedundancyMode mode) {
  return fmt::format("{} mode", to_string(mode));
}

DeviceCommands set_mode(const Pairing& net, const AcGroup& group, RedundancyMode mode) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  std::vector<std::string> lines;
  if (mode == RedundancyMode::Independent && redundancy != nullptr && redundancy->reroute) {
    lines.emplace_back("undo mpls l2vpn reroute");
  }
  lines.push_back(fmt::format("mpls l2vpn redundancy {}", to_string(mode)));
  return in_interface(net, group.ac, lines);
}

bool decided_elsewhere(const Pairing& net, const AcGroup& group) {
  const AcRedundancy* redundancy = net.ac_groups().redundancy(group);
  if (redundancy != nullptr && redundancy->pw_aps) return true;
  const bool by_hand = group.primary.valid() && net[group.primary].is_static;
  return by_hand || (group.secondary.valid() && net[group.secondary].is_static);
}

std::string far_phrase(const Pairing& net, const FarEnd& far) {
  if (far.unseen()) return fmt::format("the device {}, which is not seen", far.peer);
  if (ends_in_vsi(net, far)) {
    return fmt::format("the VSI {} on {}", net[net[far.end].vsi].name, name_of(net, far.device));
  }
  return far.port.valid() ? port_phrase(net, far.port) : std::string("nowhere");
}

}  // namespace holdfast::rules
