#pragma once

// BFD sessions of two devices that are the two ends of one session (semantics §3.11).

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "solver/pairing/ac_groups.h"
#include "solver/pairing/links.h"

namespace holdfast::pairing {

enum class BfdMatch : std::uint8_t {
  None,
  Mirrored,        // peer and source addresses mirror each other, stated or taken from the outgoing interface
  Addresses,       // each one's peer is an address of the other's device, and there is no other candidate
  Discriminators,  // the devices name each other and the discriminators mirror each other
  Pw,              // bound to the two ends of one PW
  Link,            // multicast sessions on the two ports of one link
};

struct BfdPeer {
  PeerState state = PeerState::None;
  DeviceId device;     // when seen
  BfdRef counterpart;  // invalid: none found
  BfdMatch match = BfdMatch::None;
  PwEndId pw;  // the end that a PW session is bound to, when it exists
};

class BfdPairs {
 public:
  BfdPairs(const Network& net, const Locator& locator, const PwEnds& ends, const Links& links);

  std::span<const BfdRef> all() const { return sessions_; }
  const BfdPeer& peer(BfdRef session) const;
  // Sessions on the peer that name this device back and have no counterpart themselves: for messages.
  std::vector<BfdRef> near_misses(BfdRef session) const;

  // The device's session of this name; invalid if there is none.
  BfdRef find(DeviceId device, std::string_view name) const;
  // Sessions bound to this PW end.
  std::span<const BfdRef> of_pw(PwEndId end) const { return by_pw_.find(end); }

 private:
  void locate_peers(const Locator& locator, const PwEnds& ends, const Links& links);
  void match(BfdMatch how);
  std::vector<BfdRef> candidates(BfdRef of, BfdMatch how) const;
  std::size_t position(BfdRef session) const {
    return first_of_device_[session.device.index] + session.index;
  }

  const Network* net_;
  const PwEnds* ends_;
  const Links* links_;
  std::vector<BfdRef> sessions_;
  std::vector<BfdPeer> peers_;                  // by position in sessions_
  std::vector<std::uint32_t> first_of_device_;  // position of a device's first session; one more at the end
  FlatIndex<PwEndId, BfdRef> by_pw_;
  FlatIndex<PortRef, BfdRef> by_port_;  // multicast sessions, by their own port
  FlatIndex<std::pair<DeviceId, DeviceId>, BfdRef> by_direction_;
  FlatIndex<std::pair<DeviceId, IpAddress>, BfdRef> by_peer_ip_;    // own device, address of the peer
  FlatIndex<std::pair<DeviceId, std::uint32_t>, BfdRef> by_local_;  // own device, local discriminator
};

// True when each one's local discriminator is the other's remote one; false also when one is not set.
bool discriminators_mirror(const BfdSession& a, const BfdSession& b);

}  // namespace holdfast::pairing
