#pragma once

// Values for what a rule's commands leave open (`<ac of PE2>`, `<discriminator>`): what other lines already
// say or wait for, and numbers that are free. Each is a guess; the proof decides.

#include <string>
#include <string_view>
#include <vector>

#include "app/session/missing_pw.h"
#include "app/session/snapshot.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// Words in angle brackets of the line, as they stand there.
std::vector<std::string> placeholders(std::string_view line);

// A key: only its owner knows it.
bool is_key(std::string_view placeholder);

// The commands with all placeholders but keys filled in, the likeliest first; empty where a value is unknown.
std::vector<Filling> filled_in(const Snapshot& snapshot, const pairing::Pairing& net,
                               const std::vector<rules::DeviceCommands>& commands);

}  // namespace holdfast::session
