#pragma once

// Pieces that every JSON document shares. Keys keep the order in which they are written. Included by .cpp
// files of this folder only: nlohmann-json is no part of the interface.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "app/session/check.h"
#include "model/network.h"
#include "model/reading.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

using Json = nlohmann::ordered_json;

// Two blanks of indentation and a line end after the last brace; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& document);

// The text with its bytes that are no UTF-8 replaced: for keys, which are compared.
std::string valid_utf8(std::string_view text);

Json to_json(const Coverage& coverage);
Json to_json(const Network& network, const rules::Fix& fix);  // {"summary","commands":{"DEVICE":[…]}}

// An entry of "findings", as the interface has it.
Json finding_value(const Network& network, const session::ReportedFinding& reported);

}  // namespace holdfast::report
