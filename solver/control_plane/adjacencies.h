#pragma once

// Pairs of interfaces that can talk IPv4 to each other directly (docs/failures.md, "Routes"), outside of
// VPNs.

#include <cstdint>
#include <span>
#include <vector>

#include "model/address.h"
#include "solver/control_plane/interfaces.h"

namespace holdfast::control_plane {

using AdjacencyId = Id<struct AdjacencyTag>;  // position in Adjacencies::all()

struct Adjacency {
  PortRef a;  // a < b
  PortRef b;
  Ipv4 a_address;
  Ipv4 b_address;
  std::uint8_t length = 0;  // of the subnet

  PortRef other(PortRef end) const { return end == a ? b : a; }
};

class Adjacencies {
 public:
  Adjacencies(const pairing::Pairing& net, const FailureUniverse& universe, Interfaces& interfaces);

  std::span<const Adjacency> all() const { return all_; }
  const Adjacency& operator[](AdjacencyId id) const { return all_[id.index]; }
  std::span<const AdjacencyId> of_device(DeviceId device) const { return by_device_.find(device); }

  // Evaluates the adjacencies that these failures can touch; the states of all others are those without
  // failures.
  void set(Failed failed);
  Tri state(AdjacencyId id) const { return state_[id.index]; }  // under the failures last set
  State traced(AdjacencyId id, Failed failed);

 private:
  const pairing::Pairing& net_;
  Interfaces& interfaces_;
  std::vector<Adjacency> all_;
  pairing::FlatIndex<DeviceId, AdjacencyId> by_device_;
  std::vector<std::vector<AdjacencyId>> touched_by_;  // by element
  std::vector<Tri> state_;
  std::vector<ElementId> set_;  // the failures last set
};

// The primary IPv4 address of an interface, borrowed ones not counted; null: it has none.
const Fact<InterfaceAddress>* primary_address(const Interface& interface);

}  // namespace holdfast::control_plane
