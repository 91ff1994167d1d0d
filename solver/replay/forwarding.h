#pragma once

// Which way each device sends packets for one IPv4 address of the public table in one world, and whose
// packets arrive.

#include <map>
#include <vector>

#include "solver/replay/isis_routes.h"
#include "solver/replay/ospf_routes.h"
#include "solver/replay/owners.h"
#include "solver/replay/static_routes.h"

namespace holdfast::replay {

enum class RouteSource : std::uint8_t { Connected, Ospf, Isis, Static };

// A device's best route to the address.
struct BestRoute {
  bool found = false;
  std::uint8_t length = 0;
  RouteSource source = RouteSource::Connected;
  std::size_t process = 0;  // position in Device::ospf or Device::isis
  std::vector<Hop> hops;    // ways of equal cost; none: packets are dropped
  bool into_tunnel = false;
};

struct Destination {
  std::vector<BestRoute> routes;  // by device
  std::vector<State> arrives;     // by device: whether its packets get to the owner's interface
};

// What the parts of one network are made of; all are the same under every failure.
struct RoutingSetup {
  const Network& net;
  const Adjacencies& adjacencies;
  const Owners& owners;
  const Ospf& ospf;
  const Isis& isis;
};

struct RouteOffer;

class Forwarding {
 public:
  Forwarding(const RoutingSetup& setup, const World& world, TrackedSessions tracked);

  const Destination& toward(const IpAddress& address) const;
  const World& world() const { return world_; }

 private:
  using Offers = std::vector<std::vector<RouteOffer>>;  // by device

  BestRoute best_route(DeviceId device, const IpAddress& address,
                       const std::vector<RouteOffer>& learned) const;
  Offers learned(const IpAddress& address) const;
  std::vector<State> arrivals(const std::vector<BestRoute>& routes, const IpAddress& address) const;
  bool may_learn(DeviceId device, const std::vector<BestRoute>& routes, const std::vector<State>& arrives,
                 const IpAddress& address) const;
  bool brings(DeviceId device, const std::vector<Fact<std::string>>& imports, const BestRoute& route,
              const IpAddress& address) const;

  RoutingSetup setup_;
  World world_;
  TrackedSessions tracked_;
  OspfRoutes ospf_;
  IsisRoutes isis_;
  std::vector<std::size_t> ospf_tellers_;  // nodes that take in routes of other processes
  std::vector<std::size_t> isis_tellers_;
  mutable std::map<IpAddress, Destination> known_;
};

}  // namespace holdfast::replay
