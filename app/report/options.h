#pragma once

// What every renderer may need to know besides the result. A renderer is a pure function of the result and
// these.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "solver/rules/rule.h"

namespace holdfast::report {

// What counts as a failure of the run (`--fail-on`).
enum class FailOn : std::uint8_t { Error, Warning, Info, Unknown, Never };

struct Options {
  bool color = false;
  std::size_t width = 100;     // columns for text; less than 60 counts as 60
  std::string working_folder;  // absolute; URIs are relative to it. Empty: paths stay as they are
  std::string version;         // of the program
  FailOn fail_on = FailOn::Error;
  std::span<const rules::Rule* const> rules;  // every rule of the program, for formats that describe them
};

inline constexpr std::size_t kMinWidth = 60;

}  // namespace holdfast::report
