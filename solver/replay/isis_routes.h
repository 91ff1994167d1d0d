#pragma once

// The routes that IS-IS makes in one world.

#include <array>
#include <set>

#include "solver/replay/isis.h"

namespace holdfast::replay {

class IsisRoutes {
 public:
  IsisRoutes(const Isis& isis, const World& world);

  // Subnets that somebody advertises and that hold the address.
  std::set<IpPrefix> subnets_with(const IpAddress& address) const;
  IgpRoutes toward(const IpPrefix& subnet) const;
  // What level-1 routers take for addresses of which they have no route.
  IgpRoutes defaults() const;
  // Nodes that are connected with this one by neighbours, of whatever level.
  bool connected(std::size_t a, std::size_t b) const { return component_[a] == component_[b]; }

 private:
  std::vector<Cost> advertised(std::size_t level, const IpPrefix& subnet) const;

  const Isis* isis_;
  World world_;
  std::array<CostGraph, kLevels> graphs_;  // of what is up
  std::vector<bool> transit_;
  std::vector<std::size_t> component_;
};

}  // namespace holdfast::replay
