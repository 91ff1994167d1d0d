#pragma once

// Whether everything in a model says where in the text it stands.

#include <cstddef>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <vector>

#include "tests/support/walk_model.h"

namespace holdfast::conformance {

// To be walked over a device that was imported from `text`. Objects that have a place must know it; values
// that are configured or inferred must know theirs, defaults may; and a place that is known lies within the
// text.
class PlaceCheck {
 public:
  PlaceCheck(FileId file, std::string_view text) : file_(file) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      lengths_.push_back(end);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void number(std::size_t) {}
  void close() {}

  template <class T>
  void open(const T& part) {
    if constexpr (requires { part.origin; }) {
      EXPECT_TRUE(part.where.known() || part.origin == Origin::Default) << typeid(T).name();
    } else if constexpr (requires { part.where; }) {
      EXPECT_TRUE(part.where.known()) << typeid(T).name();
      ++objects_;
    }
  }

  template <class T>
  void value(const T& value) {
    if constexpr (std::is_same_v<T, Span>) {
      if (value.known()) expect_in_text(value);
    }
  }

  std::size_t objects() const { return objects_; }

 private:
  void expect_in_text(const Span& span) {
    EXPECT_EQ(span.file, file_);
    ASSERT_GE(span.line, 1U);
    ASSERT_LE(span.line, lengths_.size());
    EXPECT_GE(span.column, 1U);
    EXPECT_LE(span.column - 1U + span.length, lengths_[span.line - 1]) << "line " << span.line;
  }

  FileId file_;
  std::vector<std::size_t> lengths_;
  std::size_t objects_ = 0;
};

}  // namespace holdfast::conformance
