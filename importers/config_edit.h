#pragma once

// What comes of typing commands into a configuration that is a text.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace holdfast {

// Commands for one device, in the order in which they are typed: from the system view on, `quit` and `commit`
// included.
struct ConfigCommands {
  std::uint32_t first_line = 0;  // of the device's section in the text, from 1
  std::uint32_t last_line = 0;
  std::string profile;  // release profile of the device; empty: the importer's default
  std::vector<std::string> commands;
};

// A command that the device would not take, and why.
struct RefusedCommand {
  std::string command;
  std::string reason;  // one clause
};

struct ConfigEdit {
  std::string text;  // of the whole file; what was not edited keeps every byte
  // What was typed, in the order that the device demands: what cannot be changed in place is removed and made
  // anew, and so is what depends on it.
  std::vector<std::string> commands;
  std::vector<std::string> rollback;  // commands that take all of it back, from the system view on
  std::vector<RefusedCommand> refused;
};

}  // namespace holdfast
