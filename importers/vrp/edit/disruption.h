#pragma once

// How much a command disturbs what runs.

#include <cstdint>
#include <string_view>

namespace holdfast::vrp {

// 0: nothing (it only enters or leaves a view); 1: names and timers; up to 100: everything on the device.
std::uint32_t disruption_of(std::string_view line);

}  // namespace holdfast::vrp
