#pragma once

// Where `display current-configuration` shows a line among those of its view. Source: the configuration files
// of the vendor's examples.

#include <string_view>

#include "importers/vrp/views.h"

namespace holdfast::vrp {

// Lines of a view stand in rising order of rank; those of one rank in the order in which they were made.
int rank_of(View view, std::string_view text, View opens);

}  // namespace holdfast::vrp
