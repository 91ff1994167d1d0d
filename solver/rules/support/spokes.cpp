#include "solver/rules/support/spokes.h"

#include <algorithm>

namespace holdfast::rules {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;

bool is_member(const ProtectMember& member, const VsiPeer& peer) {
  if (*member.peer != *peer.address) return false;
  if (!member.negotiation_vc_id || !peer.negotiation_vc_id) {
    return !member.negotiation_vc_id && !peer.negotiation_vc_id;
  }
  return **member.negotiation_vc_id == **peer.negotiation_vc_id;
}

void choose_in_vsi(const Vsi& vsi, const VsiPeer& peer, SpokeChoice& choice) {
  for (const ProtectGroup& group : vsi.groups) {
    const auto member =
        std::ranges::find_if(group.members, [&](const ProtectMember& it) { return is_member(it, peer); });
    if (member == group.members.end()) continue;
    choice.group = &group;
    choice.member = &*member;
    choice.is_master = group.mode && **group.mode == ProtectMode::Master;
    for (const ProtectMember& other : group.members) {
      if (&other != choice.member) choice.other = &other;
    }
    break;
  }
  if (choice.other == nullptr || !choice.member->preference || !choice.other->preference) return;
  const std::uint32_t own = **choice.member->preference;
  const std::uint32_t others = **choice.other->preference;
  if (own != others) choice.preferred = own < others;
}

void choose_at_ac(const Pairing& net, const PwEnd& end, SpokeChoice& choice) {
  const AcGroup* group = net.ac_groups().of(end.ac_port());
  if (group == nullptr) return;
  choice.ac = group;
  choice.is_master = net.ac_groups().mode(*group) == RedundancyMode::Master;
  const bool primary = group->primary == end.id;
  if (!primary && group->secondary != end.id) return;
  const PwEndId other = primary ? group->secondary : group->primary;
  if (other.valid()) choice.other_pw = &net[other];
  choice.preferred = primary;
}

}  // namespace

Spoke spoke_at(const Pairing& net, const PwEnd& vsi_end) {
  Spoke spoke;
  spoke.end = &vsi_end;
  spoke.state = net.pw_ends().peer(vsi_end.id).state;
  const std::vector<PwEndId> far_ends = net.pw_ends().far_ends(vsi_end.id);
  if (far_ends.empty()) return spoke;
  SpokeChoice& choice = spoke.choice.emplace();
  const PwEnd& far = net[far_ends.front()];
  choice.end = &far;
  if (far.kind == PwEndKind::VsiPeer) choose_in_vsi(net[far.vsi], *far.vsi_peer, choice);
  if (far.kind == PwEndKind::Ac) choose_at_ac(net, far, choice);
  return spoke;
}

std::vector<Spoke> spokes(const Pairing& net) {
  std::vector<Spoke> result;
  for (const PwEnd& end : net.pw_ends().all()) {
    if (end.kind == PwEndKind::VsiPeer && *end.vsi_peer->upe) result.push_back(spoke_at(net, end));
  }
  return result;
}

}  // namespace holdfast::rules
