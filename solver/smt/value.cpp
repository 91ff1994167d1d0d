#include "solver/smt/value.h"

namespace holdfast::smt {

std::string to_string(const Value& value) {
  switch (value.sort()) {
    case Sort::Integer:
      return std::to_string(value.integer());
    case Sort::Text:
      return value.text();
    case Sort::Boolean:
      return value.boolean() ? "on" : "off";
  }
  return {};
}

std::string_view to_string(Sort sort) {
  switch (sort) {
    case Sort::Integer:
      return "integer";
    case Sort::Text:
      return "text";
    case Sort::Boolean:
      return "switch";
  }
  return {};
}

}  // namespace holdfast::smt
