#pragma once

namespace holdfast::gui {

enum class StrandKind { Link, Bundle, Adjacency, Etrunk, PwPrimary, PwStandby, PwBypass, PwUnpaired };

}  // namespace holdfast::gui
