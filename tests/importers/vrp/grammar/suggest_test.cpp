#include "importers/vrp/grammar/suggest.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <optional>
#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OneEditApart, KnowsEachKindOfEdit) {
  EXPECT_TRUE(one_edit_apart("tunnl", "tunnel"));
  EXPECT_TRUE(one_edit_apart("tunnell", "tunnel"));
  EXPECT_TRUE(one_edit_apart("tonnel", "TUNNEL"));
  EXPECT_TRUE(one_edit_apart("tunenl", "tunnel"));
  EXPECT_TRUE(one_edit_apart("", "a"));
}

TEST(OneEditApart, IsNeitherNoneNorTwo) {
  EXPECT_FALSE(one_edit_apart("tunnel", "TUNNEL"));
  EXPECT_FALSE(one_edit_apart("", ""));
  EXPECT_FALSE(one_edit_apart("utnenl", "tunnel"));
  EXPECT_FALSE(one_edit_apart("short", "much longer"));
  EXPECT_FALSE(one_edit_apart("aa", "aaaa"));
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

// Every word of up to four letters out of three.
std::vector<std::string> short_words() {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; words[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  return words;
}

TEST(OneEditApart, AgreesWithTheWholeTable) {
  for (const std::string& a : short_words()) {
    for (const std::string& b : short_words()) {
      EXPECT_EQ(one_edit_apart(a, b), whole_table(a, b) == 1) << a << ' ' << b;
    }
  }
}

TEST(WordsByLength, GivesTheFirstOfTheWordsOneEditAway) {
  const auto word = rc::gen::resize(6, rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
  EXPECT_TRUE(rc::check("as the search through all words does", [&] {
    const auto words = *rc::gen::container<std::vector<std::string>>(word);
    const std::string mistyped = *word;
    const std::vector<std::string_view> candidates(words.begin(), words.end());
    WordsByLength index;
    for (const std::string_view candidate : candidates) index.add(candidate);
    const auto all = one_edit_away(mistyped, candidates);
    RC_ASSERT(index.one_edit_away(mistyped) == (all.empty() ? std::nullopt : std::optional(all.front())));
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
