#pragma once

// The network that a plan lets grow: what stands on its devices, and which identifiers are in use.

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/device.h"
#include "model/intent.h"

namespace holdfast::planning {

// IPv4 addresses that something names, as ranges.
class AddressSpace {
 public:
  void add(Ipv4 first, std::uint8_t length);
  void settle();  // once all are added
  bool overlaps(Ipv4 first, std::uint32_t count) const;

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_;  // first and last; settled: apart, ascending
};

struct UsedIdentifiers {
  AddressSpace addresses;
  std::set<std::uint32_t> vc_ids;  // and VSI IDs
  std::set<std::uint32_t> vlans;
  std::set<std::uint32_t> discriminators;
  std::set<std::uint32_t> etrunks;
  std::set<std::uint64_t> lacp_systems;
  std::set<std::string> distinguishers;  // "64512:7"
  std::set<std::string> route_targets;
};

// An IGP area or level, whose routes lead LDP from each of its devices to each other, and what new devices
// need to join it.
struct Domain {
  intent::Igp igp = intent::Igp::Isis;
  std::uint32_t process = 1;
  IsisLevel level = IsisLevel::Level2;
  std::string isis_area = "49.0001";
  std::string cost_style = "wide";
  std::uint32_t ospf_area = 0;
  bool wants_key = false;  // the whole area or level does, not single interfaces
  // By device that stands: the number of its own process; 0: it takes no part.
  std::vector<std::uint32_t> processes;
  std::vector<bool> silent;  // by device that stands: its LSR ID is in no IGP

  bool has(std::size_t device) const { return device < processes.size() && processes[device] != 0; }
};

struct Existing {
  // By device of the intent, shorter when the last ones are new; null: new.
  std::vector<const Device*> devices;
  std::vector<std::vector<std::string>> free_ports;  // configured, up, and nothing uses them
  std::vector<Domain> domains;                       // the one with most devices first; empty: all is new
  UsedIdentifiers used;

  const Device* at(std::size_t device) const { return device < devices.size() ? devices[device] : nullptr; }
  bool any() const { return !devices.empty(); }
};

UsedIdentifiers used_identifiers(const std::vector<const Device*>& devices);

// The Eth-Trunk that the port is a member of, else the port itself.
std::string carrier_of(const Device& device, const std::string& port);

// How a customer's device hangs on two PEs already.
struct StandingHoming {
  intent::Homing homing = intent::Homing::Single;  // Single: by neither
  std::size_t master = 0;                          // of the two
  std::array<std::string, 2> groups;               // mVRRP: the interface with the group
  std::array<std::uint32_t, 2> vrids{};
};
StandingHoming standing_homing(const std::array<const Device*, 2>& pes,
                               const std::array<std::string, 2>& ports);

}  // namespace holdfast::planning
