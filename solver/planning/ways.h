#pragma once

// Which ways PWs take. Routes name links of the topology as edges.

#include <array>
#include <optional>

#include "solver/planning/loads.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

// Two devices to reach, and over which links traffic goes on to the customer, if they are known.
struct Targets {
  std::array<std::size_t, 2> devices{};
  std::array<std::optional<std::size_t>, 2> legs;
};

class Ways {
 public:
  Ways(const Topology& topology, Loads& loads) : topology_(topology), loads_(loads) {}

  // One route to each of two devices, as far apart as the targets want, where links have room.
  std::optional<std::array<graph::Route, 2>> apart(std::size_t from, const Targets& to,
                                                   const intent::Service& service) const;
  std::optional<graph::Route> shortest(std::size_t from, std::size_t to, std::uint64_t bandwidth) const;

  // What the way to each device costs at least; nothing where there is none.
  std::vector<std::optional<std::uint64_t>> costs(std::size_t from, std::uint64_t bandwidth) const;

  // Whether plain IGP routes keep apart as well and have room: then LDP serves. The routes that they are.
  std::optional<std::array<graph::Route, 2>> apart_by_igp(std::size_t from, const Targets& to,
                                                          const intent::Service& service) const;
  // A route to the same end that avoids the inner devices, the links and the groups of another.
  std::optional<graph::Route> around(const graph::Route& route) const;

 private:
  // Groups that a route crosses, its leg among them.
  std::vector<std::size_t> groups_of(const graph::Route& route, std::optional<std::size_t> leg) const;

  // Whether every route as short as this one crosses the group.
  bool crossed_by_all(std::size_t group, const graph::Route& route) const;

  const Topology& topology_;
  Loads& loads_;
};

}  // namespace holdfast::planning
