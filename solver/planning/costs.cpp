#include "solver/planning/costs.h"

#include <algorithm>
#include <map>
#include <optional>

#include "solver/graph/routes.h"

namespace holdfast::planning {
namespace {

class Choosing {
 public:
  Choosing(intent::Intent& intent, const Existing& existing, std::size_t domain)
      : intent_(intent), existing_(existing), domain_(domain) {
    graph_.nodes = intent.devices.size();
    for (const intent::Link& link : intent.links) {
      if (link.standing && is_inner(link)) {
        graph_.edges.push_back(
            {static_cast<std::uint32_t>(link.a), static_cast<std::uint32_t>(link.b), link.cost});
      }
    }
  }

  void choose() {
    for (auto* links : {&intent_.links, &intent_.candidates}) {
      for (const intent::Link& link : *links) note_ends(link);
    }
    const std::uint64_t half = farthest_joined() / 2 + 1;
    for (auto* links : {&intent_.links, &intent_.candidates}) {
      for (intent::Link& link : *links) {
        if (link.standing || link.cost_said || !is_inner(link)) continue;
        const bool both = stands(link.a) && stands(link.b);
        const std::uint64_t least = both ? distance(link.a, link.b).value_or(0) + 1 : half;
        link.cost = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(least, link.cost, most_cost()));
      }
    }
  }

 private:
  bool stands(std::size_t device) const { return existing_.at(device) != nullptr; }
  bool is_inner(const intent::Link& link) const {
    return link.domain == domain_ && intent_.devices[link.a].role != intent::Role::Ce &&
           intent_.devices[link.b].role != intent::Role::Ce;
  }

  std::uint64_t most_cost() const {
    constexpr std::uint64_t kNarrow = 63;
    constexpr std::uint64_t kOspf = 65535;
    constexpr std::uint64_t kWide = 16777214;
    const Domain& domain = existing_.domains[domain_];
    if (domain.igp == intent::Igp::Ospf) return kOspf;
    return domain.cost_style == "wide" ? kWide : kNarrow;
  }

  // Existing devices that links of new devices lead to.
  void note_ends(const intent::Link& link) {
    if (link.standing || !is_inner(link) || stands(link.a) == stands(link.b)) return;
    const std::size_t end = stands(link.a) ? link.a : link.b;
    if (std::ranges::find(ends_, end) == ends_.end()) ends_.push_back(end);
  }

  std::optional<std::uint64_t> distance(std::size_t a, std::size_t b) {
    const auto [at, fresh] = costs_.try_emplace(a);
    if (fresh) at->second = graph::route_costs(graph_, static_cast<std::uint32_t>(a));
    return at->second[b];
  }

  std::uint64_t farthest_joined() {
    std::uint64_t farthest = 0;
    for (const std::size_t a : ends_) {
      for (const std::size_t b : ends_) farthest = std::max(farthest, distance(a, b).value_or(0));
    }
    return farthest;
  }

  intent::Intent& intent_;
  const Existing& existing_;
  std::size_t domain_;
  graph::Graph graph_;  // links that stand
  std::vector<std::size_t> ends_;
  std::map<std::size_t, std::vector<std::optional<std::uint64_t>>> costs_;
};

}  // namespace

void choose_costs(intent::Intent& intent, const Existing& existing) {
  for (std::size_t i = 0; i < existing.domains.size(); ++i) Choosing(intent, existing, i).choose();
}

}  // namespace holdfast::planning
