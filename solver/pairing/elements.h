#pragma once

// The elements that can fail in a network (docs/failures.md, "Elements"; semantics §2).

#include <string>
#include <string_view>
#include <vector>

#include "model/failure.h"
#include "solver/pairing/pairing.h"

namespace holdfast::pairing {

// Elements by kind, then by name. Groups are those of holdfast.yaml; names of members that no element has are
// left out here (`unknown_members` lists them).
FailureUniverse failure_universe(const Pairing& net);

struct UnknownMember {
  std::string group;
  std::string member;
  Span where;
};
std::vector<UnknownMember> unknown_members(const Network& network, const FailureUniverse& universe);

// The element of this name; abbreviated and re-ordered ends of links are understood. Invalid: there is none.
ElementId find_element(const Network& network, const FailureUniverse& universe, std::string_view name);

}  // namespace holdfast::pairing
