#pragma once

// Loads the snapshot that the command line names, with a progress bar, and says on stderr what is wrong with
// it.

#include <memory>
#include <optional>
#include <string>

#include "app/cli/subcommand.h"
#include "app/session/snapshot.h"

namespace holdfast::cli {

struct Loaded {
  std::shared_ptr<const session::Snapshot> snapshot;
  bool input_error = false;  // some input could not be used: the run cannot end well
};

Loaded load_snapshot(const SnapshotOptions& options);
// The exit status where no configuration was found, which it says on stderr: `consequence` is what cannot be
// done ("nothing to check"), `path` what was looked into, empty where that is plain.
std::optional<ExitStatus> nothing_there(const Loaded& loaded, const std::string& consequence,
                                        const std::string& path = {});
unsigned jobs_of(const SnapshotOptions& options);

}  // namespace holdfast::cli
