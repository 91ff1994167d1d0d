#pragma once

// What a candidate link is worth, and the lines that it needs.

#include <string>

#include "app/report/options.h"
#include "app/session/judged_link.h"

namespace holdfast::report {

// Of a link that can be.
std::string judged_link_text(const session::JudgedLink& judged, const Options& options);
// {"schema":1,"link":…,"k":…,"changes":[…],"remarks":[…],"brings":[…],"services":[…]}
std::string judged_link_json(const session::JudgedLink& judged);

}  // namespace holdfast::report
