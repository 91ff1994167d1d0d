#include "app/gui/models/selection.h"

#include <gtest/gtest.h>

#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

using test::study_of;

class SelectionTest : public testing::Test {
 protected:
  void SetUp() override { selection.set_study(study_of("secondary-vpws/good")); }
  static DeviceId device(std::size_t index) { return DeviceId(index); }

  Selection selection;
};

TEST_F(SelectionTest, SeveralElementsAreDevicesOrLinks) {
  selection.select_elements({device(0), device(1)}, {});
  EXPECT_EQ(selection.kind(), Selection::Kind::Device);
  selection.select_elements({}, {0, 1});
  EXPECT_EQ(selection.kind(), Selection::Kind::Link);
  selection.select_elements({device(0)}, {1});
  EXPECT_EQ(selection.kind(), Selection::Kind::Device);
  EXPECT_EQ(selection.elements().size(), 2U);
}

TEST_F(SelectionTest, WhatIsKeptComesBack) {
  selection.select_service(0);
  selection.select_link(1);
  const auto lines = selection.lines();
  const Selection::Kept kept = selection.kept();
  selection.drop_service();
  selection.select_device(device(2));
  selection.take(kept);
  EXPECT_EQ(selection.kind(), Selection::Kind::Link);
  EXPECT_EQ(selection.links(), std::vector<std::size_t>{1});
  EXPECT_EQ(selection.service(), std::optional<std::size_t>(0));
  EXPECT_EQ(selection.lines().size(), lines.size());
}

}  // namespace
}  // namespace holdfast::gui
