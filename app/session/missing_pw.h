#pragma once

// Where a PW belongs that a device lacks, and with which options.

#include <vector>

#include "app/session/snapshot.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// Commands whose open words are filled in.
struct Filling {
  std::vector<rules::DeviceCommands> commands;
  int doubt = 0;  // less speaks for this choice than for others
};

// Commands for `interface <ac of DEV>` with the ACs that the PW may belong to, the likeliest first: one that
// has a PW of the same group, in the role that it lacks and with the other's options; then one that has none.
// Other commands come back as they are.
std::vector<Filling> with_missing_pws(const Snapshot& snapshot,
                                      const std::vector<rules::DeviceCommands>& commands);

}  // namespace holdfast::session
