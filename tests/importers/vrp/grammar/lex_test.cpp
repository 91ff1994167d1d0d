#include "importers/vrp/grammar/lex.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Each token as column:text.
std::vector<std::string> tokens_of(const std::string& line) {
  TokenBuffer buffer;
  std::vector<std::string> result;
  for (const Token& token : split(line, buffer)) {
    result.push_back(std::to_string(token.column) + ':' + std::string(token.text));
  }
  return result;
}

TEST(Lex, BlanksTabsAndCarriageReturnsSeparate) {
  EXPECT_THAT(tokens_of("ip address 10.0.0.1 24"), ElementsAre("1:ip", "4:address", "12:10.0.0.1", "21:24"));
  EXPECT_THAT(tokens_of(" \tundo\t shutdown \r"), ElementsAre("3:undo", "9:shutdown"));
  EXPECT_THAT(tokens_of(""), IsEmpty());
  EXPECT_THAT(tokens_of(" \t\r"), IsEmpty());
}

TEST(Lex, QuotesHoldATokenTogether) {
  EXPECT_THAT(tokens_of("description \"to the core\" x"),
              ElementsAre("1:description", "13:\"to the core\"", "27:x"));
  EXPECT_THAT(tokens_of("\"\" \"a b\"c d"), ElementsAre("1:\"\"", "4:\"a b\"c", "11:d"));
}

TEST(Lex, OtherQuotesAreOrdinaryCharacters) {
  EXPECT_THAT(tokens_of("description 19\" rack"), ElementsAre("1:description", "13:19\"", "17:rack"));
  EXPECT_THAT(tokens_of("\"never closed"), ElementsAre("1:\"never", "8:closed"));
  EXPECT_THAT(tokens_of("a \""), ElementsAre("1:a", "3:\""));
}

TEST(Lex, UnquotedTakesTheOuterPairOnly) {
  EXPECT_EQ(unquoted("\"a b\""), "a b");
  EXPECT_EQ(unquoted("\"\""), "");
  EXPECT_EQ(unquoted("\""), "\"");
  EXPECT_EQ(unquoted("a\""), "a\"");
}

TEST(Lex, WhatFollowsTheLastTokenIsPartOfIt) {
  std::string line;
  for (int i = 0; i < 255; ++i) line += "x ";
  EXPECT_EQ(tokens_of(line).size(), 255U);
  EXPECT_EQ(tokens_of(line + "y").back(), "511:y");
  EXPECT_EQ(tokens_of(line + "y  z \"w ").size(), 256U);
  EXPECT_EQ(tokens_of(line + "y  z \"w ").back(), "511:y  z \"w");
}

TEST(Lex, ColumnsSaturate) {
  const std::string line = std::string(65'534, ' ') + "a" + std::string(10, ' ') + "b";
  EXPECT_THAT(tokens_of(line), ElementsAre("65535:a", "65535:b"));
}

TEST(Lex, TakesAnyBytes) {
  const std::string line("a\0b \xff\xfe\x80 c", 9);
  TokenBuffer buffer;
  const auto tokens = split(line, buffer);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].text.size(), 3U);
  EXPECT_EQ(tokens[1].text, "\xff\xfe\x80");
}

}  // namespace
}  // namespace holdfast::vrp
