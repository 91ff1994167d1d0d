#pragma once

// Finds which E-Trunks are two halves of one. For EtrunkPairs; rules read that.

#include <vector>

#include "solver/pairing/etrunk_pairs.h"

namespace holdfast::pairing {

struct EtrunkSurroundings {
  const Network& net;
  const Locator& locator;
  const PwEnds& ends;
  const AcGroups& groups;
  const FlatIndex<EtrunkRef, InterfaceId>& members;
  const FlatIndex<PortRef, PortRef>& subs;  // of Eth-Trunks
};

// One pair per E-Trunk that is not the second of another; without member mapping.
std::vector<EtrunkPair> match_etrunks(const EtrunkSurroundings& around);

}  // namespace holdfast::pairing
