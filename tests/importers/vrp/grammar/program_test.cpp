// What a compiled template tells a table about the lines it can match.

#include "importers/vrp/grammar/program.h"

#include <gmock/gmock.h>
#include <set>
#include <string>

#include "tests/importers/vrp/grammar/command.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Exact as long as the table holds fewer than 64 words.
std::set<std::string> required(const std::string& notation) {
  const CommandUnderTest command(notation);
  std::set<std::string> words;
  for (std::size_t id = 1; id <= command.keywords().size(); ++id) {
    const auto keyword = static_cast<KeywordId>(id);
    if ((command.program().required() & keyword_bit(keyword)) != 0)
      words.insert(command.keywords().word(keyword));
  }
  return words;
}

std::vector<std::string> start_words(const std::string& notation) {
  const CommandUnderTest command(notation);
  std::vector<std::string> words;
  for (const KeywordId id : command.program().start_words()) words.push_back(command.keywords().word(id));
  return words;
}

TEST(Program, RequiresTheWordsThatEveryLineHas) {
  EXPECT_THAT(required("a b <c>"), ElementsAre("a", "b"));
  EXPECT_THAT(required("a [ b ] [ c ] *"), ElementsAre("a"));
  EXPECT_THAT(required("a { b | c }"), ElementsAre("a"));
  EXPECT_THAT(required("a { b c | c d }"), ElementsAre("a", "c"));
  EXPECT_THAT(required("a { b c | d c } *"), ElementsAre("a", "c"));
  EXPECT_THAT(required("a { [ b ] | b } *"), ElementsAre("a"));
  EXPECT_THAT(required("a b &<1-3> c &<0-3>"), ElementsAre("a", "b"));
  EXPECT_THAT(required("<a>"), IsEmpty());
}

TEST(Program, KnowsItsFirstWord) {
  const CommandUnderTest fixed("mpls ldp");
  EXPECT_EQ(fixed.keywords().word(fixed.program().first_keyword()), "mpls");
  EXPECT_EQ(CommandUnderTest("[ undo ] mpls").program().first_keyword(), kNoKeyword);
  EXPECT_EQ(CommandUnderTest("<any> mpls").program().first_keyword(), kNoKeyword);
  EXPECT_EQ(CommandUnderTest("mpls &<1-2>").program().first_keyword(), kNoKeyword);
}

TEST(Program, KnowsAllFirstWords) {
  EXPECT_THAT(start_words("mpls ldp"), ElementsAre("mpls"));
  EXPECT_THAT(start_words("[ undo ] { mpls | bfd } x"), UnorderedElementsAre("undo", "mpls", "bfd"));
  EXPECT_THAT(start_words("{ a | [ b ] | <c> } * d"), UnorderedElementsAre("a", "b", "d"));
  EXPECT_THAT(start_words("{ a | b } * d"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(start_words("a &<2-3> b"), ElementsAre("a"));
  EXPECT_FALSE(CommandUnderTest("a <b>").program().starts_with_parameter());
  EXPECT_TRUE(CommandUnderTest("[ a ] <b>").program().starts_with_parameter());
}

TEST(Program, CountsTheLeastTokens) {
  EXPECT_EQ(CommandUnderTest("a b <c>").program().min_tokens(), 3U);
  EXPECT_EQ(CommandUnderTest("a { b c | d }").program().min_tokens(), 2U);
  EXPECT_EQ(CommandUnderTest("a [ b c ] { d e | f g } *").program().min_tokens(), 3U);
  EXPECT_EQ(CommandUnderTest("a { b c } &<3-9>").program().min_tokens(), 7U);
  EXPECT_EQ(CommandUnderTest("{ { a &<60000-60000> } &<60000-60000> } &<2-2>").program().min_tokens(),
            65535U);
}

TEST(Program, SharesWordsAcrossTemplates) {
  KeywordTable keywords;
  const Program one = compile(tree_of(parse("mpls ldp")), keywords);
  const Program other = compile(tree_of(parse("MPLS te")), keywords);
  EXPECT_EQ(one.first_keyword(), other.first_keyword());
  EXPECT_EQ(keywords.size(), 3U);
  EXPECT_EQ(other.words().front(), "MPLS");
}

}  // namespace
}  // namespace holdfast::vrp
