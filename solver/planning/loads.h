#pragma once

// What has been planned so far and counts for what comes next: traffic on links, primaries on devices.

#include <cstdint>
#include <vector>

#include "solver/planning/topology.h"

namespace holdfast::planning {

class Loads {
 public:
  explicit Loads(const Topology& topology)
      : topology_(topology),
        on_link_(topology.link_count(), 0),
        primaries_(topology.intent().devices.size(), 0) {}

  // The inner links of the domain that can take so much more, with their IGP costs; `edge_link` says which
  // link an edge is.
  graph::Graph graph_for(std::uint64_t bandwidth, std::size_t domain,
                         std::vector<std::size_t>& edge_link) const;

  bool fits(const graph::Route& route, std::uint64_t bandwidth) const;
  // `route.edges` are positions of links.
  void add(const graph::Route& route, std::uint64_t bandwidth);

  std::size_t primaries(std::size_t device) const { return primaries_[device]; }
  void add_primary(std::size_t device) { ++primaries_[device]; }

 private:
  bool has_room(std::size_t link, std::uint64_t bandwidth) const;

  const Topology& topology_;
  std::vector<std::uint64_t> on_link_;  // bit/s
  std::vector<std::size_t> primaries_;
};

}  // namespace holdfast::planning
