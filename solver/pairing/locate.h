#pragma once

// Which device owns an address (semantics §1: a peer that is not in the snapshot is unseen, not absent).

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/inventory.h"
#include "solver/pairing/refs.h"

namespace holdfast::pairing {

// The answer to "who is that?": nobody in the snapshot, one device, or several (an identity that is used
// twice).
struct Located {
  std::span<const DeviceId> devices;  // ascending, each once; lives as long as the Locator

  bool unseen() const { return devices.empty(); }
  bool ambiguous() const { return devices.size() > 1; }
  DeviceId one() const {
    return devices.size() == 1 ? devices.front() : DeviceId{};
  }  // invalid unless exactly one
  bool is(DeviceId device) const { return devices.size() == 1 && devices.front() == device; }
};

// What is known of a device that another one names as its peer.
enum class PeerState : std::uint8_t {
  None,       // no peer address
  Unseen,     // the address belongs to no device of the snapshot
  Seen,       // exactly one device
  Ambiguous,  // several devices claim it
};

// Of a peer address that was resolved.
PeerState state_of(const Located& found);

struct AddressOwner {
  PortRef port;
  const Fact<InterfaceAddress>* address = nullptr;
};

// An LSR ID that several devices of the snapshot claim.
struct SharedLsrId {
  Ipv4 lsr_id;
  std::vector<DeviceId> devices;
};

class Locator {
 public:
  Locator(const Network& net, const Inventory& inventory);

  // Resolves a peer address of MPLS or L2VPN: by LSR ID, and if nobody has it, by loopback address of the
  // global table.
  Located device_of(Ipv4 peer) const;

  // Resolves any address: an LSR ID or an interface address of the global table.
  Located owner_of(const IpAddress& address) const;
  // The same in a VPN instance, by the instance's name; an empty name is the global table.
  Located owner_of(const IpAddress& address, std::string_view vpn_instance) const;

  // Every interface with exactly this address, in whichever table.
  std::span<const AddressOwner> interfaces_with(const IpAddress& address) const;

  // True when the address is the device's LSR ID or an address of one of its interfaces (any table).
  bool owns(DeviceId device, const IpAddress& address) const;

  std::optional<Ipv4> lsr_id(DeviceId device) const;
  std::span<const SharedLsrId> shared_lsr_ids() const { return shared_; }

 private:
  const Network* net_;
  FlatIndex<Ipv4, DeviceId> by_lsr_id_;
  FlatIndex<Ipv4, DeviceId> by_loopback_;
  FlatIndex<IpAddress, DeviceId> global_;
  FlatIndex<IpAddress, AddressOwner> ports_;
  FlatIndex<std::pair<std::string_view, IpAddress>, DeviceId> in_instance_;
  std::vector<SharedLsrId> shared_;
};

}  // namespace holdfast::pairing
