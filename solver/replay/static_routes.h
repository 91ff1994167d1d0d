#pragma once

// Static routes of the public table that are there in one world.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "solver/replay/adjacency.h"
#include "solver/replay/world.h"

namespace holdfast::replay {

// BFD sessions that static routes track, by device and name.
using TrackedSessions = std::map<std::pair<DeviceId, std::string>, State>;

struct LiveStaticRoute {
  const StaticRoute* route = nullptr;
  std::vector<Hop> hops;     // none: frames are dropped
  bool into_tunnel = false;  // leads where routes do not show it
};

// Those of a device whose destination holds the address.
std::vector<LiveStaticRoute> live_static_routes(const Network& net, DeviceId device, const IpAddress& address,
                                                const Adjacencies& adjacencies, const World& world,
                                                const TrackedSessions& tracked);

// Every session that a static route of the public table tracks, up: what the network starts with.
TrackedSessions tracked_sessions(const Network& net);

}  // namespace holdfast::replay
