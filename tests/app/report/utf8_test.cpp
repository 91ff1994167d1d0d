#include "app/report/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/report/printable.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

std::size_t pieces(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) ++count;
  return count;
}

TEST(Utf8, DecodesEveryLength) {
  EXPECT_EQ(decode("a", 0).value, U'a');
  EXPECT_EQ(decode("\xC3\xA9", 0).value, U'\u00E9');
  EXPECT_EQ(decode("\xE2\x82\xAC", 0).value, U'\u20AC');
  EXPECT_EQ(decode("\xF0\x9F\x98\x80", 0).value, U'\U0001F600');
}

// Examples of the Unicode standard, section 3.9, "U+FFFD Substitution of Maximal Subparts".
TEST(Utf8, ReplacesMaximalSubparts) {
  EXPECT_EQ(pieces("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), 9u);
  EXPECT_EQ(pieces("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), 9u);
  EXPECT_EQ(pieces("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), 9u);
  EXPECT_EQ(pieces("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), 5u);
}

TEST(Utf8, CountsUtf16) {
  EXPECT_EQ(utf16_length("a\xF0\x9F\x98\x80\xC3\xA9", 100), 4u);
  EXPECT_EQ(utf16_length("a\xF0\x9F\x98\x80\xC3\xA9", 5), 3u);
  EXPECT_EQ(utf16_length("", 5), 0u);
}

TEST(Printable, EscapesWhatATerminalWouldObey) {
  EXPECT_EQ(printable("a\x1B\x7F\x80\xC2\x9B\t\r\nb"), "a\\x1B\\x7F\\x80\\u{009B}   b");
  EXPECT_EQ(printable("\xE2\x80\xAE\xE2\x80\x8B\xEF\xBB\xBF"), "\\u{202E}\\u{200B}\\u{FEFF}");
  EXPECT_EQ(printable("\xE6\x8F\x8F \xC3\xA9"), "\xE6\x8F\x8F \xC3\xA9");
}

RC_GTEST_PROP(Printable, TwiceIsOnce, (const std::string& text)) {
  RC_ASSERT(printable(printable(text)) == printable(text));
}

TEST(Wrap, BreaksAtBlanks) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("", 10), (Lines{""}));
  EXPECT_EQ(wrap("one two  three", 8), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one two", 8, 6), (Lines{"", "one two"}));
  EXPECT_EQ(wrap("incomprehensible x", 8), (Lines{"incomprehensible", "x"}));
}

}  // namespace
}  // namespace holdfast::report
