#pragma once

// How much of the configurations is understood, as rows.

#include <vector>

#include "app/gui/models/rows_model.h"
#include "app/session/study.h"

namespace holdfast::gui {

// Columns: device, understood, lines, modelled, irrelevant, partial, unrecognised; below a device its lines
// that are not understood, with their place. The least understood devices first.
std::vector<Row> coverage_rows(const session::Study& study);

}  // namespace holdfast::gui
