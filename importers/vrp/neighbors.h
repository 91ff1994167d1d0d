#pragma once

// The text of `display lldp neighbor` and `display lldp neighbor brief`, as terminal captures hold it.
// Source: the vendor's LLDP command reference. Releases order the columns of the short form in different
// ways: the heading says which column is which.

#include <string_view>
#include <vector>

#include "importers/importer.h"

namespace holdfast::vrp {

// In the order of the text. Interface names are as written; a neighbour without name or port is left out.
std::vector<SeenNeighbor> read_neighbors(FileId file, std::string_view text);

}  // namespace holdfast::vrp
