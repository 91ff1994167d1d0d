#pragma once

// One walk towards one address under one set of failures: what each device on the way does with it. For
// Routes.

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

struct Routes::Target {
  PortRef port;
  Ipv4 address;
  std::uint8_t length = 32;          // of the owner's subnet, and so of the route to it
  std::vector<IgpNodeId> announced;  // areas and levels that know it
  std::array<std::unordered_map<std::uint32_t, Memo<Tri>>, 3> answers;  // by carriage and device
};

class Routes::Walk {
 public:
  Walk(Routes& routes, const Target& target, Carriage carriage, Failed failed)
      : r_(routes), net_(routes.net_), target_(target), carriage_(carriage), failed_(failed) {}

  // What becomes of it at this device.
  State from(DeviceId device);
  // After from(): the hops taken, as far as they get.
  std::vector<WayHop> hops(DeviceId from) const;

 private:
  // A best way out of a device within one area or level, before it is followed.
  struct Leg {
    Dag dag;
    IgpNodeId start;
    IgpNodeId end;           // the owner's node, or the border router's where the next area or level begins
    std::uint64_t cost = 0;  // to the target
    bool leaves = false;     // ends at a border router
    Support border;          // what makes that router one, and this device look for one
  };

  State decide(DeviceId device);
  State at_owner();
  std::optional<State> connected(DeviceId device);

  // Static routes; see route_walk_static.cpp.
  struct Statics {
    std::vector<const StaticRoute*> candidates;  // the longest first, then by preference
    Support looked_at;                           // of those that are not there
    std::vector<State> uncertain;                // what becomes of it by those of which nobody knows
  };
  std::vector<const StaticRoute*> statics_of(DeviceId device) const;
  std::optional<State> by_static(DeviceId device, Statics& statics, int least_length,
                                 std::uint32_t better_than);
  State follow_static(DeviceId device, const StaticRoute& route);
  State usable(DeviceId device, const StaticRoute& route);

  // Areas and levels; see route_walk_igp.cpp.
  struct ByIgp {
    std::vector<Leg> legs;  // of one cost; empty: no route
    std::uint32_t preference = 0;
    Support looked_at;  // what kept better legs away
  };
  ByIgp best_legs(DeviceId device);
  std::vector<Leg> default_legs(DeviceId device);
  std::vector<Leg> legs_of_process(std::span<const IgpNodeId> process, Support& looked_at);
  void add_inner(IgpNodeId node, std::vector<Leg>& legs);
  void add_across(IgpNodeId node, const Support& basis, std::vector<Leg>& legs);
  State takes_part(IgpNodeId node);
  State backbone_part(IgpNodeId node);
  std::uint64_t rest_cost(IgpNodeId border);
  std::uint64_t inner_cost(IgpNodeId border);
  bool announced_in(std::uint32_t graph) const;
  bool knows_level2(IgpNodeId node) const;
  State redistributed(DeviceId device);

  // Following a leg; see route_walk_leg.cpp.
  State follow(const Leg& leg);
  State follow_step_by_step(const Leg& leg);
  State session_between(DeviceId a, DeviceId b);
  State carried(const DagHop& hop);
  bool decides_alone(IgpNodeId node, const Leg& leg) const;
  Support path_support(const Leg& leg, IgpNodeId from);
  bool lsr_ids_known(IgpNodeId a, IgpNodeId b) const;
  void take(const DagHop& hop);

  // Following a leg on which nobody decides anew; see route_walk_plain.cpp.
  std::optional<Tri> plainly_carried(const DagHop& hop) const;
  std::optional<Tri> plain_arrivals(const Leg& leg, Tri at_end);
  std::optional<State> follow_plainly(const Leg& leg);

  Routes& r_;
  const pairing::Pairing& net_;
  const Target& target_;
  Carriage carriage_;
  Failed failed_;
  std::unordered_map<std::uint32_t, std::optional<State>> answers_;  // by device; nullopt: being walked
  std::unordered_map<std::uint32_t, WayHop> taken_;                  // by device
};

}  // namespace holdfast::control_plane
