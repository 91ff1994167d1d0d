#pragma once

// The routes that OSPF makes in one world.

#include "solver/replay/ospf.h"

namespace holdfast::replay {

class OspfRoutes {
 public:
  OspfRoutes(const Ospf& ospf, const World& world);

  // Subnets that somebody advertises and that hold the address.
  std::set<IpPrefix> subnets_with(const IpAddress& address) const;
  IgpRoutes toward(const IpPrefix& subnet) const;
  // Nodes that are connected with this one by neighbours, of whatever area.
  bool connected(std::size_t a, std::size_t b) const { return component_[a] == component_[b]; }

 private:
  std::vector<Cost> advertised(std::uint32_t area, const IpPrefix& subnet) const;
  bool in_area(std::size_t node, std::uint32_t area) const;

  const Ospf* ospf_;
  World world_;
  std::map<std::uint32_t, CostGraph> graphs_;             // by area, of what is up
  std::map<std::uint32_t, std::set<std::size_t>> nodes_;  // by area, those with an interface that is up
  std::vector<std::size_t> component_;
  std::vector<bool> transit_;
  std::vector<bool> border_;
};

}  // namespace holdfast::replay
