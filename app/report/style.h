#pragma once

// Colours of text output, or none.

#include <string>
#include <string_view>

#include "solver/rules/finding.h"

namespace holdfast::report {

class Style {
 public:
  explicit Style(bool color) : color_(color) {}

  std::string severity(rules::Severity severity, std::string_view text) const;
  std::string strong(std::string_view text) const;  // the message
  std::string frame(std::string_view text) const;   // gutter, arrows
  std::string repair(std::string_view text) const;
  std::string unknown(std::string_view text) const;

 private:
  bool color_;
};

}  // namespace holdfast::report
