#pragma once

// What makes a finding the same finding after unrelated edits: rule, devices, the views and words of its
// lines, but no line number (interface: SARIF, holdfast/v1).

#include <string>

#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// 16 hexadecimal digits.
std::string fingerprint(const Network& network, const rules::Finding& finding);

}  // namespace holdfast::session
