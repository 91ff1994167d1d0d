#pragma once

// A plan as devices of the model: everything that they are to say is configured, and nothing else is there.

#include <string>
#include <vector>

#include "model/device.h"
#include "solver/planning/existing.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

struct BuiltLink {
  std::string a;  // "PE1:GigabitEthernet1/0/0"
  std::string b;
  std::vector<std::string> groups;
};

struct BuiltNetwork {
  std::vector<Device> devices;        // in the order of the intent; of one that stands: what is added to it
  std::vector<BuiltLink> links;       // without those that stand
  std::vector<std::string> circuits;  // by service: one of its ACs, as "PE1:GigabitEthernet1/0/0.100"
  std::vector<Conflict> conflicts;    // pools that are too small; then the rest is not to be used
};

// The plan must be without conflicts.
BuiltNetwork build_devices(const intent::Intent& intent, const Existing& existing, const Plan& plan);

}  // namespace holdfast::planning
