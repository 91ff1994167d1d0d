#pragma once

// Which ways PWs take. Routes name links of the topology as edges.

#include <array>
#include <optional>
#include <utility>

#include "solver/planning/loads.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

// Two devices to reach, and over which links traffic goes on to the customer, if they are known.
struct Targets {
  std::array<std::size_t, 2> devices{};
  std::array<std::optional<std::size_t>, 2> legs;
};

// Two devices that face two others, and the links from each to its customer.
struct Corners {
  std::array<std::size_t, 2> near{};
  std::array<std::size_t, 2> far{};
  std::array<std::optional<std::size_t>, 2> near_legs;
  std::array<std::optional<std::size_t>, 2> far_legs;
};

// From the first of the near ones to both far ones, then from the second.
struct SquareWays {
  std::array<graph::Route, 4> routes;

  std::uint64_t cost() const { return routes[0].cost + routes[1].cost + routes[2].cost + routes[3].cost; }
  // The other one of the near (far) two becomes the first.
  void turn(bool near, bool far) {
    if (near) std::swap(routes[0], routes[2]), std::swap(routes[1], routes[3]);
    if (far) std::swap(routes[0], routes[1]), std::swap(routes[2], routes[3]);
  }
};

inline std::uint64_t cost_of(const graph::Route& route) {
  return route.cost;
}
inline std::uint64_t cost_of(const std::array<graph::Route, 2>& routes) {
  return routes[0].cost + routes[1].cost;
}
inline std::uint64_t cost_of(const SquareWays& ways) {
  return ways.cost();
}

// No way leads from one domain into another.
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
  // Ways between all four, such that two that meet in one of them keep apart otherwise. Orders in which they
  // are looked for are tried one by one: where none is found there may still be some.
  std::optional<SquareWays> square(const Corners& corners, const intent::Service& service) const;
  // The plain IGP routes; nothing when they do not keep apart, unless `anyhow`, or have no room.
  std::optional<SquareWays> square_by_igp(const Corners& corners, const intent::Service& service,
                                          bool anyhow) const;
  // A route to the same end that avoids the inner devices, the links and the groups of another.
  std::optional<graph::Route> around(const graph::Route& route) const;

 private:
  // The cheapest of what is found in each domain.
  template <class Find>
  auto best(const Find& find) const {
    auto best = find(std::size_t{0});
    for (std::size_t domain = 1; domain < topology_.domain_count(); ++domain) {
      auto other = find(domain);
      if (other && (!best || cost_of(*other) < cost_of(*best))) best = std::move(other);
    }
    return best;
  }

  std::optional<std::array<graph::Route, 2>> apart_in(std::size_t domain, std::size_t from, const Targets& to,
                                                      const intent::Service& service) const;
  std::optional<std::array<graph::Route, 2>> apart_by_igp_in(std::size_t domain, std::size_t from,
                                                             const Targets& to,
                                                             const intent::Service& service) const;

  // Groups that a route crosses, its leg among them.
  std::vector<std::size_t> groups_of(const graph::Route& route, std::optional<std::size_t> leg) const;

  // Whether every route as short as this one crosses the group.
  bool crossed_by_all(std::size_t group, const graph::Route& route) const;

  const Topology& topology_;
  Loads& loads_;
};

}  // namespace holdfast::planning
