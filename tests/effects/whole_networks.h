#pragma once

// For each rule that reports errors a network with its mistake and the same without it, both with a service
// that the failure engine can judge.

#include <memory>
#include <string>

#include "app/session/snapshot.h"

namespace holdfast::rules {

struct TwoNetworks {
  std::shared_ptr<const session::Snapshot> bad;
  std::shared_ptr<const session::Snapshot> good;
};

TwoNetworks networks_of(const std::string& code);

}  // namespace holdfast::rules
