#pragma once

// Purpose: the values that configuration settings take in invariants.
// An integer is compared and ordered; a text (address, MAC, name, mode) is only compared for equality, byte
// by byte, so callers bring it into one spelling first; a boolean is a switch that is on or off.
// Source: semantics.md §6, "Invariants are constraints over configuration values".

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace holdfast::smt {

enum class Sort : std::uint8_t { Integer, Text, Boolean };

class Value {
 public:
  // Templates, so that neither a pointer turns into a boolean nor a boolean into an integer.
  template <std::same_as<bool> T>
  Value(T on) : held_(on) {}
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) Value(T number)
      : held_(static_cast<std::int64_t>(number)) {
    static_assert(sizeof(T) < sizeof(std::int64_t) || std::signed_integral<T>,
                  "a 64-bit unsigned number does not fit: convert it where its range is known");
  }
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}

  Sort sort() const { return static_cast<Sort>(held_.index()); }

  // Each needs the sort that it names.
  std::int64_t integer() const { return std::get<std::int64_t>(held_); }
  const std::string& text() const { return std::get<std::string>(held_); }
  bool boolean() const { return std::get<bool>(held_); }

  friend bool operator==(const Value&, const Value&) = default;
  friend auto operator<=>(const Value&, const Value&) = default;  // for containers; no meaning for texts

 private:
  std::variant<std::int64_t, std::string, bool> held_;  // in the order of Sort
};

// As an engineer writes it: 1500, 10.0.0.1, on, off.
std::string to_string(const Value& value);
std::string_view to_string(Sort sort);

}  // namespace holdfast::smt
