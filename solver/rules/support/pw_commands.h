#pragma once

// Commands that change a PW. A PW's parameters cannot be changed in place: it is removed and made anew.

#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::rules {

// Whether the span, a value's place, stands in that line.
bool stands_in(Span value, Span line);

// The line with the value at that place replaced, blanks reduced to one.
std::string line_with(const pairing::Pairing& net, Span line, Span value, std::string_view replacement);

// The line without the words of its role, as one of that role: "" for a primary PW.
std::string line_in_role(const pairing::Pairing& net, const pairing::PwEnd& end, std::string_view role);

// The command that removes the PW of an AC, in the AC's view.
std::string undo_pw(const pairing::Pairing& net, const pairing::PwEnd& end);

// Commands, in the AC's view, that remove a PW and make it as the line says. What the device demands is kept:
// a primary PW goes after its secondary and bypass and comes back before them. What a PW was bound to (an
// mVRRP group, a management PW) is bound again.
std::vector<std::string> remade_pw(const pairing::Pairing& net, const pairing::PwEnd& end,
                                   const std::string& line);

// Gives the end another value in place of the one at `value`: in the PW's own line, or in its PW template.
// Empty commands where the value stands in neither.
std::vector<DeviceCommands> change_value(const pairing::Pairing& net, const pairing::PwEnd& end, Span value,
                                         std::string_view replacement);

// Makes the end, of whatever kind, as the line says.
DeviceCommands remade_end(const pairing::Pairing& net, const pairing::PwEnd& end, const std::string& line);

}  // namespace holdfast::rules
