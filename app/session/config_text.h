#pragma once

// A device's configuration as it is shown: keys hidden, words told apart by what they are.

#include <cstdint>
#include <string>
#include <vector>

#include "app/session/snapshot.h"

namespace holdfast::session {

struct ConfigWord {
  enum class Kind : std::uint8_t {
    Keyword,  // of a command
    Name,
    Number,
    Address,
    Comment,  // `#`, `!`, `return`
    Hidden,   // where a key stood
  } kind = Kind::Name;
  std::size_t begin = 0;  // bytes of the shown line
  std::size_t length = 0;
};

struct ConfigLine {
  std::uint32_t number = 0;  // in its file
  std::string text;
  bool hidden = false;  // something is: columns of the file do not hold
  std::vector<ConfigWord> words;
};

// The lines of the device's section, from its first to its last.
std::vector<ConfigLine> config_lines(const Snapshot& snapshot, DeviceId device);

}  // namespace holdfast::session
