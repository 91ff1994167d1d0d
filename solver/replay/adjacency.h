#pragma once

// Which interfaces of two devices can exchange packets on one subnet, found by their addresses and links. Is
// the same under all failures; an adjacency is up when both of its interfaces are.

#include <vector>

#include "solver/replay/cabling.h"

namespace holdfast::replay {

struct Adjacency {
  PortRef a;
  PortRef b;
  IpPrefix a_address;
  IpPrefix b_address;
};

// One end of an adjacency: leaving by `from`, arriving at `to`.
struct Hop {
  std::uint32_t adjacency = 0;
  PortRef from;
  PortRef to;
  IpAddress to_address;
};

class Adjacencies {
 public:
  // Of the public table, IPv4 and IPv6.
  Adjacencies(const Network& net, const Cabling& cabling);

  const std::vector<Adjacency>& all() const { return all_; }
  const std::vector<Hop>& from(DeviceId device) const { return hops_[device.index]; }

 private:
  std::vector<Adjacency> all_;
  std::vector<std::vector<Hop>> hops_;
};

}  // namespace holdfast::replay
