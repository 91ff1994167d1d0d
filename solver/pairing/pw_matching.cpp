// Which two ends are one PW. Ends are brought together by what both must say (the two devices and the VC ID),
// so the work is that of sorting them, however many services a pair of devices shares.

#include <algorithm>
#include <tuple>

#include "solver/pairing/pw_ends.h"

namespace holdfast::pairing {
namespace {

// Static and LDP ends make no PW with each other; the VCs of a dual bypass meet crosswise only.
bool forms_meet(const PwEnd& a, const PwEnd& b) {
  if (a.is_static != b.is_static) return false;
  if (a.half == PwHalf::Whole) return b.half == PwHalf::Whole;
  return b.half != PwHalf::Whole && a.half != b.half;
}

}  // namespace

void PwEnds::locate_peers(const Locator& locator) {
  peers_.resize(ends_.size());
  for (const PwEnd& end : ends_) {
    PwPeer& peer = peers_[end.id.index];
    if (end.vc_id != nullptr) by_vc_id_.add({end.device, **end.vc_id}, end.id);
    if (end.peer == nullptr) continue;
    const Located found = locator.device_of(**end.peer);
    peer.state = state_of(found);
    peer.device = found.one();
    if (!peer.device.valid()) continue;
    by_direction_.add({end.device, peer.device}, end.id);
    if (end.vc_id != nullptr) by_target_.add({peer.device, **end.vc_id}, end.id);
  }
  by_vc_id_.seal();
  by_direction_.seal();
  by_target_.seal();
}

void PwEnds::join(PwEndId a, PwEndId b) {
  peers_[a.index].counterpart = b;
  peers_[b.index].counterpart = a;
}

void PwEnds::pair_by_vc_id() {
  FlatIndex<std::tuple<DeviceId, DeviceId, std::uint32_t>, PwEndId>
      meetings;  // lower device, higher one, VC ID
  for (const PwEnd& end : ends_) {
    const DeviceId peer = peers_[end.id.index].device;
    if (end.vc_id == nullptr || !peer.valid() || peer == end.device) continue;
    meetings.add({std::min(end.device, peer), std::max(end.device, peer), **end.vc_id}, end.id);
  }
  meetings.seal();
  meetings.for_each_key([this](const auto& key, std::span<const PwEndId> met) {
    const auto on_lower = [&](PwEndId id) { return ends_[id.index].device == std::get<0>(key); };
    for (const bool same_type : {true, false}) {
      for (const PwEndId a : met) {
        if (!on_lower(a) || paired(a)) continue;
        for (const PwEndId b : met) {
          if (on_lower(b) || paired(b) || !forms_meet((*this)[a], (*this)[b])) continue;
          if (same_type && **(*this)[a].vc_type != **(*this)[b].vc_type) continue;
          join(a, b);
          break;
        }
      }
    }
  });
}

void PwEnds::pair_by_labels() {
  // Own device, peer device, transmit label, receive label.
  FlatIndex<std::tuple<DeviceId, DeviceId, std::uint32_t, std::uint32_t>, PwEndId> by_labels;
  const auto wants_labels = [this](const PwEnd& end) {
    return !paired(end.id) && peers_[end.id.index].device.valid() && end.transmit_label != nullptr &&
           end.receive_label != nullptr;
  };
  for (const PwEnd& end : ends_) {
    if (!wants_labels(end)) continue;
    by_labels.add({end.device, peers_[end.id.index].device, **end.transmit_label, **end.receive_label},
                  end.id);
  }
  by_labels.seal();
  for (const PwEnd& end : ends_) {
    if (!wants_labels(end)) continue;
    const auto mirrored =
        by_labels.find({peers_[end.id.index].device, end.device, **end.receive_label, **end.transmit_label});
    for (const PwEndId other : mirrored) {
      const bool vc_ids_decide = end.vc_id != nullptr && (*this)[other].vc_id != nullptr;
      if (other == end.id || paired(other) || vc_ids_decide) continue;
      join(end.id, other);
      break;
    }
  }
}

PwNearMisses PwEnds::near_misses(PwEndId id) const {
  PwNearMisses result;
  const PwEnd& end = (*this)[id];
  const DeviceId peer = peers_[id.index].device;
  const auto same_vc_id = [&end](const PwEnd& other) {
    return end.vc_id != nullptr && other.vc_id != nullptr && **end.vc_id == **other.vc_id;
  };
  if (peer.valid()) {
    for (const PwEndId other : between(peer, end.device)) {
      if (other == id || other == peers_[id.index].counterpart) continue;
      if (!same_vc_id((*this)[other])) {
        if (!paired(other)) result.other_vc_id.push_back(other);
      } else if (paired(other)) {
        result.same_vc_id_paired.push_back(other);
      } else {
        result.other_form.push_back(other);
      }
    }
  }
  if (end.vc_id == nullptr) return result;
  if (peer.valid()) {
    for (const PwEndId other : by_vc_id_.find({peer, **end.vc_id})) {
      if (other != id && peers_[other.index].device != end.device && !paired(other)) {
        result.other_peer.push_back(other);
      }
    }
  }
  for (const PwEndId other : by_target_.find({end.device, **end.vc_id})) {
    const DeviceId device = (*this)[other].device;
    if (device != peer && device != end.device && !paired(other)) result.elsewhere.push_back(other);
  }
  return result;
}

}  // namespace holdfast::pairing
