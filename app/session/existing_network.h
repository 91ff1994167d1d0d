#pragma once

// The network that an intent lets grow, as the planner sees it: which devices forward, the links that carry
// PWs and those to customers, the IGP, identifiers in use.

#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "model/intent.h"
#include "solver/planning/existing.h"

namespace holdfast::session {

struct ExistingNetwork {
  std::shared_ptr<const Snapshot> snapshot;
  intent::Intent known;         // devices in the order of the network, links that stand, groups
  planning::Existing existing;  // points into the snapshot
  std::vector<std::vector<std::string>> elements;  // by link that stands: "link:…", what it runs over
};

// Each link-state area or level is a domain; PWs run within one, over all links of its routes.
ExistingNetwork describe_network(std::shared_ptr<const Snapshot> snapshot);

}  // namespace holdfast::session
