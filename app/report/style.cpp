#include "app/report/style.h"

#include <fmt/color.h>

namespace holdfast::report {
namespace {

std::string apply(bool color, const fmt::text_style& style, std::string_view text) {
  if (!color || text.empty()) return std::string(text);
  return fmt::format(style, "{}", text);
}

fmt::text_style bold(fmt::terminal_color color) {
  return fmt::emphasis::bold | fmt::fg(color);
}

}  // namespace

std::string Style::severity(rules::Severity severity, std::string_view text) const {
  switch (severity) {
    case rules::Severity::Error:
      return apply(color_, bold(fmt::terminal_color::red), text);
    case rules::Severity::Warning:
      return apply(color_, bold(fmt::terminal_color::yellow), text);
    case rules::Severity::Info:
      return apply(color_, bold(fmt::terminal_color::cyan), text);
  }
  return std::string(text);
}

std::string Style::strong(std::string_view text) const {
  return apply(color_, fmt::text_style(fmt::emphasis::bold), text);
}
std::string Style::frame(std::string_view text) const {
  return apply(color_, bold(fmt::terminal_color::blue), text);
}
std::string Style::repair(std::string_view text) const {
  return apply(color_, bold(fmt::terminal_color::green), text);
}
std::string Style::unknown(std::string_view text) const {
  return apply(color_, bold(fmt::terminal_color::magenta), text);
}

}  // namespace holdfast::report
