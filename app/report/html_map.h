#pragma once

// The network as a drawing with findings on it.

#include <optional>
#include <string>

#include "app/session/check.h"

namespace holdfast::report {

// Devices that a drawing shows at most: of a larger network, those with findings and their neighbours.
inline constexpr std::size_t kMostDrawn = 120;

// For Graphviz: devices that have findings carry their number, a class for the worst of them, and a link to
// the first. Empty when there is nothing to draw, or too much.
std::string findings_dot(const session::CheckResult& result);

// Drawn, as an <svg> element that takes its colours from the page. Nothing when there is nothing to draw or
// Graphviz is missing.
std::optional<std::string> findings_svg(const session::CheckResult& result);

// The anchor of a finding, by its place among those that worst_first() gives.
std::string finding_anchor(std::size_t index);

}  // namespace holdfast::report
