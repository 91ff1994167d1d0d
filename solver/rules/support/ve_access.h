#pragma once

// L2VPN into L3VPN: PWs that end on the L2VE side of a VE group, and what they can track.

#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::rules {

// An L2VE interface that carries a PW, with the PW of which it is the AC.
struct VeAccess {
  pairing::PortRef port;
  const pairing::PwEnd* end = nullptr;  // the primary LDP PW; never null
};

// By device and interface; interfaces with static PWs only are left out.
std::vector<VeAccess> ve_accesses(const pairing::Pairing& net);

// A VPN instance of a device and what its interfaces track there. Many interfaces may track one prefix: it is
// one question then.
struct TrackedPrefix {
  DeviceId device;
  std::string instance;
  IpPrefix prefix;
  std::vector<const TrackedRoute*> routes;  // in the order of the interfaces
  std::vector<pairing::PortRef> ports;      // likewise
};

// What VE interfaces with PWs track, each (device, instance, prefix) once.
std::vector<TrackedPrefix> tracked_prefixes(const pairing::Pairing& net);

// "2001:db8:: 64": the prefix as commands have it.
std::string prefix_words(const IpPrefix& prefix);

// VPNv4 or VPNv6.
AddressFamily vpn_family_of(const IpPrefix& prefix);

// Devices with which this one has a VPN peering of the family, each once; the addresses of those peers that
// are not in the snapshot.
std::vector<DeviceId> vpn_neighbours(const pairing::Pairing& net, DeviceId device, AddressFamily family);
std::vector<std::string> unseen_vpn_peers(const pairing::Pairing& net, DeviceId device, AddressFamily family);

// The line that opens the family of a VPN instance in BGP; null: there is none.
const BgpFamily* instance_family(const Device& device, const std::string& instance, bool v6);

}  // namespace holdfast::rules
