#pragma once

// A configuration as it grows: whole lines, counted.

#include <cstddef>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <utility>

namespace holdfast::generator {

class Text {
 public:
  // One line, without its end.
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
    ++lines_;
  }

  // The "#" between two views.
  void end_view() { line("#"); }

  void append(const Text& other) {
    text_ += other.text_;
    lines_ += other.lines_;
  }

  std::size_t lines() const { return lines_; }
  const std::string& str() const { return text_; }

 private:
  std::string text_;
  std::size_t lines_ = 0;
};

}  // namespace holdfast::generator
