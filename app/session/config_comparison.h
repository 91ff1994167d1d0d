#pragma once

// A device's configuration before and after a change, line beside line. Keys are hidden.

#include <vector>

#include "app/session/config_text.h"

namespace holdfast::session {

struct ComparedLine {
  enum class Kind : std::uint8_t {
    Same,
    Changed,  // there is a line on both sides
    Added,    // none before
    Removed,  // none after
  } kind = Kind::Same;
  ConfigLine before;  // of number 0: there is none
  ConfigLine after;
};

// All lines, in their order. Both snapshots number their devices alike.
std::vector<ComparedLine> compared_lines(const Snapshot& before, const Snapshot& after, DeviceId device);

}  // namespace holdfast::session
