#include "solver/failures/pw_transport.h"

#include <algorithm>
#include <utility>

namespace holdfast::failures {
namespace {

using control_plane::all_of;
using control_plane::always;
using pairing::PwEnd;
using pairing::PwEndKind;

constexpr int kMostSegments = 16;

std::string_view policy_of(const PwEnd& end) {
  return end.tunnel_policy != nullptr ? std::string_view(end.tunnel_policy->value) : std::string_view();
}

}  // namespace

// What a dynamic segment passes through: parameters of the far end of the side that comes first, so that a
// mismatch shows on one PW only.
const PwEnd* PwTransport::behind(const PwEnd& end) const {
  if (end.kind != PwEndKind::Segment || end.side == pairing::SegmentSide::First) return nullptr;
  for (const PwEnd& other : net_.pw_ends().of_switched(end.switched)) {
    if (other.side == pairing::SegmentSide::First) return net_.pw_ends().counterpart(other.id);
  }
  return nullptr;
}

std::optional<std::uint32_t> PwTransport::announced_mtu(const PwEnd& end, int depth) const {
  if (end.mtu != nullptr) return end.mtu->value;
  const PwEnd* far = depth > 0 ? behind(end) : nullptr;
  return far != nullptr ? announced_mtu(*far, depth - 1) : std::nullopt;
}

std::optional<bool> PwTransport::announced_control_word(const PwEnd& end, int depth) const {
  if (end.control_word != nullptr) return end.control_word->value;
  const PwEnd* far = depth > 0 ? behind(end) : nullptr;
  return far != nullptr ? announced_control_word(*far, depth - 1) : std::nullopt;
}

PwTransport::Agreement PwTransport::agreement(const PwEnd& a, const PwEnd& b) const {
  if (a.vc_type->value != b.vc_type->value) return {Tri::Down, "the VC types of its ends differ"};
  const auto a_mtu = announced_mtu(a, kMostSegments);
  const auto b_mtu = announced_mtu(b, kMostSegments);
  if (a_mtu && b_mtu && *a_mtu != *b_mtu) return {Tri::Down, "the MTUs of its ends differ"};
  for (const PwEnd* end : {&a, &b}) {
    if (end->kind == PwEndKind::VsiPeer && *net_[end->vsi].shutdown)
      return {Tri::Down, "its VSI is shut down"};
  }
  const auto a_word = announced_control_word(a, kMostSegments);
  const auto b_word = announced_control_word(b, kMostSegments);
  if (a_word && b_word && *a_word != *b_word) {
    const bool vsi = a.kind == PwEndKind::VsiPeer || b.kind == PwEndKind::VsiPeer;
    if (vsi) return {Tri::Down, "the control words of its ends differ"};
    return {Tri::Unknown,
            "the control words of its ends differ, and the documents disagree about what then happens"};
  }
  return {};
}

PwTransport::Key PwTransport::key_of(pairing::PwEndId id) const {
  const pairing::PwPeer& peer = net_.pw_ends().peer(id);
  if (!peer.counterpart.valid()) {
    const bool down = peer.state == pairing::PeerState::Seen || peer.state == pairing::PeerState::None;
    return {net_[id].device, {}, {}, {}, down ? Tri::Down : Tri::Unknown, false};
  }
  const PwEnd* a = &net_[id];
  const PwEnd* b = &net_[peer.counterpart];
  if (b->device < a->device) std::swap(a, b);
  const Tri agreed =
      agreement(net_[std::min(id, peer.counterpart)], net_[std::max(id, peer.counterpart)]).value;
  return {a->device, b->device, policy_of(*a), policy_of(*b), agreed, a->is_static || b->is_static};
}

State PwTransport::evaluate(const Key& key, Failed failed) {
  if (key.agreed == Tri::Down) return always(Tri::Down);
  if (!key.b.valid()) return both(plane_.interfaces().device_up(key.a, failed), always(key.agreed));
  State session = always(Tri::Up);
  if (key.is_static) {
    const auto a_id = net_.locator().lsr_id(key.a);
    const auto b_id = net_.locator().lsr_id(key.b);
    if (!a_id || !b_id) return always(Tri::Down);
    session =
        both(plane_.routes.reach(key.a, ip(*b_id), failed), plane_.routes.reach(key.b, ip(*a_id), failed));
  } else {
    session = plane_.ldp.up(key.a, key.b, failed);
  }
  if (session.value == Tri::Down) return session;
  return all_of(std::move(session), plane_.transport.up(key.a, key.b, key.a_policy, failed),
                plane_.transport.up(key.b, key.a, key.b_policy, failed), always(key.agreed));
}

}  // namespace holdfast::failures
