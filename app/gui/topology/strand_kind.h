#pragma once

namespace holdfast::gui {

enum class StrandKind {
  Link,
  Bundle,
  Adjacency,
  Etrunk,
  PwPrimary,
  PwStandby,
  PwBypass,
  PwUnpaired,
  Candidate  // a link that is not there
};

}  // namespace holdfast::gui
