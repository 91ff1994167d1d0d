#pragma once

// Configuration lines as shown below a message: each under its place, with the value underlined and the part
// that it plays beside it.

#include <span>
#include <string>

#include "app/report/options.h"
#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

// Columns that the line numbers of these lines take.
std::size_t gutter_of(const Network& network, std::span<const rules::Evidence> lines);

// `gutter` as above; `width` is that of the whole line.
std::string evidence_block(const Network& network, std::span<const rules::Evidence> lines,
                           rules::Severity severity, std::size_t gutter, std::size_t width, bool color);

}  // namespace holdfast::report
