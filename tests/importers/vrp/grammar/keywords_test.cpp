#include "importers/vrp/grammar/keywords.h"

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "importers/vrp/grammar/lex.h"

namespace holdfast::vrp {
namespace {

TEST(Keywords, LetterCaseDoesNotCount) {
  KeywordTable table;
  const KeywordId id = table.intern("Eth-Trunk");
  EXPECT_NE(id, kNoKeyword);
  EXPECT_EQ(table.intern("eth-trunk"), id);
  EXPECT_EQ(table.find("ETH-TRUNK"), id);
  EXPECT_EQ(table.word(id), "Eth-Trunk");
  EXPECT_EQ(table.size(), 1U);
}

TEST(Keywords, OnlyWholeWordsAreFound) {
  KeywordTable table;
  table.intern("mpls");
  for (const std::string word : {"", "mpl", "mplsx", "mp1s", "\"mpls\"", "an-interface-of-great-length"}) {
    EXPECT_EQ(table.find(word), kNoKeyword) << word;
  }
}

// Only A–Z fold: [ and { differ in the same bit.
TEST(Keywords, OnlyLettersFold) {
  KeywordTable table;
  table.intern("a[");
  EXPECT_EQ(table.find("a{"), kNoKeyword);
  table.intern("\xc4");
  EXPECT_EQ(table.find("\xe4"), kNoKeyword);
}

TEST(Keywords, ManyWordsKeepTheirNumbers) {
  KeywordTable table;
  std::vector<KeywordId> ids;
  for (int i = 0; i < 10'000; ++i) ids.push_back(table.intern("word-" + std::to_string(i)));
  EXPECT_EQ(std::set<KeywordId>(ids.begin(), ids.end()).size(), ids.size());
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_EQ(table.find("WORD-" + std::to_string(i)), ids[static_cast<std::size_t>(i)]);
  }
  EXPECT_EQ(table.find("word-10000"), kNoKeyword);
}

TEST(Keywords, WordsThatDoNotFitAreNeverFound) {
  KeywordTable table;
  for (std::size_t i = 0; i < KeywordTable::kMaxWords; ++i) table.intern(std::to_string(i));
  EXPECT_EQ(table.intern("one-more"), KeywordTable::kFull);
  EXPECT_EQ(table.find("one-more"), kNoKeyword);
  EXPECT_EQ(table.intern("0"), 1U);
  EXPECT_EQ(table.size(), KeywordTable::kMaxWords);
}

TEST(Keywords, LabelFillsInTokensAndReturnsTheirSet) {
  KeywordTable table;
  const KeywordId ip = table.intern("ip");
  const KeywordId address = table.intern("address");
  TokenBuffer buffer;
  const auto tokens = split("IP address 10.0.0.1", buffer);
  EXPECT_EQ(table.label(tokens), keyword_bit(ip) | keyword_bit(address));
  EXPECT_EQ(tokens[0].keyword_id, ip);
  EXPECT_EQ(tokens[1].keyword_id, address);
  EXPECT_EQ(tokens[2].keyword_id, kNoKeyword);
}

}  // namespace
}  // namespace holdfast::vrp
