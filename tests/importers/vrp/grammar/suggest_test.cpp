#include "importers/vrp/grammar/suggest.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EditDistance, CountsEachKindOfEditOnce) {
  EXPECT_EQ(edit_distance("tunnel", "tunnel", 2), 0U);
  EXPECT_EQ(edit_distance("tunnel", "TUNNEL", 2), 0U);
  EXPECT_EQ(edit_distance("tunnl", "tunnel", 2), 1U);
  EXPECT_EQ(edit_distance("tunnell", "tunnel", 2), 1U);
  EXPECT_EQ(edit_distance("tonnel", "tunnel", 2), 1U);
  EXPECT_EQ(edit_distance("tunenl", "tunnel", 2), 1U);
  EXPECT_EQ(edit_distance("utnenl", "tunnel", 2), 2U);
  EXPECT_EQ(edit_distance("", "ab", 2), 2U);
  EXPECT_EQ(edit_distance("", "", 2), 0U);
}

TEST(EditDistance, StopsAboveTheLimit) {
  EXPECT_EQ(edit_distance("ab", "cd", 1), 2U);
  EXPECT_EQ(edit_distance("abc", "def", 2), 3U);
  EXPECT_EQ(edit_distance("a", "b", 0), 1U);
  EXPECT_EQ(edit_distance("short", "much longer", 2), 3U);
}

// The textbook table, whole.
std::size_t whole_table(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({replaced, d[i - 1][j] + 1, d[i][j - 1] + 1});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheWholeTable) {
  const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
  EXPECT_TRUE(rc::check("the band and the table agree up to the limit", [&] {
    const std::string a = *rc::gen::resize(6, word);
    const std::string b = *rc::gen::resize(6, word);
    for (const std::size_t limit : {0U, 1U, 2U}) {
      RC_ASSERT(edit_distance(a, b, limit) == std::min(whole_table(a, b), limit + 1));
    }
  }));
}

TEST(Suggest, NamesTheWordsOneEditAway) {
  const std::vector<std::string_view> words = {"tunnel-policy", "secondary", "secondry", "raw", "tagged"};
  EXPECT_THAT(one_edit_away("secondray", words), ElementsAre("secondary", "secondry"));
  EXPECT_THAT(one_edit_away("Tunnel_policy", words), ElementsAre("tunnel-policy"));
  EXPECT_THAT(one_edit_away("secondary", words), ElementsAre("secondry"));
  EXPECT_THAT(one_edit_away("bypass", words), IsEmpty());
  EXPECT_THAT(one_edit_away("ra", words), IsEmpty());
}

}  // namespace
}  // namespace holdfast::vrp
