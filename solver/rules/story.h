#pragma once

// What happens under a set of failures, as an engineer would tell it: who notices, who does not, where
// traffic goes and where it ends, which configured way would have carried it, which lines are to blame.

#include <cstdint>
#include <string>
#include <vector>

#include "model/failure.h"
#include "solver/rules/finding.h"

namespace holdfast::rules {

enum class StoryPart : std::uint8_t {
  Noticed,    // what a device sees, and does because of it
  Unnoticed,  // what nobody is told
  Traffic,    // the way frames take
  Lost,       // where they end, arrive twice, or what nobody can know
  Works,      // the configured way that would have carried them
  Remedy,     // what would have saved them
};

// `at` names the device and the line that the sentence is about, as far as there is one; its note is the
// sentence, without a full stop.
struct StoryStep {
  StoryPart part = StoryPart::Noticed;
  Evidence at;
};

struct Story {
  Outcome outcome = Outcome::Delivered;
  std::vector<StoryStep> steps;
  std::vector<Evidence> blame;    // lines that take part in the defect; the first is the one to change
  std::vector<std::string> path;  // the way that the steps speak of: site, devices, site
  std::string key;                // equal for stories that differ only in what has failed
};

}  // namespace holdfast::rules
