#pragma once

// Loads the snapshot that the command line names, with a progress bar, and says on stderr what is wrong with
// it.

#include <memory>

#include "app/cli/subcommand.h"
#include "app/session/snapshot.h"

namespace holdfast::cli {

struct Loaded {
  std::shared_ptr<const session::Snapshot> snapshot;
  bool input_error = false;  // some input could not be used: the run cannot end well
};

Loaded load_snapshot(const SnapshotOptions& options);
unsigned jobs_of(const SnapshotOptions& options);

}  // namespace holdfast::cli
