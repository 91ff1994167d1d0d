#include "model/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace holdfast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Span at(std::uint32_t line) {
  return {FileId{0}, line, 1, 5};
}

TEST(Outline, NamesTheViewsAroundALineOutermostFirst) {
  Outline outline;
  outline.enter(1, {});
  outline.enter(3, at(2));
  outline.enter(4, at(2));
  outline.enter(5, at(4));
  outline.enter(7, at(2));
  outline.enter(9, {});
  EXPECT_THAT(outline.views_around(2), IsEmpty());
  EXPECT_THAT(outline.views_around(4), ElementsAre(at(2)));
  EXPECT_THAT(outline.views_around(6), ElementsAre(at(2), at(4)));
  EXPECT_THAT(outline.views_around(8), ElementsAre(at(2)));
  EXPECT_THAT(outline.views_around(9), IsEmpty());
  EXPECT_THAT(outline.views_around(1000), IsEmpty());
}

TEST(Outline, HasNoViewBeforeTheFirst) {
  EXPECT_THAT(Outline().views_around(1), IsEmpty());
  Outline outline;
  outline.enter(10, at(9));
  EXPECT_THAT(outline.views_around(9), IsEmpty());
}

}  // namespace
}  // namespace holdfast
