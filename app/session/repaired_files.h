#pragma once

// Repaired configurations as files.

#include <string>
#include <vector>

#include "app/session/repair.h"

namespace holdfast::session {

// Writes each changed configuration into `folder`, under its path below the input that it came from. A file
// of the input is only replaced with `in_place`. Nothing is written unless everything may be. Returns why it
// is not written; empty: it is.
std::string write_copies(const Repair& repair, const std::vector<std::string>& inputs,
                         const std::string& folder, bool in_place);

}  // namespace holdfast::session
