#pragma once

// A topology dressed as a network: every node a router with OSPF and LDP on each link, and as many services
// as nodes, each a PW from its node to one far PE with a secondary to another.

#include <string>
#include <vector>

#include "bench/generator/graphml.h"

namespace holdfast::generator {

struct DressedDevice {
  std::string name;
  std::string text;  // its configuration
};

// The far PEs of the service of a node: a third and two thirds of all nodes further on.
std::vector<DressedDevice> dress(const Topology& topology);

}  // namespace holdfast::generator
