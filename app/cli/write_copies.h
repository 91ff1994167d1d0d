#pragma once

// Repaired configurations as files.

#include <string>
#include <vector>

#include "app/session/repair.h"

namespace holdfast::cli {

// Writes each changed configuration into `folder`, under its path below the input that it came from. A file
// of the input is only replaced with `in_place`. Nothing is written unless everything may be. False when
// something is refused or fails; the reason is on stderr.
bool write_copies(const session::Repair& repair, const std::vector<std::string>& inputs,
                  const std::string& folder, bool in_place);

}  // namespace holdfast::cli
