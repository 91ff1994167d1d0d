#pragma once

// What makes a finding the same finding after unrelated edits: rule, devices, the views and words of its
// lines, but no line number and no order (interface: SARIF, holdfast/v1). Of a finding about failures: rule,
// service, devices, and what fails.

#include <string>
#include <vector>

#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// 16 hexadecimal digits.
std::string fingerprint(const Network& network, const rules::Finding& finding);

// Makes each one unique: the second of two equal ones becomes another, and so on.
void tell_apart(std::vector<std::string>& fingerprints);

}  // namespace holdfast::session
