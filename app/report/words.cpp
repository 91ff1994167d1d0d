#include "app/report/words.h"

#include <fmt/format.h>

namespace holdfast::report {

std::string_view to_string(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return "error";
    case rules::Severity::Warning:
      return "warning";
    case rules::Severity::Info:
      return "info";
  }
  return "error";
}

std::string_view family(std::string_view code) {
  constexpr std::size_t kNumber = 3;  // digits at the end of every code
  return code.size() > kNumber ? code.substr(0, code.size() - kNumber) : code;
}

bool fails(rules::Severity severity, FailOn threshold) {
  switch (threshold) {
    case FailOn::Error:
      return severity == rules::Severity::Error;
    case FailOn::Warning:
      return severity != rules::Severity::Info;
    case FailOn::Info:
    case FailOn::Unknown:
      return true;
    case FailOn::Never:
      return false;
  }
  return true;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace holdfast::report
