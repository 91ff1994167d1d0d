#pragma once

// The network that PWs ride on, as the control plane has it while nothing has failed, and what PWs need of
// it.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "solver/control_plane/control_plane.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules {

// One direction of PWs between two devices that take tunnels by one policy.
struct Ride {
  DeviceId from;
  DeviceId to;
  std::string_view policy;     // name; empty: none named
  pairing::PwEndId end;        // the first of their ends at `from`
  bool needs_session = false;  // some of the PWs is signalled by LDP
};

// Of every PW whose two ends are seen, by devices and policy, each once.
std::vector<Ride> rides_of(const pairing::Pairing& net);

// Devices at which one of them starts or ends.
std::set<DeviceId> devices_of(const std::vector<Ride>& rides);

class Underlay {
 public:
  explicit Underlay(const pairing::Pairing& net);

  control_plane::Routes& routes() { return plane_.routes; }
  control_plane::ShortestPaths& shortest_paths() { return paths_; }
  control_plane::Transport& transport() { return plane_.transport; }

  // Whether both interfaces are up, as far as lines say.
  bool is_up(const control_plane::Adjacency& adjacency);
  // Whether both are neighbours of some IGP.
  bool has_igp(control_plane::AdjacencyId id) const { return with_igp_[id.index]; }

  // What would have to be seen to know all ways: empty where nothing unseen can be a way between two devices.
  std::optional<std::string> unseen_ways() const;

 private:
  void find_open_ends();

  const pairing::Pairing& net_;
  FailureUniverse universe_;  // links alone: nothing fails
  control_plane::ControlPlane plane_;
  control_plane::ShortestPaths paths_;
  std::vector<bool> with_igp_;  // by adjacency
  // Interfaces of the core (`mpls`, an address, an IGP) behind which no device of the snapshot is: what they
  // lead to may have been left out. One on each of two devices can be a way past all that is seen.
  std::vector<PortRef> open_ends_;
};

// MPLS TE tunnel interfaces of a device whose destination belongs to the other.
std::vector<PortRef> tunnels_to(const pairing::Pairing& net, DeviceId from, DeviceId to);

// Whether the interface is part of an IGP of the public network.
bool in_igp(const Device& device, const Interface& interface);

// Whether two interfaces that could be one link belong to the core of a network: both carry labels.
bool is_core_link(const pairing::Pairing& net, const control_plane::Adjacency& adjacency);

// The line of the interface's primary IPv4 address; its header where it has none.
Span address_line(const Interface& interface);

}  // namespace holdfast::rules
