#pragma once

// E-Trunks of two devices that belong together (semantics §3.7; seed 4: one E-Trunk, two PEs).
//
// Addresses decide first: each one's peer-address is an address of the other's device. Where they do not lead
// to each other, a pair is still found by what else ties the two together, so that a rule can report the
// mismatch; `match` says how sure that is.

#include <cstdint>
#include <span>
#include <vector>

#include "solver/pairing/ac_groups.h"

namespace holdfast::pairing {

enum class EtrunkMatch : std::uint8_t {
  Addresses,   // each names the other's device
  OneWay,      // one names the other's device, and they have one id
  SameGroup,   // one id, and PWs of their members belong to one primary/secondary group or bypass each other
  SameSystem,  // one id and one configured LACP system ID, and no third E-Trunk is like that
  None,        // no partner: see `b_state`
};

// An Eth-Trunk that is a member, and its counterpart on the other device; one of the two may be missing.
struct EtrunkMembers {
  InterfaceId a;
  InterfaceId b;
  bool by_remote_id = false;  // through `remote-eth-trunk`, else by one Eth-Trunk id
};

struct EtrunkPair {
  EtrunkRef a;
  EtrunkRef b;  // invalid when `match` is None
  EtrunkMatch match = EtrunkMatch::None;
  PeerState b_state = PeerState::None;  // of a's peer-address; of an E-Trunk without partner: Seen means that
                                        // the peer has no E-Trunk that fits
  DeviceId b_device;                    // when seen, also without partner
  bool a_names_b = false;               // a's peer-address is an address of b's device
  bool b_names_a = false;
  bool mirrored = false;               // peer and source addresses mirror each other exactly
  std::vector<EtrunkMembers> members;  // a's in their order, then b's that are left over

  bool paired() const { return b.valid(); }
};

class EtrunkPairs {
 public:
  EtrunkPairs(const Network& net, const Inventory& inventory, const Locator& locator, const PwEnds& ends,
              const AcGroups& groups);

  // Every E-Trunk of the network stands in exactly one pair; a precedes b.
  std::span<const EtrunkPair> all() const { return pairs_; }
  const EtrunkPair* of(EtrunkRef etrunk) const;
  // The E-Trunk of a member Eth-Trunk or of one of its sub-interfaces; invalid if there is none.
  EtrunkRef covering(PortRef port) const;
  EtrunkRef partner(EtrunkRef etrunk) const;

  // Member Eth-Trunks of one E-Trunk, in the order of their ids.
  std::span<const InterfaceId> members(EtrunkRef etrunk) const { return members_.find(etrunk); }
  // The member of the other device that stands for this one; invalid if there is none.
  PortRef member_counterpart(PortRef eth_trunk) const { return counterpart(eth_trunk); }
  // The sub-interface of the counterpart that takes the same VLANs (for a main interface the counterpart
  // itself); where several or none do, the one with the same number; invalid if there is none.
  PortRef ac_counterpart(PortRef ac) const { return counterpart(ac); }

 private:
  PortRef counterpart(PortRef port) const;
  void match_members(EtrunkPair& pair);
  void match_subs(PortRef a, PortRef b);

  const Network* net_;
  std::vector<EtrunkPair> pairs_;
  FlatIndex<EtrunkRef, std::uint32_t> pair_of_;
  FlatIndex<EtrunkRef, InterfaceId> members_;
  FlatIndex<PortRef, PortRef> counterpart_;  // of members and of their sub-interfaces
  FlatIndex<PortRef, PortRef> subs_;         // sub-interfaces of members, by their member
};

// The device's E-Trunk of this id, or an invalid reference.
EtrunkRef find_etrunk(const Network& net, DeviceId device, std::uint32_t id);

}  // namespace holdfast::pairing
