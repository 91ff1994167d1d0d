#pragma once

// Walks any part of the model down to its values, by for_each_field.

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/device.h"
#include "tests/support/fields.h"

namespace holdfast::test {

template <class T, class... Others>
constexpr bool kIsOneOf = (std::is_same_v<T, Others> || ...);

template <class T>
constexpr bool kIsValue =
    std::is_arithmetic_v<T> || std::is_enum_v<T> ||
    kIsOneOf<T, std::string, Ipv4, Ipv6, IpAddress, IpPrefix, Mac, Secret, Span, InterfaceId, InterfaceIndex>;

template <class T>
constexpr bool kIsHolder = false;
template <class T>
constexpr bool kIsHolder<std::optional<T>> = true;
template <class T>
constexpr bool kIsHolder<Box<T>> = true;

template <class T>
constexpr bool kIsList = false;
template <class T>
constexpr bool kIsList<std::vector<T>> = true;

// Calls visitor.value(v) for values, visitor.open(struct) and visitor.close() around the fields of a struct,
// and visitor.number(i) before each field and each element of a list. What is not there is not visited.
template <class T, class Visitor>
void walk_model(const T& part, Visitor& visitor) {
  if constexpr (kIsValue<T>) {
    visitor.value(part);
  } else if constexpr (kIsHolder<T>) {
    if (part) walk_model(*part, visitor);
  } else if constexpr (kIsList<T>) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      visitor.number(i);
      walk_model(part[i], visitor);
    }
  } else {
    visitor.open(part);
    for_each_field(part, [&](std::size_t number, const auto& field) {
      visitor.number(number);
      walk_model(field, visitor);
    });
    visitor.close();
  }
}

}  // namespace holdfast::test
