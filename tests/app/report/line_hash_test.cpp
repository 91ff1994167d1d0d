#include "app/report/line_hash.h"

#include <gtest/gtest.h>

namespace holdfast::report {
namespace {

std::vector<std::string> values(std::string_view text) {
  std::vector<std::string> out;
  for (const LineHash& hash : line_hashes(text)) out.push_back(hash.value);
  return out;
}

using Values = std::vector<std::string>;

// The vectors are those of github/codeql-action, src/fingerprints.test.ts.
TEST(LineHash, GivesGitHubsValues) {
  EXPECT_EQ(values(""), (Values{"c129715d7a2bc9a3:1"}));
  EXPECT_EQ(values(" a\nb\n  \t\tc\n d"),
            (Values{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}));
  EXPECT_EQ(values(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"),
            (Values{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
                    "b86d3392aea1be30:1", "e6ceba753e1a442:1"}));
}

TEST(LineHash, TakesEveryLineEndForOne) {
  const Values expected = {"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                           "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                           "c129715d7a2bc9a3:1"};
  EXPECT_EQ(values(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n"), expected);
  EXPECT_EQ(values(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r"), expected);
  EXPECT_EQ(values(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n"), expected);
  EXPECT_EQ(values(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"), expected);
}

TEST(LineHash, NumbersEqualWindows) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  EXPECT_EQ(values(text),
            (Values{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
                    "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
                    "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"}));
}

TEST(LineHash, TellsWhichBytesItDependsOn) {
  const std::string text = "ab\n" + std::string(200, 'c') + "\n";
  const std::vector<LineHash> hashes = line_hashes(text);
  ASSERT_EQ(hashes.size(), 3u);
  EXPECT_EQ(hashes[0].begin, 0u);
  EXPECT_EQ(hashes[0].end, 100u);
  EXPECT_EQ(hashes[1].begin, 3u);
  EXPECT_EQ(hashes[1].end, 103u);
  EXPECT_EQ(hashes[2].begin, text.size());
  EXPECT_EQ(hashes[2].end, text.size());
}

// A unit beyond the basic plane counts as its two surrogates, a byte that is no UTF-8 as U+FFFD.
TEST(LineHash, CountsInUtf16) {
  EXPECT_EQ(values("\xFF"), values("\xEF\xBF\xBD"));
  EXPECT_NE(values("\xF0\x9F\x98\x80"), values("\xEF\xBF\xBD"));
  const std::string text = "\xF0\x9F\x98\x80" + std::string(150, 'c');
  EXPECT_EQ(line_hashes(text)[0].end, 102u);
}

}  // namespace
}  // namespace holdfast::report
