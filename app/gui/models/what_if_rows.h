#pragma once

// What failures do, as rows: services that change, the steps of what happens, the ways hop by hop.

#include <vector>

#include "app/gui/models/rows_model.h"
#include "app/session/live.h"

namespace holdfast::gui {

// Columns: service, before, after. The key is the service's position. The worst first.
std::vector<Row> change_rows(const session::Study& study, const session::Impact& impact);

// Columns: what happens, of which kind, device, line. Flows that change, each with its steps; without any,
// all flows.
std::vector<Row> timeline_rows(const session::Study& study, const session::ServiceAccount& account);

// Columns: hop, device, line. One row for each direction, with its hops below; the key is its position.
std::vector<Row> trace_rows(const session::Study& study, const session::TraceResult& result);

// "PE1.cfg:12"; empty when the line is not known.
QString place_words(const session::Study& study, const rules::Evidence& line);

}  // namespace holdfast::gui
