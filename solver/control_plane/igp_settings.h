#pragma once

// What OSPF and IS-IS make of one interface's lines (docs/failures.md, "Routes").

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/device.h"

namespace holdfast::control_plane {

struct OspfPlace {
  std::uint32_t process = 0;  // position in Device::ospf
  const OspfArea* area = nullptr;
};

// The public process and area that the interface is in.
std::optional<OspfPlace> ospf_place(const Device& device, const Interface& interface);
std::uint32_t ospf_cost(const OspfProcess& process, const Interface& interface);
bool ospf_silent(const OspfProcess& process, const Interface& interface);
bool ospf_point_to_point(const Interface& interface);
// True when nothing but the link's state keeps the two from being neighbours.
bool ospf_neighbours(const Interface& a, const OspfArea& area_a, const Interface& b, const OspfArea& area_b);

// The public process that the interface is in.
std::optional<std::uint32_t> isis_process(const Device& device, const Interface& interface);
// Levels (1, 2) that the interface runs in.
std::vector<std::uint32_t> isis_levels(const IsisProcess& process, const Interface& interface);
std::uint32_t isis_cost(const IsisProcess& process, const Interface& interface, std::uint32_t level);
std::string isis_area(const IsisProcess& process);  // of its network entity; without separators
bool isis_point_to_point(const Interface& interface);
bool isis_neighbours(const IsisProcess& of_a, const Interface& a, const IsisProcess& of_b, const Interface& b,
                     std::uint32_t level);

}  // namespace holdfast::control_plane
