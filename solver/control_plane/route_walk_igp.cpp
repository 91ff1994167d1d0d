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
  ByIgp result;
  const auto nodes = r_.igp_.of_device(device);
  for (std::size_t i = 0; i < nodes.size();) {
    std::size_t end = i + 1;
    const IgpNode& first = r_.igp_[nodes[i]];
    while (end < nodes.size() && r_.igp_[nodes[end]].protocol == first.protocol &&
           r_.igp_[nodes[end]].process == first.process) {
      ++end;
    }
    std::vector<Leg> legs = legs_of_process(nodes.subspan(i, end - i), result.looked_at);
    if (!legs.empty()) {
      result.legs = std::move(legs);
      result.preference = first.preference;
      break;
    }
    i = end;
  }
  return result;
}

// OSPF: within an area before between areas. IS-IS: level 1, level 2, then what level 1 knows of level 2.
std::vector<Routes::Walk::Leg> Routes::Walk::legs_of_process(std::span<const IgpNodeId> process,
                                                             Support& looked_at) {
  std::vector<Leg> legs;
  if (r_.igp_[process.front()].protocol == IgpProtocol::Ospf) {
    for (const IgpNodeId node : process) add_inner(node, legs);
    if (!legs.empty()) return legs;
    // A router with an interface up in the backbone looks there only.
    State backbone = always(Tri::Down);
    if (r_.igp_[process.front()].area == kBackbone) backbone = takes_part(process.front());
    for (const IgpNodeId node : process) {
      const bool wanted = (r_.igp_[node].area == kBackbone) == (backbone.value != Tri::Down);
      if (wanted) add_across(node, backbone.support, legs);
    }
    if (legs.empty()) looked_at |= backbone.support;
    return legs;
  }
  for (const IgpNodeId node : process) {
    if (r_.igp_[node].area == kLevel1) add_inner(node, legs);
  }
  if (!legs.empty()) return legs;
  for (const IgpNodeId node : process) {
    if (r_.igp_[node].area != kLevel2) continue;
    add_inner(node, legs);
    add_across(node, {}, legs);
  }
  if (!legs.empty()) return legs;
  // Routes of level 2 that border routers let into level 1.
  for (const IgpNodeId node : process) {
    if (r_.igp_[node].area == kLevel1) add_across(node, {}, legs);
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
    legs.push_back({std::move(dag), node, there, cost, false, {}});
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
    add_across(up, {}, onward);
    if (!onward.empty()) best = std::min(best, onward.front().cost);
  }
  return best;
}

bool Routes::Walk::knows_level2(IgpNodeId node) const {
  const auto siblings = r_.igp_.siblings(node);
  return std::ranges::any_of(siblings, [&](IgpNodeId it) { return r_.igp_[it].area == kLevel2; });
}

// Whether a router of another area is in the backbone as well.
State Routes::Walk::backbone_part(IgpNodeId node) {
  for (const IgpNodeId sibling : r_.igp_.siblings(node)) {
    if (r_.igp_[sibling].area == kBackbone) return takes_part(sibling);
  }
  return always(Tri::Down);
}

// Whether some interface of the router is up in the area.
State Routes::Walk::takes_part(IgpNodeId node) {
  if (r_.igp_.siblings(node).empty()) return always(Tri::Up);
  State result = always(Tri::Down);
  for (const PortRef port : r_.igp_.interfaces(node)) {
    result = either(std::move(result), r_.interfaces_.up(port, failed_));
  }
  return result;
}

void Routes::Walk::add_across(IgpNodeId node, const Support& basis, std::vector<Leg>& legs) {
  const IgpNode& here = r_.igp_[node];
  const bool centre = here.area == (here.protocol == IgpProtocol::Ospf ? kBackbone : kLevel2);
  for (const IgpNodeId border : r_.borders_of(here.graph)) {
    const IgpNode& there = r_.igp_[border];
    if (there.device == here.device || !there.tells_levels) continue;
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
    Leg leg{std::move(dag), node, border, 0, true, basis};
    if (!centre && here.protocol == IgpProtocol::Ospf) {
      const State bordering = backbone_part(border);
      if (bordering.value == Tri::Down) continue;
      leg.border |= bordering.support;
    }
    const std::uint64_t rest = rest_cost(border);
    if (rest == kUnreachable) continue;
    leg.cost = leg.dag.cost + rest;
    if (!legs.empty() && leg.cost > legs.front().cost) continue;
    if (!legs.empty() && leg.cost < legs.front().cost) legs.clear();
    legs.push_back(std::move(leg));
  }
}

// A level-1 router sends what it does not know to the nearest router that has a level-2 neighbour elsewhere.
std::vector<Routes::Walk::Leg> Routes::Walk::default_legs(DeviceId device) {
  std::vector<Leg> legs;
  for (const IgpNodeId node : r_.igp_.of_device(device)) {
    const IgpNode& here = r_.igp_[node];
    if (here.protocol != IgpProtocol::Isis || here.area != kLevel1 || knows_level2(node)) continue;
    for (const IgpNodeId border : r_.borders_of(here.graph)) {
      if (!r_.igp_[border].transit) continue;
      State attached = always(Tri::Down);
      for (const IgpNodeId up : r_.igp_.siblings(border)) {
        for (const IgpEdge& edge : r_.igp_.edges(up)) {
          if (!r_.leaves_area(up, edge.to)) continue;
          attached = either(std::move(attached), r_.adjacencies_.traced(edge.adjacency, failed_));
        }
      }
      Dag dag = attached.value != Tri::Down ? r_.paths_.find(node, border, failed_) : Dag{};
      if (!dag.reached() || (!legs.empty() && dag.cost > legs.front().cost)) continue;
      if (!legs.empty() && dag.cost < legs.front().cost) legs.clear();
      const std::uint64_t cost = dag.cost;
      legs.push_back({std::move(dag), node, border, cost, true, attached.support});
    }
  }
  return legs;
}

// Redistribution is not followed: where it could bring the route here, nobody knows.
State Routes::Walk::redistributed(DeviceId device) {
  const auto told_by = [&](IgpNodeId into) -> std::optional<State> {
    for (const IgpNodeId node : r_.igp_.of_device(device)) {
      if (r_.igp_[node].graph != r_.igp_[into].graph || r_.igp_[into].device == device) continue;
      const Dag dag = r_.paths_.find(node, into, failed_);
      if (dag.reached()) return State{Tri::Unknown, path_support({dag, node, into, 0, false, {}}, node)};
    }
    return std::nullopt;
  };
  for (const auto& [from, into] : r_.redistributions_) {
    if (!announced_in(r_.igp_[from].graph)) continue;
    if (auto told = told_by(into)) return *std::move(told);
  }
  for (const IgpNodeId into : r_.tell_connected_) {
    if (r_.igp_[into].device != target_.port.device) continue;
    if (auto told = told_by(into)) return *std::move(told);
  }
  for (const IgpNodeId into : r_.tell_static_) {
    if (statics_of(r_.igp_[into].device).empty()) continue;
    if (auto told = told_by(into)) return *std::move(told);
  }
  return always(Tri::Down);
}

}  // namespace holdfast::control_plane
