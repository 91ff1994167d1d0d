#pragma once

// Types commands into a configuration as into the device: enters views by the commands that open them, makes
// views that are not there, replaces what can be said once, takes back with `undo`. What cannot be changed in
// place (a PW, a VSI's ID or peer, on old releases a discriminator) is removed and made anew, with what
// depends on it. What the device would refuse is refused here too: a word that is no command of the view, a
// secondary PW without its primary, a primary removed before its secondary. Source: command reference, the
// commands' own precautions.

#include <string_view>

#include "importers/config_edit.h"
#include "importers/vrp/command_table.h"

namespace holdfast::vrp {

ConfigEdit edit(const CommandTable& table, std::string_view text, const ConfigCommands& commands);

}  // namespace holdfast::vrp
