#pragma once

// A device of the model as the VRP configuration that says it: importing the text gives the same device
// again, places aside. What the model knows only as a place (lines that filter routes, lines that were not
// understood) or as "something else" (what a VRRP group or a route tracks besides interfaces and BFD) is not
// printed: the model does not hold what such lines say.

#include <functional>
#include <string>

#include "model/device.h"
#include "model/secret.h"

namespace holdfast::vrp {

// The text of a key, which the model does not hold.
using KeyText = std::function<std::string(const Fact<Secret>& key)>;

// From `sysname` to `return`, with `#` between the views. Values that are defaults, or that follow from other
// lines, have no line.
std::string print_device(const Device& device, const KeyText& key_text);

}  // namespace holdfast::vrp
