#include "solver/replay/pw_transport.h"

namespace holdfast::replay {

PwTransport::PwTransport(const RoutingSetup& setup, const PwEnds& ends, const Interfaces& interfaces,
                         const Routing& routing, const LdpSessions& sessions, const Transport& transport)
    : setup_(setup),
      ends_(&ends),
      interfaces_(&interfaces),
      routing_(&routing),
      sessions_(&sessions),
      transport_(&transport) {}

State PwTransport::of(EndId id) const {
  const auto found = known_.find(id);
  if (found != known_.end()) return found->second;
  const PwEnd& end = (*ends_)[id];
  const State state = judge(end);
  known_[id] = state;
  if (end.counterpart.valid()) known_[end.counterpart] = state;
  return state;
}

bool PwTransport::shut_down(const PwEnd& end) const {
  return end.kind == EndKind::VsiPeer && *setup_.net[end.device].vsis[end.owner].shutdown;
}

State PwTransport::judge(const PwEnd& end) const {
  if (!interfaces_->node(end.device).up() || shut_down(end)) return kDown;
  if (end.sight == PeerSight::Unseen) return unknown({DoubtKind::UnseenPeer, end.device, end.where});
  if (end.sight == PeerSight::Ambiguous) return unknown({DoubtKind::AmbiguousPeer, end.device, end.where});
  if (!end.counterpart.valid()) return kDown;
  const PwEnd& far = (*ends_)[end.counterpart];
  if (!interfaces_->node(far.device).up() || shut_down(far)) return kDown;
  const State agreed = parameters(end, far);
  if (agreed.down()) return kDown;
  return both(agreed, signalling(end, far),
              transport_->one_way(end.device, far.device, *end.peer, end.tunnel_policy),
              transport_->one_way(far.device, end.device, *far.peer, far.tunnel_policy));
}

State PwTransport::parameters(const PwEnd& a, const PwEnd& b) const {
  if (a.vc_type != b.vc_type) return kDown;
  if (a.mtu && b.mtu && *a.mtu != *b.mtu) return kDown;
  if (!a.control_word || !b.control_word || *a.control_word == *b.control_word) return kUp;
  if (a.kind == EndKind::VsiPeer || b.kind == EndKind::VsiPeer) return kDown;
  return unknown({DoubtKind::ControlWord, a.device, a.where});
}

State PwTransport::signalling(const PwEnd& a, const PwEnd& b) const {
  if (!a.is_static) return sessions_->between(a.device, b.device);
  const auto& id_a = setup_.net[a.device].mpls.lsr_id;
  const auto& id_b = setup_.net[b.device].mpls.lsr_id;
  if (!id_a || !id_b) return kDown;
  return both(routing_->reaches(a.device, ip(**id_b)), routing_->reaches(b.device, ip(**id_a)));
}

}  // namespace holdfast::replay
