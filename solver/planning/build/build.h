#pragma once

// A plan as devices of the model: everything that they are to say is configured, and nothing else is there.

#include <string>
#include <vector>

#include "model/device.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

struct BuiltLink {
  std::string a;  // "PE1:GigabitEthernet1/0/0"
  std::string b;
  std::vector<std::string> groups;
};

struct BuiltNetwork {
  std::vector<Device> devices;  // in the order of the intent
  std::vector<BuiltLink> links;
  std::vector<Conflict> conflicts;  // pools that are too small; then the rest is not to be used
};

// The plan must be without conflicts.
BuiltNetwork build_devices(const intent::Intent& intent, const Plan& plan);

}  // namespace holdfast::planning
