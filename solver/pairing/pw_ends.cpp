#include "solver/pairing/pw_ends.h"

namespace holdfast::pairing {
namespace {

template <class T>
const Fact<T>* pointer(const MaybeFact<T>& maybe) {
  return maybe ? &*maybe : nullptr;
}

}  // namespace

PwEnds::PwEnds(const Network& net, const Inventory& inventory, const Locator& locator) : net_(&net) {
  ends_.reserve(2 * inventory.pw_acs.size());
  auto next_ac = inventory.pw_acs.begin();
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    const std::size_t first = ends_.size();
    for (; next_ac != inventory.pw_acs.end() && next_ac->device == device; ++next_ac) collect_ac(*next_ac);
    for (std::uint32_t i = 0; i < net[device].vsis.size(); ++i) collect_vsi({device, i});
    for (std::uint32_t i = 0; i < net[device].switched_pws.size(); ++i) collect_switched({device, i});
    by_device_.push_back(range_from(first));
  }
  by_ac_.seal();
  by_vsi_.seal();
  by_switched_.seal();
  locate_peers(locator);
  pair_by_vc_id();
  pair_by_labels();
}

PwEnd& PwEnds::add(DeviceId device, PwEndKind kind, Span where) {
  PwEnd& end = ends_.emplace_back();
  end.id = PwEndId{ends_.size() - 1};
  end.device = device;
  end.kind = kind;
  end.where = where;
  return end;
}

PwEnds::Range PwEnds::range_from(std::size_t first) const {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(ends_.size() - first)};
}

void PwEnds::collect_ac(PortRef ac) {
  const std::size_t first = ends_.size();
  for (const Pw& pw : get(*net_, ac).pws) {
    const auto add_half = [&](PwHalf half, const MaybeFact<std::uint32_t>& vc_id) {
      PwEnd& end = add(ac.device, PwEndKind::Ac, pw.where);
      end.half = half;
      end.ac = ac.interface;
      end.pw = &pw;
      end.peer = pointer(pw.peer);
      end.vc_id = pointer(vc_id);
      end.vc_type = &pw.vc_type;
      end.control_word = &pw.control_word;
      end.mtu = &pw.mtu;
      end.tunnel_policy = pointer(pw.tunnel_policy);
      end.transmit_label = pointer(pw.transmit_label);
      end.receive_label = pointer(pw.receive_label);
      end.is_static = pw.signalling == PwSignalling::Static;
    };
    const bool dual = *pw.role == PwRole::DualBypass;
    add_half(dual ? PwHalf::AcBypass : PwHalf::Whole, pw.vc_id);
    if (dual && pw.pw_bypass_vc_id) add_half(PwHalf::PwBypass, pw.pw_bypass_vc_id);
  }
  by_ac_.add(ac, range_from(first));
}

void PwEnds::collect_vsi(VsiRef ref) {
  const std::size_t first = ends_.size();
  const Vsi& vsi = get(*net_, ref);
  for (const VsiPeer& peer : vsi.peers) {
    PwEnd& end = add(ref.device, PwEndKind::VsiPeer, peer.where);
    end.vsi = ref;
    end.vsi_peer = &peer;
    end.peer = &peer.address;
    end.vc_id = peer.negotiation_vc_id ? &*peer.negotiation_vc_id : pointer(vsi.vsi_id);
    end.vc_type = &peer.vc_type;
    end.control_word = &peer.control_word;
    end.mtu = &vsi.mtu;
    end.tunnel_policy = peer.tunnel_policy ? &*peer.tunnel_policy : pointer(vsi.tunnel_policy);
    end.transmit_label = pointer(peer.transmit_label);
    end.receive_label = pointer(peer.receive_label);
    end.is_static = *peer.is_static;
  }
  by_vsi_.add(ref, range_from(first));
}

void PwEnds::collect_switched(SwitchedRef ref) {
  const std::size_t first = ends_.size();
  const SwitchedPw& pw = get(*net_, ref);
  add_segment(ref, SegmentSide::First, pw.first);
  add_segment(ref, SegmentSide::Second, pw.second);
  if (pw.backup) add_segment(ref, SegmentSide::Backup, *pw.backup);
  by_switched_.add(ref, range_from(first));
}

void PwEnds::add_segment(SwitchedRef ref, SegmentSide side, const SwitchedSegment& segment) {
  const SwitchedPw& pw = get(*net_, ref);
  PwEnd& end = add(ref.device, PwEndKind::Segment, pw.where);
  end.switched = ref;
  end.segment = &segment;
  end.side = side;
  end.peer = &segment.peer;
  end.vc_id = &segment.vc_id;
  end.vc_type = &pw.vc_type;
  end.control_word = pointer(pw.control_word);
  end.mtu = pointer(pw.mtu);
  end.tunnel_policy = pointer(segment.tunnel_policy);
  end.transmit_label = pointer(segment.transmit_label);
  end.receive_label = pointer(segment.receive_label);
  end.is_static = segment.is_static();
}

const PwEnd* PwEnds::counterpart(PwEndId id) const {
  const PwEndId other = peers_[id.index].counterpart;
  return other.valid() ? &ends_[other.index] : nullptr;
}

std::span<const PwEnd> PwEnds::of_ac(PortRef ac) const {
  const auto found = by_ac_.find(ac);
  return found.empty() ? std::span<const PwEnd>{} : slice(found.front());
}

std::span<const PwEnd> PwEnds::of_vsi(VsiRef vsi) const {
  const auto found = by_vsi_.find(vsi);
  return found.empty() ? std::span<const PwEnd>{} : slice(found.front());
}

std::span<const PwEnd> PwEnds::of_switched(SwitchedRef switched) const {
  const auto found = by_switched_.find(switched);
  return found.empty() ? std::span<const PwEnd>{} : slice(found.front());
}

std::span<const PwEnd> PwEnds::of_device(DeviceId device) const {
  return slice(by_device_[device.index]);
}

const PwEnd* PwEnds::of_pw(PortRef ac, const Pw& pw) const {
  for (const PwEnd& end : of_ac(ac)) {
    if (end.pw == &pw) return &end;
  }
  return nullptr;
}

}  // namespace holdfast::pairing
