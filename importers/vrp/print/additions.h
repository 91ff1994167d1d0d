#pragma once

// What is to be added to a device, as the commands that add it.

#include <string>
#include <vector>

#include "importers/vrp/print/print.h"

namespace holdfast::vrp {

// From the system view on; what others refer to is made before them. Empty when nothing is added. The device
// holds the additions alone.
std::vector<std::string> addition_commands(const Device& additions, const KeyText& key_text);

}  // namespace holdfast::vrp
