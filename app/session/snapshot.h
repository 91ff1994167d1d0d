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
#include "model/failure.h"
#include "model/network.h"
#include "model/reading.h"

namespace holdfast::session {

// Something about the input itself (not about the network). An error means exit status 2.
struct InputProblem {
  enum class Kind : std::uint8_t { Error, Note } kind = Kind::Error;
  std::string path;
  std::uint32_t line = 0;  // 0: the file as a whole
  std::uint32_t column = 0;
  std::string message;
};

// What holdfast.yaml says about rules.
struct RuleSettings {
  std::vector<std::string> select;  // codes or families; empty: all
  std::vector<std::string> ignore;
  std::map<std::string, std::string> severity;  // rule → error, warning or info
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

struct Snapshot {
  std::shared_ptr<const Importers> importers;
  Network network;
  RuleSettings rules;
  FailureSettings failures;
  std::vector<InputProblem> problems;  // in the order of paths and lines
  Coverage coverage;                   // over all devices
  std::size_t files = 0;               // configuration files read
};

}  // namespace holdfast::session
