#pragma once

// Which port a link leads to.

#include <map>

#include "model/failure.h"
#include "model/network.h"

namespace holdfast::replay {

class Cabling {
 public:
  Cabling(const Network& net, const FailureUniverse& universe);

  // The link that stands at a main interface; null: none is known.
  const PhysicalLink* link(PortRef main) const;
  // What it leads to; invalid: no link is known.
  PortRef far(PortRef main) const;
  // Whether two interfaces can be neighbours as far as links are known.
  bool allows(PortRef a, PortRef b) const;

 private:
  const Network* net_;
  std::map<PortRef, const PhysicalLink*> at_;
};

}  // namespace holdfast::replay
