#pragma once

// The same network as an intent: what `holdfast plan` is to make of it.

#include "bench/generator/plan.h"
#include "bench/generator/text.h"

namespace holdfast::generator {

Text intent_text(const Plan& plan);

}  // namespace holdfast::generator
