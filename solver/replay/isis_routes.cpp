#include "solver/replay/isis_routes.h"

#include <algorithm>

#include "solver/replay/components.h"

namespace holdfast::replay {
namespace {

constexpr unsigned kOwnLevel1 = 0;
constexpr unsigned kOwnLevel2 = 1;
constexpr unsigned kLeaked = 2;
constexpr unsigned kDefault = 3;

}  // namespace

IsisRoutes::IsisRoutes(const Isis& isis, const World& world)
    : isis_(&isis), world_(world), component_(singletons(isis.nodes().size())) {
  std::vector<CostEdge> all;
  for (std::size_t level = 0; level < kLevels; ++level) {
    graphs_[level] = CostGraph(live_edges(isis.edges(level), isis.adjacencies(), world));
    std::ranges::copy(graphs_[level].edges(), std::back_inserter(all));
  }
  join_components(all, component_);
  for (std::size_t node = 0; node < isis.nodes().size(); ++node) {
    transit_.push_back(!*isis.process(node).overload);
  }
}

std::set<IpPrefix> IsisRoutes::subnets_with(const IpAddress& address) const {
  std::set<IpPrefix> result;
  for (const IsisAttachment& it : isis_->attachments()) {
    if (it.subnet.contains(address) && world_.interface(it.port)) result.insert(it.subnet);
  }
  return result;
}

std::vector<Cost> IsisRoutes::advertised(std::size_t level, const IpPrefix& subnet) const {
  std::vector<Cost> own(isis_->nodes().size(), kUnreachable);
  for (const IsisAttachment& it : isis_->attachments()) {
    if (!it.levels[level] || it.subnet != subnet || !world_.interface(it.port)) continue;
    own[it.node] = std::min<Cost>(own[it.node], it.own_cost[level]);
  }
  return own;
}

// Level 1, then level 2 with what level-1-2 routers tell it, then what they tell level 1 of that.
IgpRoutes IsisRoutes::toward(const IpPrefix& subnet) const {
  const std::size_t count = isis_->nodes().size();
  const PathCosts level1(graphs_[kLevel1], advertised(kLevel1, subnet), transit_);
  std::vector<Cost> upward = advertised(kLevel2, subnet);
  for (std::size_t node = 0; node < count; ++node) {
    if (isis_->tells_levels(node) && isis_->in_level(node, kLevel2))
      upward[node] = std::min(upward[node], level1[node]);
  }
  const PathCosts level2(graphs_[kLevel2], upward, transit_);
  std::vector<Cost> downward(count, kUnreachable);
  for (std::size_t node = 0; node < count; ++node) {
    const bool tells = isis_->tells_levels(node) && isis_->leaks_down(node) &&
                       isis_->in_level(node, kLevel1) && isis_->in_level(node, kLevel2);
    if (tells && !level1.reaches(node)) downward[node] = level2[node];
  }
  const PathCosts leaked(graphs_[kLevel1], downward, transit_);

  IgpRoutes routes(count);
  for (std::size_t node = 0; node < count; ++node) {
    if (level1.reaches(node)) {
      routes[node] = IgpRoute{kOwnLevel1, level1.next(node)};
    } else if (isis_->in_level(node, kLevel2) && level2.reaches(node)) {
      routes[node] = IgpRoute{kOwnLevel2, level2.next(node)};
    } else if (leaked.reaches(node)) {
      routes[node] = IgpRoute{kLeaked, leaked.next(node)};
    }
  }
  return routes;
}

IgpRoutes IsisRoutes::defaults() const {
  const std::size_t count = isis_->nodes().size();
  std::vector<Cost> attached(count, kUnreachable);
  for (const CostEdge& edge : graphs_[kLevel2].edges()) {
    const bool offers = transit_[edge.from] && isis_->in_level(edge.from, kLevel1);
    if (offers && !isis_->same_area(edge.from, edge.to)) attached[edge.from] = 0;
  }
  const PathCosts nearest(graphs_[kLevel1], attached, transit_);
  IgpRoutes routes(count);
  for (std::size_t node = 0; node < count; ++node) {
    if (!isis_->in_level(node, kLevel2) && nearest.reaches(node)) {
      routes[node] = IgpRoute{kDefault, nearest.next(node)};
    }
  }
  return routes;
}

}  // namespace holdfast::replay
