#pragma once

// What happens under a set of failures, as an engineer would tell it: who notices, who does not, where
// traffic goes and where it ends, which configured way would have carried it, which lines are to blame.

#include <cstdint>
#include <string>
#include <vector>

#include "model/failure.h"
#include "model/ids.h"
#include "model/span.h"

namespace holdfast::rules {

// A line that takes part. `note` says which part it plays: "secondary PW: control word off (default)".
struct Evidence {
  DeviceId device;
  Span where;
  std::string note;
};

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

// Failures that show what a finding says. Elements by their public names.
struct FailureCase {
  std::vector<std::string> elements;  // none: it is so from the start
  Story story;
  std::vector<std::vector<std::string>> alike;  // further sets of which the same is true
  std::vector<std::string> rules;               // codes of other findings whose lines are to blame
};

}  // namespace holdfast::rules
