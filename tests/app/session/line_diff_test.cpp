#include "app/session/line_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>

#include "model/text_lines.h"

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LineDiff, SaysWhichLinesBecameWhich) {
  EXPECT_THAT(line_diff("a\nb\nc\n", "a\nb\nc\n"), IsEmpty());
  EXPECT_THAT(line_diff("a\nb\nc\n", "a\nx\nc\n"), ElementsAre(LineHunk{1, 1, 1, 1}));
  EXPECT_THAT(line_diff("a\nc\n", "a\nb\nc\n"), ElementsAre(LineHunk{1, 0, 1, 1}));
  EXPECT_THAT(line_diff("a\nb\nc\nd\n", "b\nc\nx\n"),
              ElementsAre(LineHunk{0, 1, 0, 0}, LineHunk{3, 1, 2, 1}));
  EXPECT_THAT(line_diff("", "a\n"), ElementsAre(LineHunk{0, 0, 0, 1}));
  EXPECT_THAT(line_diff("a", "a\n"), ElementsAre(LineHunk{0, 1, 0, 1}));
}

std::string random_text() {
  std::string text;
  const int lines = *rc::gen::inRange(0, 12);
  for (int i = 0; i < lines; ++i) text += std::string(1, *rc::gen::inRange('a', 'd')) + "\n";
  return text;
}

RC_GTEST_PROP(LineDiff, MakesTheOldTextTheNewOne, ()) {
  const std::string before = random_text();
  const std::string after = random_text();
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  std::string made;
  std::size_t at = 0;
  for (const LineHunk& hunk : line_diff(before, after)) {
    RC_ASSERT(hunk.old_count + hunk.new_count > 0U);
    while (at < hunk.old_first) made += old_lines[at++];
    RC_ASSERT(lines_of(made).size() == hunk.new_first);
    for (std::size_t i = 0; i < hunk.new_count; ++i) made += new_lines[hunk.new_first + i];
    at += hunk.old_count;
  }
  while (at < old_lines.size()) made += old_lines[at++];
  RC_ASSERT(made == after);
}

}  // namespace
}  // namespace holdfast::session
