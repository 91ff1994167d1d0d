// Candidate links in the window: drawn on the map, judged, compared, dropped.

#include <QTest>
#include <QTreeView>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/gui/topology/node_item.h"
#include "app/gui/topology/strand_item.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/candidate_panel.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/config_view.h"
#include "app/gui/views/rows_panel.h"
#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::wait_until;
using test::Window;

class WindowCandidates : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(it.open_sample("secondary-vpws/good")); }

  void draw(const std::string& a, const std::string& b) {
    it.window.selection().select_elements({it.device(a), it.device(b)}, {});
    it.window.actions().draw_link->trigger();
    ASSERT_TRUE(judged());
  }
  bool judged() {
    return wait_until(
        [this] { return !it.window.candidates().is_judging() && it.window.candidates().shown() != nullptr; });
  }
  QPoint place(const std::string& device) {
    return it.map().mapFromScene(it.map().map().nodes()[it.device(device).index]->pos());
  }
  void click(const std::string& device) {
    QTest::mouseClick(it.map().viewport(), Qt::LeftButton, {}, place(device));
  }
  qsizetype drawn() {
    return std::ranges::count_if(it.map().map().strands(), [](const StrandItem* strand) {
      return strand->kind() == StrandKind::Candidate;
    });
  }
  std::string in_configurations() {
    std::string text;
    for (ConfigView* view : it.window.config().findChildren<ConfigView*>()) {
      if (view->isVisible()) text += view->toPlainText().toStdString();
    }
    return text;
  }

  Window it;
};

TEST_F(WindowCandidates, BetweenTheTwoSelectedDevices) {
  draw("PE1", "PE2");
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Links);
  EXPECT_EQ(drawn(), 1);
  EXPECT_TRUE(it.map().map().nodes()[it.device("PE1").index]->is_changed());
  EXPECT_EQ(it.window.config().shown_panes(), 2);
  const session::CandidateLink& link = it.window.candidates().shown()->judged->link;
  EXPECT_THAT(in_configurations(), testing::HasSubstr("interface " + link.ends[0].interface + "\n"));
  EXPECT_THAT(in_configurations(), testing::HasSubstr(" description to PE1\n"));
}

TEST_F(WindowCandidates, ByTwoClicksOnTheMap) {
  QTest::keyClick(&it.window, Qt::Key_N);
  EXPECT_TRUE(it.map().is_drawing());
  click("PE2");
  EXPECT_TRUE(it.map().is_drawing());
  click("PE3");
  EXPECT_FALSE(it.map().is_drawing());
  ASSERT_TRUE(judged());
  EXPECT_EQ(drawn(), 1);
}

TEST_F(WindowCandidates, ByADragOnTheMap) {
  it.window.actions().draw_link->trigger();
  QTest::mousePress(it.map().viewport(), Qt::LeftButton, {}, place("PE2"));
  QTest::mouseMove(it.map().viewport(), place("PE1"));
  QTest::mouseRelease(it.map().viewport(), Qt::LeftButton, {}, place("PE1"));
  EXPECT_FALSE(it.map().is_drawing());
  ASSERT_TRUE(judged());
}

TEST_F(WindowCandidates, EscapeDrawsNone) {
  it.window.actions().draw_link->trigger();
  click("PE2");
  it.window.actions().clear->trigger();
  EXPECT_FALSE(it.map().is_drawing());
  click("PE3");
  EXPECT_TRUE(it.window.candidates().all().empty());
  EXPECT_EQ(it.window.selection().devices(), std::vector{it.device("PE3")});
}

TEST_F(WindowCandidates, SeveralAreComparedAndDropped) {
  draw("PE1", "PE2");
  draw("PE2", "PE3");
  EXPECT_EQ(drawn(), 2);
  QTreeView& list = *it.window.bottom().candidates().list().list();
  ASSERT_EQ(list.model()->rowCount(), 2);
  EXPECT_THAT(in_configurations(), testing::HasSubstr("description to PE3"));
  list.setCurrentIndex(list.model()->index(0, 0));
  EXPECT_EQ(it.window.candidates().current(), 0U);
  it.window.actions().drop_link->trigger();
  EXPECT_EQ(drawn(), 1);
  EXPECT_EQ(list.model()->rowCount(), 1);
  it.window.actions().leave->trigger();
  EXPECT_EQ(drawn(), 0);
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Problems);
  EXPECT_FALSE(it.window.actions().wide->isChecked());
}

TEST_F(WindowCandidates, OneThatCannotBeIsToldInTheMessages) {
  it.window.selection().select_elements({it.device("CE1"), it.device("PE2")}, {});
  it.window.actions().draw_link->trigger();
  ASSERT_TRUE(wait_until([this] { return it.window.workspace().messages().errors() == 1; }));
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Messages);
  EXPECT_EQ(drawn(), 0);
}

TEST_F(WindowCandidates, OfTwoPreviewsThatWhoseListIsLookedAtIsShown) {
  ASSERT_TRUE(it.open_sample("secondary-vpws/broken-vc-id"));
  draw("PE1", "PE2");
  it.window.actions().mend_all->trigger();
  ASSERT_TRUE(wait_until([this] { return it.window.repair().result() != nullptr; }));
  EXPECT_EQ(drawn(), 0);
  it.window.bottom().show_tab(BottomTabs::Links);
  EXPECT_EQ(drawn(), 1);
  it.window.actions().leave->trigger();
  EXPECT_EQ(drawn(), 0);
  EXPECT_TRUE(it.map().map().nodes()[it.device("PE3").index]->is_changed());
  it.window.actions().leave->trigger();
  EXPECT_FALSE(it.map().map().nodes()[it.device("PE3").index]->is_changed());
}

TEST_F(WindowCandidates, ReadingAgainEndsThem) {
  draw("PE1", "PE2");
  it.window.actions().draw_link->trigger();
  ASSERT_TRUE(it.anew([&] { it.window.actions().reload->trigger(); }));
  EXPECT_TRUE(it.window.candidates().all().empty());
  EXPECT_FALSE(it.map().is_drawing());
  EXPECT_EQ(drawn(), 0);
}

}  // namespace
}  // namespace holdfast::gui
