#include "solver/planning/topology.h"

#include <algorithm>

namespace holdfast::planning {

Topology::Topology(const intent::Intent& intent, const Existing& existing,
                   const std::vector<intent::Link>& links)
    : intent_(intent), existing_(existing), links_(links), at_(intent.devices.size()) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    at_[links[i].a].push_back(i);
    at_[links[i].b].push_back(i);
  }
}

StandingHoming Topology::homing(std::size_t ce, std::size_t first, std::size_t second) const {
  std::array<const Device*, 2> pes{};
  std::array<std::string, 2> ports;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::size_t at = i == 0 ? first : second;
    if (!links_[at].standing) return {};
    pes[i] = existing_.at(other_end(at, ce));
    ports[i] = links_[at].a == ce ? links_[at].standing->b_port : links_[at].standing->a_port;
  }
  return standing_homing(pes, ports);
}

bool Topology::fails(std::size_t link, const Hazard& hazard) const {
  const intent::Link& it = links_[link];
  switch (hazard.kind) {
    case Hazard::Kind::None:
      return false;
    case Hazard::Kind::Node:
      return it.a == hazard.index || it.b == hazard.index;
    case Hazard::Kind::Link:
      return link == hazard.index;
    case Hazard::Kind::Group:
      return contains(it.groups, hazard.index);
  }
  return false;
}

std::vector<bool> Topology::reached(const std::vector<std::size_t>& from, const Hazard& hazard,
                                    std::size_t domain) const {
  std::vector<bool> seen(intent_.devices.size(), false);
  std::vector<std::size_t> open;
  const auto enter = [&](std::size_t device) {
    if (seen[device] || (hazard.kind == Hazard::Kind::Node && hazard.index == device)) return;
    seen[device] = true;
    open.push_back(device);
  };
  for (const std::size_t device : from) enter(device);
  while (!open.empty()) {
    const std::size_t device = open.back();
    open.pop_back();
    for (const std::size_t link : at_[device]) {
      if (is_inner(link) && links_[link].domain == domain && !fails(link, hazard))
        enter(other_end(link, device));
    }
  }
  return seen;
}

bool contains(const std::vector<std::size_t>& list, std::size_t value) {
  return std::ranges::find(list, value) != list.end();
}

}  // namespace holdfast::planning
