#include "solver/replay/cabling.h"

#include "solver/replay/ports.h"

namespace holdfast::replay {

Cabling::Cabling(const Network& net, const FailureUniverse& universe) : net_(&net) {
  for (const PhysicalLink& link : universe.links) {
    at_.emplace(link.a, &link);
    at_.emplace(link.b, &link);
  }
}

const PhysicalLink* Cabling::link(PortRef main) const {
  const auto found = at_.find(main);
  return found == at_.end() ? nullptr : found->second;
}

PortRef Cabling::far(PortRef main) const {
  const PhysicalLink* known = link(main);
  if (known == nullptr) return {};
  return known->a == main ? known->b : known->a;
}

bool Cabling::allows(PortRef a, PortRef b) const {
  const PortRef a_main = main_port(*net_, a);
  const PortRef b_main = main_port(*net_, b);
  const PortRef behind_a = far(a_main);
  const PortRef behind_b = far(b_main);
  return (!behind_a.valid() || behind_a == b_main) && (!behind_b.valid() || behind_b == a_main);
}

}  // namespace holdfast::replay
