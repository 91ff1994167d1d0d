#include <algorithm>

#include "solver/control_plane/route_walk.h"

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kBackbone = 0;
constexpr std::uint32_t kLevel1 = 1;
constexpr std::uint32_t kLevel2 = 2;

}  // namespace

bool Routes::Walk::announced_in(std::uint32_t graph) const {
  return std::ranges::any_of(target_.announced, [&](IgpNodeId it) { return r_.igp_[it].graph == graph; });
}

Routes::Walk::ByIgp Routes::Walk::best_legs(DeviceId device) {
  const auto nodes = r_.igp_.of_device(device);
  for (std::size_t i = 0; i < nodes.size();) {
    std::size_t end = i + 1;
    const IgpNode& first = r_.igp_[nodes[i]];
    while (end < nodes.size() && r_.igp_[nodes[end]].protocol == first.protocol &&
           r_.igp_[nodes[end]].process == first.process) {
      ++end;
    }
    std::vector<Leg> legs = legs_of_process(nodes.subspan(i, end - i));
    if (!legs.empty()) return {std::move(legs), first.preference};
    i = end;
  }
  return {};
}

// OSPF: within an area before between areas. IS-IS: level 1 before level 2.
std::vector<Routes::Walk::Leg> Routes::Walk::legs_of_process(std::span<const IgpNodeId> process) {
  std::vector<Leg> legs;
  if (r_.igp_[process.front()].protocol == IgpProtocol::Ospf) {
    for (const IgpNodeId node : process) add_inner(node, legs);
    if (!legs.empty()) return legs;
    const bool in_backbone = r_.igp_[process.front()].area == kBackbone;
    for (const IgpNodeId node : process) {
      if (!in_backbone || r_.igp_[node].area == kBackbone) add_across(node, legs);
    }
    return legs;
  }
  for (const IgpNodeId node : process) {
    if (r_.igp_[node].area == kLevel1) add_inner(node, legs);
  }
  if (!legs.empty()) return legs;
  const bool in_level2 = r_.igp_[process.back()].area == kLevel2;
  for (const IgpNodeId node : process) {
    if (in_level2 && r_.igp_[node].area != kLevel2) continue;
    if (in_level2) add_inner(node, legs);
    add_across(node, legs);
  }
  return legs;
}

void Routes::Walk::add_inner(IgpNodeId node, std::vector<Leg>& legs) {
  for (const IgpNodeId there : target_.announced) {
    if (r_.igp_[there].graph != r_.igp_[node].graph) continue;
    Dag dag = r_.paths_.find(node, there, failed_);
    if (!dag.reached() || (!legs.empty() && dag.cost > legs.front().cost)) continue;
    if (!legs.empty() && dag.cost < legs.front().cost) legs.clear();
    const std::uint64_t cost = dag.cost;
    legs.push_back({std::move(dag), node, there, cost, false});
  }
}

// From a border router on, the cheapest way within one of its other areas or levels.
std::uint64_t Routes::Walk::inner_cost(IgpNodeId border) {
  std::uint64_t best = kUnreachable;
  for (const IgpNodeId sibling : r_.igp_.siblings(border)) {
    for (const IgpNodeId there : target_.announced) {
      if (r_.igp_[there].graph != r_.igp_[sibling].graph) continue;
      best = std::min(best, r_.paths_.find(sibling, there, failed_).cost);
    }
  }
  return best;
}

// What a border router announces into the area or level of `border`.
std::uint64_t Routes::Walk::rest_cost(IgpNodeId border) {
  const IgpNode& here = r_.igp_[border];
  const bool ospf = here.protocol == IgpProtocol::Ospf;
  const std::uint32_t centre = ospf ? kBackbone : kLevel2;
  if (here.area == centre) return inner_cost(border);
  // Into another area: what it knows by the backbone or level 2.
  std::uint64_t best = kUnreachable;
  for (const IgpNodeId up : r_.igp_.siblings(border)) {
    if (r_.igp_[up].area != centre) continue;
    if (ospf) best = std::min(best, inner_cost(border));
    if (best != kUnreachable) return best;
    std::vector<Leg> onward;
    add_inner(up, onward);
    if (!onward.empty()) best = std::min(best, onward.front().cost);
    if (ospf && best != kUnreachable) return best;
    add_across(up, onward);
    if (!onward.empty()) best = std::min(best, onward.front().cost);
  }
  return best;
}

