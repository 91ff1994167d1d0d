#pragma once

// A snapshot as it was read: the network, what the snapshot's own file asks for, and what was wrong with the
// input.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/importers.h"
#include "model/day.h"
#include "model/failure.h"
#include "model/network.h"
#include "model/reading.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// Something about the input itself (not about the network). An error means exit status 2.
struct InputProblem {
  enum class Kind : std::uint8_t { Error, Note } kind = Kind::Error;
  std::string path;
  std::uint32_t line = 0;  // 0: the file as a whole
  std::uint32_t column = 0;
  std::string message;
};

// Findings that are accepted: not counted, and shown with the reason where a format can.
struct Suppression {
  std::string rule;          // code, name or family
  std::string device;        // of the line to change; empty: any
  std::string service;       // empty: any
  std::string reason;        // never empty
  std::optional<Day> until;  // the last day on which it applies; nothing: for ever
  Span where;
};

// What holdfast.yaml says about rules. Whatever names no rule was left out, and is a problem of the snapshot.
struct RuleSettings {
  std::vector<std::string> select;  // codes, names or families; empty: all
  std::vector<std::string> ignore;
  std::map<std::string, rules::Severity> severity;  // by code, name or family
  std::vector<Suppression> suppressions;            // in the order of the file
};

// What holdfast.yaml says about failures.
struct FailureSettings {
  struct Probability {
    std::string element;  // a kind ("node", "link", …) or the public name of an element
    double value = 0;     // that it is down, 0 to 1
    Span where;
  };
  std::optional<std::size_t> k;
  std::vector<ElementKind> kinds;          // that may fail; empty: all
  std::vector<Probability> probabilities;  // in the order of the file; an element's own wins over its kind's
};

// Numbers that repairs may take: both ends belong to it.
struct NumberPool {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct Snapshot {
  std::shared_ptr<const Importers> importers;
  std::string profile;  // release profile asked for, for devices not named below; empty: the default
  std::map<std::string, std::string> device_profile;  // by device name
  Network network;
  RuleSettings rules;
  FailureSettings failures;
  std::map<std::string, NumberPool> pools;  // by what they number: vc-id, discriminator, vrid
  std::vector<InputProblem> problems;       // in the order of paths and lines
  Coverage coverage;                        // over all devices
  std::size_t files = 0;                    // configuration files read
};

}  // namespace holdfast::session
