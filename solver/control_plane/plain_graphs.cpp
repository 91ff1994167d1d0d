#include "solver/control_plane/plain_graphs.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

}  // namespace

PlainGraphs::PlainGraphs(const Igp& igp, Adjacencies& adjacencies, Interfaces& interfaces,
                         const std::vector<bool>& decides_alone, const std::vector<bool>& announces_lsr_id)
    : igp_(igp), adjacencies_(adjacencies) {
  std::uint32_t graphs = 0;
  for (const IgpNode& node : igp.nodes()) graphs = std::max(graphs, node.graph + 1);
  plain_.assign(graphs, true);
  labelled_.assign(graphs, true);
  for (std::size_t i = 0; i < igp.nodes().size(); ++i) {
    const IgpNode& node = igp.nodes()[i];
    if (igp.of_device(node.device).size() > 1 || decides_alone[node.device.index]) plain_[node.graph] = false;
    if (!announces_lsr_id[i]) labelled_[node.graph] = false;
    for (const IgpEdge& edge : igp.edges(IgpNodeId{i})) {
      const Adjacency& link = adjacencies[edge.adjacency];
      if (!interfaces.is_certain(link.a) || !interfaces.is_certain(link.b)) plain_[node.graph] = false;
      if (!edge.ldp) labelled_[node.graph] = false;
    }
  }
}

IgpNodeId PlainGraphs::node_of(DeviceId device) const {
  const auto nodes = igp_.of_device(device);
  return nodes.size() == 1 && plain_[igp_[nodes.front()].graph] ? nodes.front() : IgpNodeId{};
}

const std::vector<std::uint32_t>& PlainGraphs::hops_to(IgpNodeId target) {
  const auto [at, is_new] = hops_to_.try_emplace(target.index);
  std::vector<std::uint32_t>& hops = at->second;
  if (!is_new) return hops;
  hops.assign(igp_.graph_size(igp_[target].graph), kNever);
  hops[igp_[target].local_index] = 0;
  std::vector<IgpNodeId> open{target};
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (!igp_[open[i]].transit && open[i] != target) continue;
    const std::uint32_t next = hops[igp_[open[i]].local_index] + 1;
    for (const IgpEdge& edge : igp_.edges(open[i])) {
      std::uint32_t& known = hops[igp_[edge.to].local_index];
      if (known != kNever) continue;
      known = next;
      open.push_back(edge.to);
    }
  }
  return hops;
}

// Led by the hops without failures, which are never too many. Nodes wait by the hops of a whole way through
// them; of equal ones the last found, which is the nearest to the target, comes first.
std::optional<std::vector<AdjacencyId>> PlainGraphs::way(IgpNodeId from, IgpNodeId to, Failed failed) {
  const std::vector<std::uint32_t>& rest = hops_to(to);
  const std::uint32_t least = rest[igp_[from].local_index];
  if (least == kNever) return std::nullopt;
  adjacencies_.set(failed);
  reached_.resize(igp_.nodes().size());
  ++round_;
  std::vector<std::vector<IgpNodeId>> waiting(1);  // by hops beyond the least
  reached_[from.index] = {round_, 0, {}, {}};
  waiting[0].push_back(from);
  for (std::size_t more = 0; more < waiting.size();) {
    if (waiting[more].empty()) {
      ++more;
      continue;
    }
    const IgpNodeId at = waiting[more].back();
    waiting[more].pop_back();
    const std::uint32_t hops = reached_[at.index].hops;
    if (hops + rest[igp_[at].local_index] != least + more) continue;  // found again with fewer hops
    if (at == to) break;
    for (const IgpEdge& edge : igp_.edges(at)) {
      // A router that lets nobody pass is near the target for itself alone.
      if (edge.to != to && !igp_[edge.to].transit) continue;
      if (rest[igp_[edge.to].local_index] == kNever || adjacencies_.state(edge.adjacency) != Tri::Up)
        continue;
      Reached& next = reached_[edge.to.index];
      if (next.round == round_ && next.hops <= hops + 1) continue;
      next = {round_, hops + 1, at, edge.adjacency};
      const std::size_t place = hops + 1 + rest[igp_[edge.to].local_index] - least;
      if (waiting.size() <= place) waiting.resize(place + 1);
      waiting[place].push_back(edge.to);
    }
  }
  if (reached_[to.index].round != round_) return std::nullopt;
  std::vector<AdjacencyId> result;
  for (IgpNodeId at = to; at != from; at = reached_[at.index].before) result.push_back(reached_[at.index].by);
  return result;
}

}  // namespace holdfast::control_plane
