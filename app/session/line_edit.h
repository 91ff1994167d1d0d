#pragma once

// Commands that make a line of a configuration say something else.

#include <string>
#include <string_view>
#include <vector>

#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

// Without the blanks and the line end around it.
std::string_view trimmed(std::string_view line);

// Between blanks.
std::vector<std::string> words_of(std::string_view text);

// The device in whose section that place lies; invalid if there is none.
DeviceId device_at(const Network& network, Span where);

// The command at that place, without the blanks around it.
std::string command_at(const Network& network, Span where);

// The commands that opened the views around the line, outermost first.
std::vector<std::string> views_around(const Network& network, Span line);

struct WordChange {
  Span where;
  std::string becomes;
};

// All changes stand in one line.
rules::DeviceCommands changed_line(const Network& network, std::vector<WordChange> changes);

// Commands typed in those views, with what leaves them again.
rules::DeviceCommands in_views(DeviceId device, const std::vector<std::string>& views,
                               const std::vector<std::string>& lines);

}  // namespace holdfast::session
