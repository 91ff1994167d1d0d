#include "model/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>

namespace holdfast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextLines, KeepTheirLineEnds) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("a"), ElementsAre("a"));
  EXPECT_THAT(lines_of("a\r\n\nb\n"), ElementsAre("a\r\n", "\n", "b\n"));
}

RC_GTEST_PROP(TextLines, AreTheTextWhenPutTogether, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\r\n")));
  std::string together;
  for (const std::string_view line : lines_of(text)) {
    RC_ASSERT(line.find('\n') == std::string_view::npos || line.find('\n') == line.size() - 1);
    together += line;
  }
  RC_ASSERT(together == text);
}

}  // namespace
}  // namespace holdfast
