#pragma once

// A copy of the configurations in memory, on which repairs are tried: commands are typed into it, and it is
// read and checked again. A value; the snapshot that was read stays as it is.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/failures.h"
#include "importers/config_edit.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

struct Bench {
  std::shared_ptr<const Snapshot> snapshot;
  std::shared_ptr<const CheckResult> result;
  std::shared_ptr<const FailuresResult> survived;  // where the check asked about failures
  std::map<FileId, std::string> edited;
};

// A refused command, with the device that refuses it.
struct Refusal {
  DeviceId device;
  RefusedCommand command;
};

struct Typed {
  Bench bench;                                  // without result
  std::vector<rules::DeviceCommands> commands;  // as the devices want them, by device
  std::vector<Refusal> refused;
};

// Types commands into the devices. Devices keep their ids.
Typed typed(const Bench& bench, const std::vector<rules::DeviceCommands>& commands);

// What typing all of a device's commands into the texts that were read gives, and what takes it back.
ConfigEdit edit_device(const Snapshot& snapshot, std::string_view text, DeviceId device,
                       const std::vector<std::string>& commands);

// Commands by device, one after the other, with one `commit` at the end of each.
std::map<DeviceId, std::vector<std::string>> joined(
    const std::vector<std::vector<rules::DeviceCommands>>& parts);

}  // namespace holdfast::session
