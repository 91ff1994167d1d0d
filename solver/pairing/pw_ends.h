#pragma once

// All ends of pseudowires of a network, whatever they are configured as, and which two of them are one PW
// (semantics §3.5).
//
// Two ends are paired when each names the other's device as its peer and their VC IDs are equal. The VC type
// does not have to be equal: ends that differ only there are one PW with a defect, and a rule says so; where
// several candidates exist, one of the same type is preferred. The two VCs of `ac-bypass X pw-bypass Y` are
// two ends and pair crosswise only. Static PWs without VC IDs pair by mirrored labels. A VPWS end may pair
// with a VSI's peer or with a segment of a switched PW.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/locate.h"
#include "solver/pairing/pw_end.h"
#include "solver/pairing/refs.h"

namespace holdfast::pairing {

struct PwPeer {
  PeerState state = PeerState::None;
  DeviceId device;      // when Seen
  PwEndId counterpart;  // invalid: unpaired
};

// Ends that explain why one is unpaired. Only ends that are unpaired themselves are offered, except in
// `same_vc_id_paired`.
struct PwNearMisses {
  std::vector<PwEndId> other_vc_id;  // on the peer, naming this device back, with another VC ID
  std::vector<PwEndId> other_peer;   // on the peer, with this VC ID, naming another address
  std::vector<PwEndId> elsewhere;    // on a third device, naming this device back with this VC ID
  std::vector<PwEndId> other_form;   // on the peer, naming this device back with this VC ID, but of a form
                                     // that does not go together: static and LDP, bypass and dual bypass
  std::vector<PwEndId> same_vc_id_paired;  // on the peer, naming this device back with this VC ID, but
                                           // already paired with another end of this device
};

// How the way along a multi-segment PW ends.
enum class ChainEnd : std::uint8_t {
  Reached,    // the last end is an AC's or a VSI's
  NoPeer,     // the last end names nobody
  Unseen,     // the last end's peer is not in the snapshot
  Ambiguous,  // the last end's peer address belongs to several devices
  Unpaired,   // the last end's peer has nothing back
  Loop,       // the segments come back to where they were
  TooLong,    // more than kMaxSegments
};

// The way from one end through switching SPEs: the end itself, then two ends per SPE (where the PW comes in,
// where it goes out), then the far end if it is reached.
struct PwChain {
  std::vector<PwEndId> ends;
  ChainEnd end = ChainEnd::Unpaired;
  bool backup = false;  // uses a `backup` segment somewhere

  PwEndId far() const { return end == ChainEnd::Reached ? ends.back() : PwEndId{}; }
  bool switched() const { return ends.size() > 2; }
};

class PwEnds {
 public:
  static constexpr std::size_t kMaxSegments = 16;  // SPEs on one way
  static constexpr std::size_t kMaxChains = 64;    // ways from one end; further ones are not followed

  PwEnds(const Network& net, const Inventory& inventory, const Locator& locator);

  std::span<const PwEnd> all() const { return ends_; }
  const PwEnd& operator[](PwEndId id) const { return ends_[id.index]; }

  const PwPeer& peer(PwEndId id) const { return peers_[id.index]; }
  // The other end of the same PW, or null.
  const PwEnd* counterpart(PwEndId id) const;
  bool paired(PwEndId id) const { return peers_[id.index].counterpart.valid(); }

  // Ends of one AC in the order of their lines; of one VSI in the order of its peers; of one switched PW:
  // first, second, backup.
  std::span<const PwEnd> of_ac(PortRef ac) const;
  std::span<const PwEnd> of_vsi(VsiRef vsi) const;
  std::span<const PwEnd> of_switched(SwitchedRef switched) const;
  std::span<const PwEnd> of_device(DeviceId device) const;
  // The end that a PW line makes (for a dual bypass its AC half), or null.
  const PwEnd* of_pw(PortRef ac, const Pw& pw) const;

  // Ends on `device` whose peer address is `peer`'s, in the order of all().
  std::vector<PwEndId> between(DeviceId device, DeviceId peer) const;

  PwNearMisses near_misses(PwEndId id) const;

  // Every way that starts at this end: one, or one more for each backup segment on it. Never empty. For a PW
  // that is not switched it holds the end and its counterpart.
  std::vector<PwChain> chains(PwEndId start) const;
  // Final ends reached by those ways, each once, in their order.
  std::vector<PwEndId> far_ends(PwEndId start) const;

 private:
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  void collect_ac(PortRef ac);
  void collect_vsi(VsiRef vsi);
  void collect_switched(SwitchedRef switched);
  void add_segment(SwitchedRef switched, SegmentSide side, const SwitchedSegment& segment);
  PwEnd& add(DeviceId device, PwEndKind kind, Span where);
  Range range_from(std::size_t first) const;
  void locate_peers(const Locator& locator);
  void pair_by_vc_id();
  void pair_by_labels();
  void join(PwEndId a, PwEndId b);
  // The device that an end names and its VC ID, as one number: sorting all ends by it is a good part of the
  // work.
  static std::uint64_t target_key(DeviceId peer, std::uint32_t vc_id) {
    return (std::uint64_t{peer.index} << 32U) | vc_id;
  }
  std::span<const PwEnd> slice(Range range) const {
    return std::span(ends_).subspan(range.first, range.count);
  }

  const Network* net_;
  std::vector<PwEnd> ends_;
  std::vector<PwPeer> peers_;
  std::vector<Range> by_device_;
  FlatIndex<PortRef, Range> by_ac_;
  FlatIndex<VsiRef, Range> by_vsi_;
  FlatIndex<SwitchedRef, Range> by_switched_;
  FlatIndex<std::uint64_t, PwEndId> by_target_;  // see target_key()
};

}  // namespace holdfast::pairing
