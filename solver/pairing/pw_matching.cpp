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
    if (end.peer == nullptr) continue;
    const Located found = locator.device_of(**end.peer);
    peer.state = state_of(found);
    peer.device = found.one();
    if (peer.device.valid() && end.vc_id != nullptr)
      by_target_.add(target_key(peer.device, **end.vc_id), end.id);
  }
  by_target_.seal();
}

void PwEnds::join(PwEndId a, PwEndId b) {
  peers_[a.index].counterpart = b;
  peers_[b.index].counterpart = a;
}

void PwEnds::pair_by_vc_id() {
  FlatIndex<std::pair<std::uint64_t, std::uint32_t>, PwEndId> meetings;  // the two devices, the VC ID
  for (const PwEnd& end : ends_) {
    const DeviceId peer = peers_[end.id.index].device;
    if (end.vc_id == nullptr || !peer.valid() || peer == end.device) continue;
    const auto [low, high] = std::minmax(end.device, peer);
    meetings.add({target_key(low, high.index), **end.vc_id}, end.id);
  }
  meetings.seal();
  meetings.for_each_key([this](const auto&, std::span<const PwEndId> met) {
    // Ends are in the order of their devices, so the first is on the lower of the two.
    const DeviceId lower = (*this)[met.front()].device;
    const auto on_lower = [&](PwEndId id) { return (*this)[id].device == lower; };
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

std::vector<PwEndId> PwEnds::between(DeviceId device, DeviceId peer) const {
  std::vector<PwEndId> result;
  for (const PwEnd& end : of_device(device)) {
    if (peers_[end.id.index].device == peer) result.push_back(end.id);
  }
  return result;
}

PwNearMisses PwEnds::near_misses(PwEndId id) const {
  PwNearMisses result;
  const PwEnd& end = (*this)[id];
  const DeviceId peer = peers_[id.index].device;
  const auto on_peer = peer.valid() ? of_device(peer) : std::span<const PwEnd>{};
  for (const PwEnd& other : on_peer) {
    if (other.id == id || other.id == peers_[id.index].counterpart) continue;
    const bool same_vc_id = end.vc_id != nullptr && other.vc_id != nullptr && **end.vc_id == **other.vc_id;
    const bool names_back = peers_[other.id.index].device == end.device;
    if (names_back && same_vc_id) {
      (paired(other.id) ? result.same_vc_id_paired : result.other_form).push_back(other.id);
    } else if (names_back != same_vc_id && !paired(other.id)) {
      (names_back ? result.other_vc_id : result.other_peer).push_back(other.id);
    }
  }
  if (end.vc_id == nullptr) return result;
  for (const PwEndId other : by_target_.find(target_key(end.device, **end.vc_id))) {
    const DeviceId device = (*this)[other].device;
    if (device != peer && device != end.device && !paired(other)) result.elsewhere.push_back(other);
  }
  return result;
}

}  // namespace holdfast::pairing
