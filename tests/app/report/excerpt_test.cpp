#include "app/report/excerpt.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/report/printable.h"

namespace holdfast::report {
namespace {

// The line with its carets below.
std::string drawn(const Excerpt& shown) {
  return shown.line + '\n' + std::string(shown.caret_at, ' ') + std::string(shown.carets, '^');
}

TEST(Excerpt, UnderlinesTheValue) {
  EXPECT_EQ(drawn(excerpt(" mpls l2vc 9.9.9.9 200", 12, 7, 60)),
            " mpls l2vc 9.9.9.9 200\n"
            "           ^^^^^^^");
}

TEST(Excerpt, WithoutAColumnUnderlinesTheLine) {
  EXPECT_EQ(drawn(excerpt("  mpls  ", 0, 0, 60)),
            "  mpls\n"
            "  ^^^^");
}

TEST(Excerpt, ColumnsBeyondTheLinePointAtItsEnd) {
  EXPECT_EQ(drawn(excerpt("mpls", 100, 5, 60)),
            "mpls\n"
            "    ^");
  EXPECT_EQ(drawn(excerpt("", 1, 0, 60)), "\n^");
}

TEST(Excerpt, HidesAKeyAndStillPointsAtIt) {
  EXPECT_EQ(drawn(excerpt(" security-key simple Hunter2 x", 22, 7, 60)),
            " security-key simple ******\n"
            "                     ^^^^^^");
}

TEST(Excerpt, CutsALongLineAroundTheValue) {
  const std::string line = std::string(50, 'a') + " 9.9.9.9 " + std::string(50, 'b');
  EXPECT_EQ(drawn(excerpt(line, 52, 7, 30)),
            "…aaaaaaaaa 9.9.9.9 bbbbbbbbbb…\n"
            "           ^^^^^^^");
}

TEST(Excerpt, KeepsTheBeginningWhileTheValueIsInSight) {
  EXPECT_EQ(drawn(excerpt("mpls l2vc 9.9.9.9 200 " + std::string(50, 'b'), 11, 7, 30)),
            "mpls l2vc 9.9.9.9 200 bbbbbb…\n"
            "          ^^^^^^^");
}

TEST(Excerpt, CutsAValueThatIsLongerThanTheWidth) {
  EXPECT_EQ(drawn(excerpt(std::string(200, 'v'), 50, 100, 20)),
            "…vvvvvvvvvvvvvvvvvv…\n"
            " ^^^^^^^^^^^^^^^^^^");
}

TEST(Excerpt, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(drawn(excerpt("描述 é\tx", 11, 1, 60)),
            "描述 é  x\n"
            "        ^");
}

TEST(Excerpt, AMegabyteLineCostsLittle) {
  const std::string line = std::string(1 << 20, 'a') + " cipher " + std::string(1 << 20, 'k');
  const Excerpt shown = excerpt(line, 65535, 65535, 80);
  EXPECT_LE(display_width(shown.line), 80u);
}

RC_GTEST_PROP(Excerpt, FitsWhateverTheLine, (const std::string& line)) {
  const auto column = *rc::gen::inRange<std::uint32_t>(0, 300);
  const auto length = *rc::gen::inRange<std::uint32_t>(0, 300);
  const auto width = *rc::gen::inRange<std::size_t>(20, 90);
  const std::string repeated = line + line + line + line;
  const Excerpt shown = excerpt(repeated, column, length, width);
  RC_ASSERT(display_width(shown.line) <= width);
  RC_ASSERT(shown.carets >= 1u);
  RC_ASSERT(shown.caret_at + shown.carets <= width + 1);
  RC_ASSERT(printable(shown.line) == shown.line);
}

}  // namespace
}  // namespace holdfast::report
