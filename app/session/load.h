#pragma once

// The use case `load`: paths → snapshot.

#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/snapshot.h"

namespace holdfast::session {

struct LoadOptions {
  std::vector<std::string> paths;
  std::string profile;  // release profile for every device; empty: as holdfast.yaml says, else the default
  std::string config;   // path of holdfast.yaml; empty: searched upwards from the first path
  unsigned jobs = 1;
  Progress progress;
  const std::atomic<bool>* cancel = nullptr;
};

// Never fails: what could not be read stands in Snapshot::problems.
std::shared_ptr<const Snapshot> load(const LoadOptions& options);

}  // namespace holdfast::session
