#pragma once

// A model as text, so that two of them can be compared and their difference be read. Each line is one value,
// behind the numbers of the fields and list elements that lead to it.

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "tests/support/walk_model.h"

namespace holdfast::test {

class ModelText {
 public:
  explicit ModelText(bool with_places) : with_places_(with_places) {}

  void number(std::size_t number) { path_.back() = number; }

  template <class T>
  void open(const T&) {
    line() += ' ' + name_of(typeid(T)) + '\n';
    path_.push_back(0);
  }
  void close() { path_.pop_back(); }

  template <class T>
  void value(const T& value) {
    if constexpr (std::is_same_v<T, Span> || std::is_same_v<T, FileId>) {
      if (with_places_) line() += print(value);
    } else if constexpr (!std::is_same_v<T, InterfaceIndex>) {
      line() += print(value);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static std::string name_of(const std::type_info& type) {
    const std::unique_ptr<char, void (*)(void*)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), std::free);
    return name.get();
  }

  std::string& line() {
    for (std::size_t i = 1; i < path_.size(); ++i) text_ += '.' + std::to_string(path_[i]);
    return text_;
  }

  template <class T>
  static std::string print(const T& value) {
    return " " + words(value) + "\n";
  }

  static std::string words(const std::string& text) { return '"' + text + '"'; }
  static std::string words(const Secret& secret) {
    return std::to_string(static_cast<int>(secret.form)) + "/" + std::to_string(secret.fingerprint);
  }
  static std::string words(const Span& span) {
    return std::to_string(static_cast<std::uint32_t>(span.file)) + ":" + std::to_string(span.line) + ":" +
           std::to_string(span.column) + "+" + std::to_string(span.length);
  }
  static std::string words(InterfaceId id) { return "#" + std::to_string(id.index); }
  template <class T>
  static std::string words(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return std::to_string(static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
      return std::to_string(value);
    } else {
      return to_string(value);
    }
  }

  bool with_places_;
  std::vector<std::size_t> path_{0};
  std::string text_;
};

// Everything, places included.
inline std::string full_text(const Device& device) {
  ModelText text(true);
  walk_model(device, text);
  return text.take();
}

}  // namespace holdfast::test
