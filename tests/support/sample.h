#pragma once

// The networks under samples/, loaded as a user would.

#include <filesystem>
#include <memory>
#include <string>

#include "app/session/load.h"

namespace holdfast::test {

inline std::shared_ptr<const session::Snapshot> sample(const std::string& name) {
  session::LoadOptions options;
  options.paths = {(std::filesystem::path(HOLDFAST_SOURCE_DIR) / "samples" / name).string()};
  return session::load(options);
}

}  // namespace holdfast::test
