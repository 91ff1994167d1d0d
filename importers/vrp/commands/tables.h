#pragma once

// The tables of the command table, one per subject. A new subject is one file here and one line in
// tables.cpp.

#include <span>

#include "importers/vrp/command.h"

namespace holdfast::vrp {

std::span<const Command> system_commands();

}  // namespace holdfast::vrp
