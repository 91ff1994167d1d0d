#pragma once

// A topology as GraphML gives it: nodes, and which of them a link joins.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::generator {

struct Topology {
  std::size_t nodes = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      links;  // positions of nodes; parallel ones kept, loops dropped
};

// Nothing when the text is not GraphML.
std::optional<Topology> read_graphml(const std::string& text);

}  // namespace holdfast::generator
