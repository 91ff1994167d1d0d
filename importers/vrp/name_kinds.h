#pragma once

// The kinds of names as the command table writes them in `ref(…)` and `def(…)`.

#include <optional>
#include <string_view>

#include "model/names.h"

namespace holdfast::vrp {

std::optional<NameKind> name_kind(std::string_view subject);

}  // namespace holdfast::vrp
