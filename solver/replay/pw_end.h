#pragma once

// One end of a pseudowire, as its device configures it: a PW of an AC, a peer of a VSI, or one side of a
// switched PW. A dual bypass line makes two.

#include <optional>

#include "model/network.h"

namespace holdfast::replay {

using EndId = Id<struct EndTag>;  // position in PwEnds::all()

enum class EndKind : std::uint8_t { Ac, VsiPeer, Segment };
enum class EndHalf : std::uint8_t { Whole, AcBypass, PwBypass };
enum class SwitchSide : std::uint8_t { First, Second, Backup };

// What stands at the place that an end's peer address names.
enum class PeerSight : std::uint8_t { None, Unseen, Seen, Ambiguous };

struct PwEnd {
  EndKind kind = EndKind::Ac;
  EndHalf half = EndHalf::Whole;
  DeviceId device;
  Span where;
  PortRef ac;                           // kind Ac
  const Pw* pw = nullptr;               // kind Ac
  std::size_t owner = 0;                // kind VsiPeer: in Device::vsis; kind Segment: in switched_pws
  const VsiPeer* vsi_peer = nullptr;    // kind VsiPeer
  SwitchSide side = SwitchSide::First;  // kind Segment
  std::optional<Ipv4> peer;
  std::optional<std::uint32_t> vc_id;
  VcType vc_type = VcType::Raw;
  std::optional<bool> control_word;  // absent: a dynamic segment, which passes it through
  std::optional<std::uint32_t> mtu;
  const std::string* tunnel_policy = nullptr;
  std::optional<std::uint32_t> transmit_label;
  std::optional<std::uint32_t> receive_label;
  bool is_static = false;

  PeerSight sight = PeerSight::None;
  DeviceId peer_device;  // when seen
  EndId counterpart;     // whose mapping matches; invalid: none
};

}  // namespace holdfast::replay
