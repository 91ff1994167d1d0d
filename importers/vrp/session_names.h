#pragma once

// Names of BFD sessions: the device does not tell letter case apart in them (command reference: bfd). The
// model does, so whoever names a session names it as its definition does.

#include <string_view>

#include "model/device.h"

namespace holdfast::vrp {

bool same_session_name(std::string_view a, std::string_view b);

// Once everything is read.
void spell_sessions_as_defined(Device& device);

}  // namespace holdfast::vrp
