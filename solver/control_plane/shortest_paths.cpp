#include "solver/control_plane/shortest_paths.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace holdfast::control_plane {
namespace {

struct Open {
  std::uint64_t bound = 0;  // of a whole path through the node
  std::uint64_t distance = 0;
  IgpNodeId node;
  friend bool operator>(const Open& a, const Open& b) {
    return std::tie(a.bound, a.distance, a.node) > std::tie(b.bound, b.distance, b.node);
  }
};
using Queue = std::priority_queue<Open, std::vector<Open>, std::greater<>>;

}  // namespace

// Costs are those of the direction of travel; links are few enough to look for the edge back.
const std::vector<std::uint64_t>& ShortestPaths::distances_to(IgpNodeId target) {
  const auto [at, is_new] = without_failures_.try_emplace(target.index);
  std::vector<std::uint64_t>& distance = at->second;
  if (!is_new) return distance;
  distance.assign(igp_.graph_size(igp_[target].graph), kUnreachable);
  Queue queue;
  queue.push({0, 0, target});
  distance[igp_[target].local_index] = 0;
  while (!queue.empty()) {
    const Open open = queue.top();
    queue.pop();
    if (open.distance != distance[igp_[open.node].local_index]) continue;
    if (!igp_[open.node].transit && open.node != target) continue;
    for (const IgpEdge& out : igp_.edges(open.node)) {
      for (const IgpEdge& back : igp_.edges(out.to)) {
        if (back.to != open.node || back.adjacency != out.adjacency) continue;
        std::uint64_t& best = distance[igp_[out.to].local_index];
        const std::uint64_t through = open.distance + back.cost;
        if (through >= best) continue;
        best = through;
        queue.push({through, through, out.to});
      }
    }
  }
  return distance;
}

ShortestPaths::Reached& ShortestPaths::reached(IgpNodeId node) {
  Reached& it = reached_[node.index];
  if (it.round != round_) it = {node, kUnreachable, round_, false};
  return it;
}

Dag ShortestPaths::find(IgpNodeId from, IgpNodeId to, Failed failed) {
  Dag result;
  if (igp_[from].graph != igp_[to].graph) return result;
  const std::vector<std::uint64_t>& bound = distances_to(to);
  adjacencies_.set(failed);
  reached_.resize(igp_.nodes().size());
  ++round_;
  order_.clear();

  Queue queue;
  const auto open = [&](IgpNodeId node, std::uint64_t distance) {
    const std::uint64_t rest = bound[igp_[node].local_index];
    if (rest == kUnreachable) return;
    Reached& it = reached(node);
    if (distance >= it.distance) return;
    it.distance = distance;
    queue.push({distance + rest, distance, node});
  };
  open(from, 0);
  while (!queue.empty() && queue.top().bound <= result.cost) {
    const Open next = queue.top();
    queue.pop();
    if (next.distance != reached(next.node).distance) continue;
    order_.push_back(next.node);
    if (next.node == to) {
      result.cost = next.distance;
      continue;
    }
    if (!igp_[next.node].transit && next.node != from) continue;
    for (const IgpEdge& edge : igp_.edges(next.node)) {
      if (usable(edge)) open(edge.to, next.distance + edge.cost);
    }
  }
  if (!result.reached()) return result;

  // From the target back: a settled node is on a shortest path when one of its edges leads to one that is.
  std::ranges::sort(order_, std::greater<>(),
                    [&](IgpNodeId id) { return std::pair(reached(id).distance, id); });
  reached(to).on_path = true;
  for (const IgpNodeId node : order_) {
    if (node == to || (!igp_[node].transit && node != from)) continue;
    for (const IgpEdge& edge : igp_.edges(node)) {
      const Reached& next = reached(edge.to);
      if (!next.on_path || !usable(edge) || reached(node).distance + edge.cost != next.distance) continue;
      reached(node).on_path = true;
      result.hops.push_back({node, &edge});
    }
  }
  std::ranges::reverse(result.hops);
  return result;
}

}  // namespace holdfast::control_plane
