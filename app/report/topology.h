#pragma once

// `holdfast topology`: the network as a drawing or as data.

#include <optional>
#include <string>
#include <string_view>

#include "app/session/overview.h"

namespace holdfast::report {

std::string topology_json(const session::Topology& topology);
std::string topology_graphml(const session::Topology& topology);
// For Graphviz: devices in tiers by their roles, links with the short names of their ports.
std::string topology_dot(const session::Topology& topology);
// The `links` of a holdfast.yaml that states what was found.
std::string topology_yaml(const session::Topology& topology);
std::string topology_text(const session::Topology& topology);

// A quoted string of Graphviz' language.
std::string dot_text(std::string_view text);
// "PE1:GigabitEthernet0/1/0" → GE0/1/0: the capitals of the type and the number.
std::string short_port(std::string_view port);

// Draws with Graphviz' `dot`; nothing when that program is missing or fails.
std::optional<std::string> svg_of(const std::string& dot);

}  // namespace holdfast::report
