#include "solver/failures/pw_transport.h"

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

State PwTransport::evaluate(const PwEnd& a, const PwEnd& b, Failed failed) {
  const Tri agreed = agreement(a, b).value;
  if (agreed == Tri::Down) return always(Tri::Down);
  State session = always(Tri::Up);
  if (a.is_static || b.is_static) {
    const auto a_id = net_.locator().lsr_id(a.device);
    const auto b_id = net_.locator().lsr_id(b.device);
    if (!a_id || !b_id) return always(Tri::Down);
    session = both(plane_.routes.reach(a.device, ip(*b_id), failed),
                   plane_.routes.reach(b.device, ip(*a_id), failed));
  } else {
    session = plane_.ldp.up(a.device, b.device, failed);
  }
  if (session.value == Tri::Down) return session;
  return all_of(std::move(session), plane_.transport.up(a.device, b.device, policy_of(a), failed),
                plane_.transport.up(b.device, a.device, policy_of(b), failed), always(agreed));
}

State PwTransport::up(pairing::PwEndId id, Failed failed) {
  const pairing::PwPeer& peer = net_.pw_ends().peer(id);
  const PwEnd& end = net_[id];
  if (!peer.counterpart.valid()) {
    const bool down = peer.state == pairing::PeerState::Seen || peer.state == pairing::PeerState::None;
    if (down) return always(Tri::Down);
    const State device = plane_.interfaces().device_up(end.device, failed);
    return both(device, always(Tri::Unknown));
  }
  const pairing::PwEndId first = std::min(id, peer.counterpart);
  return memo_[first.index].get(failed, [&](Failed under) {
    return evaluate(net_[first], net_[std::max(id, peer.counterpart)], under);
  });
}

}  // namespace holdfast::failures
