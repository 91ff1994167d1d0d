#pragma once

// Which failures services survive less, and more, after a change.

#include <string>
#include <string_view>

#include "app/report/json_values.h"
#include "app/report/options.h"
#include "app/session/tolerance.h"

namespace holdfast::report {

// "2 services survive less, 1 survives more"; empty when nothing changes.
std::string tolerance_line(const session::ToleranceDiff& diff);

// `after`: the network that the stories of losses speak of.
std::string tolerance_text(const session::ToleranceDiff& diff, const Network& after, const Options& options);
// At most `room` characters, more services are counted.
std::string tolerance_markdown(const session::ToleranceDiff& diff, std::size_t room);
Json tolerance_value(const session::ToleranceDiff& diff);

}  // namespace holdfast::report
