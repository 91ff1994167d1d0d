#pragma once

// What a rule has to say: a violated or undecided invariant with every line that takes part.

#include <cstdint>
#include <string>
#include <vector>

#include "model/box.h"
#include "solver/rules/story.h"

namespace holdfast::rules {

struct Rule;

enum class Severity : std::uint8_t { Error, Warning, Info };
enum class Verdict : std::uint8_t { Violated, Unknown };

// Commands for one device, from the system view on, in the order in which they are typed.
struct DeviceCommands {
  DeviceId device;
  std::vector<std::string> lines;
};

struct Fix {
  std::string summary;  // one clause: "make the secondary PW use the control word"
  std::vector<DeviceCommands> commands;
};

struct Finding {
  const Rule* rule = nullptr;
  Severity severity = Severity::Error;
  Verdict verdict = Verdict::Violated;
  std::string message;                // one sentence, in the engineer's terms
  std::string consequence;            // what happens because of it, and under which failure
  std::string service;                // id of the service concerned; may be empty
  std::vector<Evidence> evidence;     // never empty; the first is the line to change
  Fix fix;                            // may be empty
  std::vector<std::string> deciding;  // of an unknown: what would decide it
  Box<FailureCase> failure;           // of what happens under failures: those that show it
};

}  // namespace holdfast::rules
