#pragma once

// What a plan adds to a network that stands: commands for its devices, and all its texts with them typed in.

#include <string>
#include <vector>

#include "app/session/existing_network.h"
#include "app/session/load.h"
#include "app/session/plan.h"
#include "importers/vrp/print/print.h"
#include "solver/planning/build/build.h"

namespace holdfast::session {

struct Growth {
  std::vector<NamedText> files;  // configurations by their paths in the folder, then holdfast.yaml
  std::vector<DeviceAddition> additions;
  std::vector<FileChange> changes;     // of the snapshot's files
  std::vector<InputProblem> problems;  // what the devices would not take; then the rest is not to be used
};

// `folder` is the one that the network was read from. No line that stands is changed: that would be a
// problem.
Growth grow(const ExistingNetwork& network, const std::string& folder, const intent::Intent& intent,
            const planning::BuiltNetwork& built, const vrp::KeyText& key);

}  // namespace holdfast::session
