#include "model/source.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace holdfast {
namespace {

TEST(SourceText, GivesLinesWithoutTheirEnds) {
  const SourceText text("one\r\n\ntwo\nthree");
  EXPECT_EQ(text.line(1), "one");
  EXPECT_EQ(text.line(2), "");
  EXPECT_EQ(text.line(3), "two");
  EXPECT_EQ(text.line(4), "three");
  EXPECT_EQ(text.line(0), "");
  EXPECT_EQ(text.line(5), "");
  EXPECT_EQ(text.line(0xffffffff), "");
  EXPECT_EQ(SourceText("").line(1), "");
}

RC_GTEST_PROP(SourceText, FindsEachOfManyLines, ()) {
  const auto count = *rc::gen::inRange(0, 300);
  std::string text;
  std::vector<std::string> lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back(std::to_string(i) + std::string(*rc::gen::inRange<std::size_t>(0, 3), 'x'));
    text += lines.back() + '\n';
  }
  const SourceText source(std::move(text));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    RC_ASSERT(source.line(static_cast<std::uint32_t>(i + 1)) == lines[i]);
  }
  RC_ASSERT(source.line(static_cast<std::uint32_t>(lines.size() + 1)).empty());
}

TEST(SourceSet, KeepsTextsApart) {
  SourceSet sources;
  const FileId a = sources.add("a.cfg", "a1\na2\n");
  const FileId b = sources.add("b.cfg", SourceText("b1\nb2\n"));
  EXPECT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources.path(a), "a.cfg");
  EXPECT_EQ(sources.text(b), "b1\nb2\n");
  EXPECT_EQ(sources.line(a, 2), "a2");
  EXPECT_EQ(sources.line(b, 2), "b2");
}

}  // namespace
}  // namespace holdfast
