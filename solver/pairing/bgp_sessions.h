#pragma once

// BGP peerings of the families VPNv4 and VPNv6, each once, with what both sides configure.

#include <span>
#include <vector>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/locate.h"

namespace holdfast::pairing {

using BgpSessionId = Id<struct BgpSessionTag>;  // position in BgpSessions::all()

// A VPNv4 or VPNv6 peering as one side sees it.
struct BgpSide {
  DeviceId device;
  const Bgp* bgp = nullptr;
  const BgpPeer* peer = nullptr;               // null: no `peer A as-number N`
  const BgpFamily* family = nullptr;           // null: the family is not configured
  const BgpFamilyPeer* family_peer = nullptr;  // null: the peer is not in it
  bool enabled() const;                        // in the family, and nothing keeps the session down
  bool reflects() const { return family_peer != nullptr && *family_peer->reflect_client; }
};

// Two devices of which at least one names the other in the family. A device that names a peer that is not in
// the snapshot has a session with an invalid b.
struct BgpSession {
  AddressFamily family = AddressFamily::Vpnv4;  // or Vpnv6
  BgpSide a;
  BgpSide b;
  PeerState b_state = PeerState::None;  // of a's peer address
  Span a_where;                         // a line of a's that names b, else of its BGP block
  Span b_where;

  bool both_enabled() const { return a.enabled() && b.enabled(); }
  bool as_numbers_agree() const;
  bool works() const { return both_enabled() && as_numbers_agree(); }
  bool internal() const;  // iBGP; only where both sides are seen
};

class BgpSessions {
 public:
  BgpSessions(const Network& net, const Locator& locator);

  std::span<const BgpSession> all() const { return sessions_; }  // by family and devices
  const BgpSession& operator[](BgpSessionId id) const { return sessions_[id.index]; }
  std::span<const BgpSessionId> of_device(DeviceId device) const { return by_device_.find(device); }

 private:
  void collect(const Network& net, const Locator& locator, AddressFamily family);

  std::vector<BgpSession> sessions_;
  FlatIndex<DeviceId, BgpSessionId> by_device_;
};

}  // namespace holdfast::pairing
