#pragma once

// holdfast.yaml: what a snapshot says beside its configurations (interface: holdfast.yaml). Every error names
// line and column; an unknown key is an error, with the known key that is one edit away.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/day.h"
#include "model/failure.h"
#include "model/network.h"

namespace holdfast::topology {

struct FileProblem {
  std::uint32_t line = 0;  // from 1; 0: the file as a whole
  std::uint32_t column = 0;
  std::string message;
};

struct StatedProbability {
  std::string element;  // a kind ("node", "link", …) or the name of an element, as written
  double value = 0;     // of being down, 0 to 1
  Span where;
};

// What can fail, and how likely.
struct FailureStatements {
  std::optional<std::size_t> k;                  // failures at once, 0 to 8
  std::vector<ElementKind> kinds;                // empty: all
  std::vector<StatedProbability> probabilities;  // in the order of the file
};

// A finding that is accepted, and why.
struct StatedSuppression {
  Fact<std::string> rule;     // code, name or family
  Fact<std::string> device;   // empty: any
  Fact<std::string> service;  // empty: any
  std::string reason;         // never empty
  std::optional<Day> until;   // the last day on which it applies; nothing: for ever
  Span where;
};

// Numbers that repairs may take: both ends belong to it.
struct NumberPool {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct SnapshotFile {
  std::vector<StatedLink> links;          // interface names as written
  std::vector<Fact<std::string>> select;  // rules: codes, names or families
  std::vector<Fact<std::string>> ignore;
  std::map<std::string, Fact<std::string>> severity;  // rule → error, warning or info; where the rule stands
  std::vector<StatedSuppression> suppressions;
  std::string profile;  // for every device not named below; may be empty
  std::map<std::string, std::string> device_profile;
  std::vector<StatedGroup> groups;  // names of members as written
  FailureStatements failures;
  std::map<std::string, NumberPool> pools;  // by what they number: vc-id, discriminator, vrid
  std::vector<FileProblem> problems;        // what is wrong with the file is left out of the rest
};

// Never throws; `file` is the place of the text in the snapshot's sources.
SnapshotFile read_snapshot_file(std::string_view text, FileId file);

}  // namespace holdfast::topology
