#pragma once

// `holdfast topology`: the network as a drawing or as data.

#include <optional>
#include <string>

#include "app/session/overview.h"

namespace holdfast::report {

std::string topology_json(const session::Topology& topology);
std::string topology_graphml(const session::Topology& topology);
// For Graphviz: devices in tiers by their roles, links with the short names of their ports.
std::string topology_dot(const session::Topology& topology);
// The `links` of a holdfast.yaml that states what was found.
std::string topology_yaml(const session::Topology& topology);
std::string topology_text(const session::Topology& topology);

// Draws with Graphviz' `dot`; nothing when that program is missing or fails.
std::optional<std::string> svg_of(const std::string& dot);

}  // namespace holdfast::report
