#include "solver/control_plane/etrunk_states.h"

#include <utility>

namespace holdfast::control_plane {
namespace {

// Texts that are no proof are taken to be equal: a rule speaks of them.
bool keys_differ(const Etrunk& a, const Etrunk& b) {
  if (!a.key || !b.key) return false;
  return (*a.key)->form == SecretForm::Clear && (*b.key)->form == SecretForm::Clear &&
         (*a.key)->fingerprint != (*b.key)->fingerprint;
}

// Which mode a device uses that names none is not documented: it may be the other one's.
Tri modes_agree(const Etrunk& a, const Etrunk& b) {
  if (a.authentication_mode.has_value() != b.authentication_mode.has_value()) return Tri::Unknown;
  return tri(!a.authentication_mode || **a.authentication_mode == **b.authentication_mode);
}

Tri settings_agree(const Etrunk& a, const Etrunk& b) {
  const bool others_agree =
      a.id == b.id && *a.udp_port == *b.udp_port && *a.sequence == *b.sequence && !keys_differ(a, b);
  return others_agree ? modes_agree(a, b) : Tri::Down;
}

}  // namespace

State EtrunkStates::hellos(const pairing::EtrunkPair& pair, Failed failed) {
  const Etrunk& a = net_[pair.a];
  const Etrunk& b = net_[pair.b];
  const Tri agreed = pair.mirrored ? settings_agree(a, b) : Tri::Down;
  if (agreed == Tri::Down) return always(Tri::Down);
  State passing = a.vpn_instance || b.vpn_instance
                      ? both(routes_.reach_in_vpn(pair.a.device, **a.peer_address, failed),
                             routes_.reach_in_vpn(pair.b.device, **b.peer_address, failed))
                      : both(routes_.reach(pair.a.device, **a.peer_address, failed),
                             routes_.reach(pair.b.device, **b.peer_address, failed));
  return both(std::move(passing), always(agreed));
}

State EtrunkStates::hears(pairing::EtrunkRef etrunk, Failed failed) {
  const pairing::EtrunkPair* pair = net_.etrunks().of(etrunk);
  if (pair == nullptr) return always(Tri::Unknown);
  if (!pair->paired()) {
    return always(pair->b_state == pairing::PeerState::Seen ? Tri::Down : Tri::Unknown);
  }
  State result = hellos(*pair, failed);
  const auto& tracked = net_[etrunk].bfd_session;
  if (result.value == Tri::Down || !tracked) return result;
  const pairing::BfdRef session = net_.bfd().find(etrunk.device, **tracked);
  return both(std::move(result), session.valid() ? bfd_.up(session, failed) : always(Tri::Unknown));
}

State EtrunkStates::master(pairing::EtrunkRef etrunk, Failed failed) {
  const State heard = hears(etrunk, failed);
  if (heard.value == Tri::Down) return {Tri::Up, heard.support};
  const Etrunk& here = net_[etrunk];
  const pairing::EtrunkRef partner = net_.etrunks().partner(etrunk);
  if (!partner.valid()) return {Tri::Unknown, heard.support};
  const Etrunk& there = net_[partner];
  const bool by_priority =
      *here.selection == EtrunkSelection::Priority && *there.selection == EtrunkSelection::Priority;
  Tri elected = Tri::Unknown;
  if (by_priority && *here.priority != *there.priority) elected = tri(*here.priority < *there.priority);
  // Without certainty of hellos it is master if it wins or if it is alone.
  if (heard.value == Tri::Unknown && elected != Tri::Up) elected = Tri::Unknown;
  return {elected, heard.support};
}

State EtrunkStates::in_use(PortRef member, Failed failed) {
  State up = routes_.interfaces().up(member, failed);
  const auto& trunk = net_[member].trunk;
  if (!trunk || up.value == Tri::Down) return up;
  switch (*trunk->etrunk_mode) {
    case EtrunkMemberMode::ForceMaster:
      return up;
    case EtrunkMemberMode::ForceBackup:
      return always(Tri::Down);
    case EtrunkMemberMode::Auto:
      break;
  }
  const pairing::EtrunkRef etrunk = net_.etrunks().covering(member);
  if (!etrunk.valid()) return up;
  State chosen = master(etrunk, failed);
  const PortRef partner = net_.etrunks().member_counterpart(member);
  if (chosen.value != Tri::Up && partner.valid()) {
    const State there = routes_.interfaces().up(partner, failed);
    State partner_down = {!there.value, there.support};
    chosen = either(std::move(chosen), both(hears(etrunk, failed), partner_down));
  }
  return both(std::move(up), chosen);
}

}  // namespace holdfast::control_plane
