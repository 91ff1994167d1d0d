#pragma once

// The forms of a repair. No form shows a key.

#include <string>

#include "app/report/options.h"
#include "app/session/repair.h"

namespace holdfast::report {

// For people: the commands, step by step, with what each mends; what is left, and why.
std::string repair_text(const session::Repair& repair, const Options& options);

// {"schema":1,"changes":[…],"remaining":[…]}, as the interface has it, and more.
std::string repair_json(const session::Repair& repair);

// The configurations before and after, as a unified diff.
std::string repair_diff(const session::Repair& repair, const Options& options);

// Commands per device that take everything back.
std::string repair_rollback(const session::Repair& repair);

}  // namespace holdfast::report
