#pragma once

// Failures as the text of a scenario file, which `holdfast whatif --scenario` runs.

#include <QString>

#include "app/session/live.h"

namespace holdfast::gui {

// Expected are the outcomes found, of the services that change.
QString scenario_text(const session::Study& study, const session::Impact& impact, const FailureSet& failed);

}  // namespace holdfast::gui
