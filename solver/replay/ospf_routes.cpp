#include "solver/replay/ospf_routes.h"

#include <algorithm>

#include "solver/replay/components.h"
#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr std::uint32_t kBackbone = 0;
constexpr unsigned kIntraArea = 0;
constexpr unsigned kInterArea = 1;

// Adds the paths of one area to a node's best route so far.
struct Best {
  Cost cost = kUnreachable;
  std::vector<CostEdge> next;

  void offer(const PathCosts& paths, std::size_t node) {
    if (!paths.reaches(node) || paths[node] > cost) return;
    if (paths[node] < cost) next.clear();
    cost = paths[node];
    std::ranges::copy(paths.next(node), std::back_inserter(next));
  }
};

}  // namespace

OspfRoutes::OspfRoutes(const Ospf& ospf, const World& world)
    : ospf_(&ospf),
      world_(world),
      component_(singletons(ospf.nodes().size())),
      transit_(ospf.nodes().size(), true) {
  for (const OspfAttachment& it : ospf.attachments()) {
    if (world.interface(it.port)) nodes_[it.area].insert(it.node);
  }
  for (const auto& [area, nodes] : nodes_) graphs_[area] = CostGraph();
  std::vector<CostEdge> all;
  for (const auto& [area, edges] : ospf.edges()) {
    graphs_[area] = CostGraph(live_edges(edges, ospf.adjacencies(), world));
    std::ranges::copy(graphs_[area].edges(), std::back_inserter(all));
  }
  join_components(all, component_);
  for (std::size_t node = 0; node < ospf.nodes().size(); ++node) {
    const bool elsewhere = std::ranges::any_of(
        nodes_, [node](const auto& area) { return area.first != kBackbone && area.second.contains(node); });
    border_.push_back(elsewhere && in_area(node, kBackbone));
  }
}

bool OspfRoutes::in_area(std::size_t node, std::uint32_t area) const {
  const auto found = nodes_.find(area);
  return found != nodes_.end() && found->second.contains(node);
}

std::set<IpPrefix> OspfRoutes::subnets_with(const IpAddress& address) const {
  std::set<IpPrefix> result;
  for (const OspfAttachment& it : ospf_->attachments()) {
    if (it.subnet.contains(address) && world_.interface(it.port)) result.insert(it.subnet);
  }
  return result;
}

std::vector<Cost> OspfRoutes::advertised(std::uint32_t area, const IpPrefix& subnet) const {
  std::vector<Cost> own(ospf_->nodes().size(), kUnreachable);
  for (const OspfAttachment& it : ospf_->attachments()) {
    if (it.area != area || it.subnet != subnet || !world_.interface(it.port)) continue;
    own[it.node] = std::min<Cost>(own[it.node], it.own_cost);
  }
  return own;
}

// First within each area, then what border routers announce into the backbone, then what they announce from
// there into the other areas.
IgpRoutes OspfRoutes::toward(const IpPrefix& subnet) const {
  const std::size_t count = ospf_->nodes().size();
  std::map<std::uint32_t, PathCosts> within;
  for (const auto& [area, nodes] : nodes_) {
    within.emplace(area, PathCosts(graphs_.at(area), advertised(area, subnet), transit_));
  }
  // The cost of a border router's way within its areas other than `area`.
  const auto in_other_areas = [&](std::size_t node, std::uint32_t area) {
    Cost best = kUnreachable;
    for (const auto& [other, paths] : within) {
      if (other != area && in_area(node, other)) best = std::min(best, paths[node]);
    }
    return best;
  };
  const auto announced = [&](std::uint32_t area, auto cost_of) {
    std::vector<Cost> own(count, kUnreachable);
    for (std::size_t node = 0; node < count; ++node) {
      if (border_[node] && in_area(node, area)) own[node] = cost_of(node);
    }
    return own;
  };

  std::map<std::uint32_t, PathCosts> between;
  if (nodes_.contains(kBackbone)) {
    const auto own = announced(kBackbone, [&](std::size_t node) { return in_other_areas(node, kBackbone); });
    between.emplace(kBackbone, PathCosts(graphs_.at(kBackbone), own, transit_));
    const PathCosts& backbone = between.at(kBackbone);
    for (const auto& [area, nodes] : nodes_) {
      if (area == kBackbone) continue;
      const auto down = announced(area, [&, here = area](std::size_t node) {
        const Cost elsewhere = in_other_areas(node, here);
        if (elsewhere != kUnreachable) return elsewhere;
        return within.at(here).reaches(node) ? kUnreachable : backbone[node];
      });
      between.emplace(area, PathCosts(graphs_.at(area), down, transit_));
    }
  }

  IgpRoutes routes(count);
  for (std::size_t node = 0; node < count; ++node) {
    Best inside;
    Best outside;
    for (const auto& [area, paths] : within) {
      if (in_area(node, area)) inside.offer(paths, node);
    }
    for (const auto& [area, paths] : between) {
      if (in_area(node, area) && (!border_[node] || area == kBackbone)) outside.offer(paths, node);
    }
    if (inside.cost != kUnreachable) {
      routes[node] = IgpRoute{kIntraArea, inside.next};
    } else if (outside.cost != kUnreachable) {
      routes[node] = IgpRoute{kInterArea, outside.next};
    }
  }
  return routes;
}

}  // namespace holdfast::replay
