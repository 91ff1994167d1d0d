#pragma once

// One end of a pseudowire, whatever it is configured as: a PW of an attachment circuit, a peer of an LDP VSI,
// a side of a switched PW.

#include <cstdint>
#include <string>
#include <string_view>

#include "solver/pairing/refs.h"

namespace holdfast::pairing {

using PwEndId = Id<struct PwEndTag>;  // position in PwEnds::all()

enum class PwEndKind : std::uint8_t {
  Ac,       // a PW of an attachment circuit
  VsiPeer,  // a peer of an LDP VSI
  Segment,  // one side of a switched PW
};

// Which of the VCs of one line an end is.
enum class PwHalf : std::uint8_t {
  Whole,     // the line makes one VC
  AcBypass,  // `ac-bypass X`
  PwBypass,  // `pw-bypass Y`
};

enum class SegmentSide : std::uint8_t { First, Second, Backup };

// One end, with facts that read alike for every kind. Pointers are loans from the network; null where the
// kind has no such thing.
struct PwEnd {
  PwEndId id;
  DeviceId device;
  PwEndKind kind = PwEndKind::Ac;
  PwHalf half = PwHalf::Whole;
  Span where;  // the line that makes the end

  InterfaceId ac;                            // kind Ac
  const Pw* pw = nullptr;                    // kind Ac
  VsiRef vsi;                                // kind VsiPeer
  const VsiPeer* vsi_peer = nullptr;         // kind VsiPeer
  SwitchedRef switched;                      // kind Segment
  const SwitchedSegment* segment = nullptr;  // kind Segment
  SegmentSide side = SegmentSide::First;     // kind Segment

  const Fact<Ipv4>* peer = nullptr;                  // null: no line and no template names one
  const Fact<std::uint32_t>* vc_id = nullptr;        // VSI: the peer's negotiation-vc-id, else the VSI's id
  const Fact<VcType>* vc_type = nullptr;             // never null
  const Fact<bool>* control_word = nullptr;          // null: a dynamic segment, which passes it through
  const Fact<std::uint32_t>* mtu = nullptr;          // null: a segment without one
  const Fact<std::string>* tunnel_policy = nullptr;  // of the end, else of its VSI; null: none named
  const Fact<std::uint32_t>* transmit_label = nullptr;  // static PWs
  const Fact<std::uint32_t>* receive_label = nullptr;
  bool is_static = false;

  PortRef ac_port() const { return {device, ac}; }
  bool is_role(PwRole role) const { return pw != nullptr && *pw->role == role; }
};

// "PW to 2.2.2.2 VC ID 100", for messages.
std::string describe(const PwEnd& end);
// "primary", "secondary", "bypass", "ac-bypass", "pw-bypass", "admin", "VSI peer", "switched".
std::string_view role_word(const PwEnd& end);

}  // namespace holdfast::pairing
