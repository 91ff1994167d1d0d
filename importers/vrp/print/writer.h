#pragma once

// A configuration as it grows: lines indented by the views around them.

#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "importers/vrp/print/print.h"
#include "model/fact.h"

namespace holdfast::vrp {

class Writer {
 public:
  // A file has lines indented by their views; typed commands leave each view with `quit`.
  enum class Form : std::uint8_t { File, Typed };
  explicit Writer(const KeyText& key_text, Form form = Form::File) : key_text_(key_text), form_(form) {}

  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    if (form_ == Form::File) text_.append(depth_, ' ');
    fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
    text_ += '\n';
  }

  // A line that opens a view; the lines up to `close` stand in it.
  template <typename... Arguments>
  void open(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    line(format, std::forward<Arguments>(arguments)...);
    ++depth_;
  }
  void close() {
    if (form_ == Form::Typed) line("quit");
    --depth_;
    if (depth_ == 0) separate();
  }

  // The `#` between two views.
  void separate() {
    if (form_ == Form::File) line("#");
  }

  // `PREFIX VALUE` where the value is configured.
  template <class T>
  void value(std::string_view prefix, const Fact<T>& fact) {
    if (fact.configured()) line("{} {}", prefix, *fact);
  }
  template <class T>
  void value(std::string_view prefix, const MaybeFact<T>& fact) {
    if (fact) value(prefix, *fact);
  }

  // `LINE` or `undo LINE` where one of them is configured.
  void flag(std::string_view words, const Fact<bool>& fact) {
    if (fact.configured()) line("{}{}", *fact ? "" : "undo ", words);
  }

  // The key as it is written behind the word that tells its form.
  std::string key(const Fact<Secret>& secret) const { return key_text_(secret); }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t depth_ = 0;
  const KeyText& key_text_;
  Form form_;
};

// A clause of a longer line, with the blank before it; empty where nothing is configured.
template <class T>
std::string clause(std::string_view words, const MaybeFact<T>& fact) {
  return fact && fact->configured() ? fmt::format(" {} {}", words, **fact) : std::string();
}
inline std::string clause(std::string_view words, const Fact<bool>& fact) {
  return fact.configured() && *fact ? fmt::format(" {}", words) : std::string();
}

}  // namespace holdfast::vrp
