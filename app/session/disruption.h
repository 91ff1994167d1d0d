#pragma once

// How much typing commands disturbs: what a repair costs, so that the cheaper one is tried first.

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/session/snapshot.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

class Disruption {
 public:
  Disruption(const Snapshot& snapshot, const pairing::Pairing& net);

  // Of a change of this line: at least 1. What traffic rides on costs more than what watches or compares, and
  // all of it as many times as services use the device.
  std::uint32_t of(DeviceId device, std::string_view line) const;
  // Of all lines that these commands change, remove or add.
  std::uint64_t of(const std::vector<rules::DeviceCommands>& commands) const;

 private:
  const Snapshot* snapshot_;
  std::vector<std::uint32_t> services_;  // by device
};

}  // namespace holdfast::session
