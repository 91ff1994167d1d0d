#include "solver/smt/value.h"

#include <gtest/gtest.h>

namespace holdfast::smt {
namespace {

TEST(Value, TakesTheSortOfWhatItIsMadeFrom) {
  EXPECT_EQ(Value(true).sort(), Sort::Boolean);
  EXPECT_EQ(Value(std::uint32_t{7}).sort(), Sort::Integer);
  EXPECT_EQ(Value("on").sort(), Sort::Text);  // a pointer would convert to bool
}

TEST(Value, PrintsAsAnEngineerWritesIt) {
  EXPECT_EQ(to_string(Value(true)), "on");
  EXPECT_EQ(to_string(Value(false)), "off");
  EXPECT_EQ(to_string(Value(-4)), "-4");
  EXPECT_EQ(to_string(Value("10.0.0.1")), "10.0.0.1");
}

TEST(Value, OfDifferentSortsIsNeverEqual) {
  EXPECT_NE(Value(1), Value(true));
  EXPECT_NE(Value(1), Value("1"));
  EXPECT_EQ(Value("1"), Value(std::string("1")));
}

}  // namespace
}  // namespace holdfast::smt
