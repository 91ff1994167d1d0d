#include "app/gui/models/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

using test::study_of;

std::vector<std::string> found(const SearchIndex& index, const QString& text, std::size_t most = 5) {
  std::vector<std::string> result;
  for (const SearchHit& hit : index.find(text, most))
    result.push_back((kind_words(hit.kind) + ": " + hit.text + " (" + hit.detail + ")").toStdString());
  return result;
}

TEST(SearchIndex, FindsEverythingThatHasAName) {
  const SearchIndex index(study_of("hvpls-track-hub-pw/good"));
  EXPECT_EQ(found(index, "upe1").front(), "device: UPE1 (UPE)");
  EXPECT_EQ(found(index, "upe1 ge2/0/0").front(), "interface: GigabitEthernet2/0/0 (UPE1)");
  EXPECT_EQ(found(index, "vpls:metro").front(), "service: vpls:metro100:100 (h-vpls)");
  EXPECT_THAT(found(index, "metro100", 20), testing::Contains("VSI: metro100 (SPE1)"));
  EXPECT_THAT(found(index, "100", 40), testing::Contains("VC ID: 100 (vpls:metro100:100)"));
  EXPECT_EQ(found(index, "vs002").front().substr(0, 11), "rule: VS002");
  EXPECT_EQ(found(index, "10.255.1.11").front(), "address: 10.255.1.11/32 (SPE1 LoopBack0)");
}

TEST(SearchIndex, WantsAllWords) {
  const SearchIndex index(study_of("secondary-vpws/good"));
  EXPECT_TRUE(found(index, "pe1 nowhere").empty());
  EXPECT_TRUE(found(index, " ").empty());
  EXPECT_EQ(found(index, "gigabit", 3).size(), 3U);
}

}  // namespace
}  // namespace holdfast::gui