bool Routes::Walk::knows_level2(IgpNodeId node) const {
  const auto siblings = r_.igp_.siblings(node);
  return std::ranges::any_of(siblings, [&](IgpNodeId it) { return r_.igp_[it].area == kLevel2; });
}

void Routes::Walk::add_across(IgpNodeId node, std::vector<Leg>& legs) {
  const IgpNode& here = r_.igp_[node];
  const bool centre = here.area == (here.protocol == IgpProtocol::Ospf ? kBackbone : kLevel2);
  for (const IgpNodeId border : r_.borders_of(here.graph)) {
    const IgpNode& there = r_.igp_[border];
    if (there.device == here.device) continue;
    if (centre && !std::ranges::any_of(r_.igp_.siblings(border),
                                       [&](IgpNodeId it) { return announced_in(r_.igp_[it].graph); })) {
      continue;
    }
    if (!centre && here.protocol == IgpProtocol::Isis) {
      const auto& imports = r_.igp_.isis(there).imports;
      const bool leaks =
          std::ranges::any_of(imports, [](const auto& it) { return *it == "isis level-2 into level-1"; });
      if (!leaks) continue;
    }
    Dag dag = r_.paths_.find(node, border, failed_);
    if (!dag.reached()) continue;
    const std::uint64_t rest = rest_cost(border);
    if (rest == kUnreachable) continue;
    const std::uint64_t cost = dag.cost + rest;
    if (!legs.empty() && cost > legs.front().cost) continue;
    if (!legs.empty() && cost < legs.front().cost) legs.clear();
    legs.push_back({std::move(dag), node, border, cost, true});
  }
}

// A level-1 router sends what it does not know to the nearest router that has a level-2 neighbour elsewhere.
std::vector<Routes::Walk::Leg> Routes::Walk::default_legs(DeviceId device) {
  std::vector<Leg> legs;
  for (const IgpNodeId node : r_.igp_.of_device(device)) {
    const IgpNode& here = r_.igp_[node];
    if (here.protocol != IgpProtocol::Isis || here.area != kLevel1 || knows_level2(node)) continue;
    for (const IgpNodeId border : r_.borders_of(here.graph)) {
      bool attached = false;
      for (const IgpNodeId up : r_.igp_.siblings(border)) {
        for (const IgpEdge& edge : r_.igp_.edges(up)) {
          attached = attached || (r_.adjacencies_.traced(edge.adjacency, failed_).value != Tri::Down &&
                                  r_.leaves_area(up, edge.to));
        }
      }
      Dag dag = attached ? r_.paths_.find(node, border, failed_) : Dag{};
      if (!dag.reached() || (!legs.empty() && dag.cost > legs.front().cost)) continue;
      if (!legs.empty() && dag.cost < legs.front().cost) legs.clear();
      const std::uint64_t cost = dag.cost;
      legs.push_back({std::move(dag), node, border, cost, true});
    }
  }
  return legs;
}

// Redistribution is not followed: where it could bring the route here, nobody knows.
State Routes::Walk::redistributed(DeviceId device) {
  for (const auto& [from, into] : r_.redistributions_) {
    if (!announced_in(r_.igp_[from].graph)) continue;
    for (const IgpNodeId node : r_.igp_.of_device(device)) {
      if (r_.igp_[node].graph != r_.igp_[into].graph) continue;
      const Dag dag = r_.paths_.find(node, into, failed_);
      if (dag.reached()) return {Tri::Unknown, path_support({dag, node, into, 0, false}, node)};
    }
  }
  return always(Tri::Down);
}

}  // namespace holdfast::control_plane
