#pragma once

// The forms of a repair. No form shows a key.

#include <string>

#include "app/report/options.h"
#include "app/session/repair.h"

namespace holdfast::report {

// "2 of 3 findings mended; 1 device to change"
std::string repair_summary(const session::Repair& repair);
// One sentence: what was done to the changed configurations, and what every selected rule says of them.
std::string repair_proof(const session::Repair& repair);
// One sentence: whether something less disruptive would have done.
std::string repair_least(const session::Repair& repair);

// For people: the commands, step by step, with what each mends; what is left, and why.
std::string repair_text(const session::Repair& repair, const Options& options);

// {"schema":1,"changes":[…],"remaining":[…]}, as the interface has it, and more.
std::string repair_json(const session::Repair& repair);

// The configurations before and after, as a unified diff.
std::string repair_diff(const session::Repair& repair, const Options& options);

// Commands per device that take everything back.
std::string repair_rollback(const session::Repair& repair);

}  // namespace holdfast::report
