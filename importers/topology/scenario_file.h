#pragma once

// A scenario for `holdfast whatif`: what fails, and what is expected of services then.
//
//   fail: [node:PE2, "link:PE1:GE0/1/0--P1:GE0/1/0"]
//   expect:
//     "vpws:PE1:GigabitEthernet0/1/0.10": delivered

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/topology/snapshot_file.h"
#include "model/failure.h"

namespace holdfast::topology {

struct StatedExpectation {
  std::string service;  // as written
  Outcome outcome = Outcome::Delivered;
  Span where;
};

struct ScenarioFile {
  std::vector<Fact<std::string>> fail;  // names of elements, as written
  std::vector<StatedExpectation> expect;
  std::vector<FileProblem> problems;  // what is wrong with the file is left out of the rest
};

// Never throws; `file` is the place of the text in the sources, or None.
ScenarioFile read_scenario_file(std::string_view text, FileId file);

}  // namespace holdfast::topology
