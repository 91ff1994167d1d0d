// Failures in the window: chosen, searched for, replayed, told on the map and in the lists.

#include <QFile>
#include <QTest>
#include <QTreeView>
#include <gtest/gtest.h>

#include "app/gui/topology/node_item.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/element_menu.h"
#include "app/gui/views/failure_panels.h"
#include "app/gui/views/file_commands.h"
#include "app/gui/views/rows_panel.h"
#include "app/gui/views/story_panels.h"
#include "app/session/whatif.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::hub_links;
using test::SampleCopy;
using test::wait_until;
using test::Window;

constexpr const char* kBroken = "hvpls-track-hub-pw/broken-no-track-hub-pw";

TEST(WindowFailures, SearchFindsAndARowReplays) {
  Window it;
  ASSERT_TRUE(it.open_sample(kBroken));
  it.window.actions().find_failures->trigger();
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Search);
  EXPECT_TRUE(it.window.failures().is_running());
  ASSERT_TRUE(wait_until([&] { return it.window.failures().result() != nullptr; }));
  QTreeView& found = *static_cast<RowsPanel*>(it.window.bottom().failures().search())->list();
  ASSERT_GT(found.model()->rowCount(), 0);
  found.setCurrentIndex(found.model()->index(0, 0));
  EXPECT_EQ(it.window.what_if().failed().size(), 2U);
  ASSERT_TRUE(it.answered());
  ASSERT_TRUE(it.window.selection().service().has_value());
  EXPECT_EQ(it.window.what_if().account()->change.after, Outcome::LostAvoidable);
  it.window.actions().undo->trigger();
  EXPECT_TRUE(it.window.what_if().failed().empty());

  QTreeView& weakest = *static_cast<RowsPanel*>(it.window.bottom().failures().weakest())->list();
  ASSERT_GT(weakest.model()->rowCount(), 0);
  weakest.setCurrentIndex(weakest.model()->index(0, 0));
  EXPECT_EQ(it.window.what_if().failed().size(), 1U);
}

TEST(WindowFailures, ASearchTellsItsProgressAndCanBeCancelled) {
  Window it;
  ASSERT_TRUE(it.open_sample(kBroken));
  int told = 0;
  QObject::connect(&it.window.failures(), &FailureSearch::progressed, [&] { ++told; });
  it.window.actions().find_failures->trigger();
  ASSERT_TRUE(wait_until([&] { return it.window.failures().result() != nullptr; }));
  EXPECT_GT(told, 0);
  it.window.failures().set_study(it.window.workspace().study());
  it.window.failures().start(4);
  it.window.actions().find_failures->trigger();
  EXPECT_FALSE(it.window.failures().is_running());
  test::settle(100);
  EXPECT_EQ(it.window.failures().result(), nullptr);
}

TEST(WindowFailures, TheStoryTheTraceTheMapAndTheLinesAreLinked) {
  Window it;
  ASSERT_TRUE(it.open_sample(kBroken));
  it.window.what_if().fail(hub_links(it.study()));
  ASSERT_TRUE(it.answered());
  const NodeItem& spe1 = *it.map().map().nodes()[it.device("SPE1").index];
  EXPECT_EQ(badge_of(spe1.state()), Badge::DeadEnd);

  // From a step of the story to its line.
  it.window.actions().replay->trigger();
  it.window.actions().replay->trigger();
  QTreeView& story = *static_cast<RowsPanel*>(it.window.bottom().stories().timeline())->list();
  story.setCurrentIndex(story.indexBelow(story.model()->index(0, 0)));
  ASSERT_EQ(it.window.selection().lines().size(), 1U);
  const rules::Evidence line = it.window.selection().lines().front();
  EXPECT_TRUE(line.where.known());
  // And back from a line.
  story.selectionModel()->clear();
  it.window.bottom().stories().point_at(line.device, line.where.line);
  EXPECT_EQ(story.selectionModel()->selectedRows().size(), 1);
  // From a device on the map to its hop.
  QTreeView& trace = *static_cast<RowsPanel*>(it.window.bottom().stories().trace())->list();
  it.window.selection().select_device(it.device("UPE1"));
  ASSERT_EQ(trace.selectionModel()->selectedRows().size(), 1);
  EXPECT_EQ(trace.selectionModel()->selectedRows(1).front().data().toString(), "UPE1");
}

TEST(WindowFailures, TheStoryIsReplayedStepByStep) {
  Window it;
  ASSERT_TRUE(it.open_sample(kBroken));
  it.window.what_if().fail(hub_links(it.study()));
  ASSERT_TRUE(it.answered());
  QTreeView& story = *static_cast<RowsPanel*>(it.window.bottom().stories().timeline())->list();
  it.window.actions().replay->trigger();
  const QModelIndex first = story.currentIndex();
  EXPECT_TRUE(first.isValid());
  EXPECT_TRUE(wait_until([&] { return story.currentIndex() != first; }));
  it.window.actions().replay->trigger();
}

TEST(WindowFailures, BoardsAndGroupsFailFromTheMenu) {
  const SampleCopy folder("hvpls-track-hub-pw/good");
  QFile settings(folder.file("holdfast.yaml"));
  ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
  settings.write(
      "groups:\n  duct-7: [\"link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0\", "
      "\"link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0\"]\n");
  settings.close();
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  EXPECT_EQ(it.window.workspace().messages().errors(), 0);
  it.window.selection().select_device(it.device("SPE1"));
  ElementMenu menu(it.window.selection(), it.window.what_if(), it.window.actions(), &it.window);
  const auto fail = [&](const QString& name) {
    for (QMenu* part : menu.findChildren<QMenu*>()) {
      for (QAction* action : part->actions()) {
        if (action->text() == name) return action->setChecked(true);
      }
    }
    ADD_FAILURE() << name.toStdString();
  };
  fail("group duct-7");
  fail("SPE1 board 1/0");
  EXPECT_EQ(it.window.what_if().failed().size(), 2U);
  EXPECT_TRUE(it.map().map().nodes()[it.device("SPE1").index]->state().partly);
  ASSERT_TRUE(it.answered());
  EXPECT_FALSE(it.window.what_if().impact().services.empty());
}

TEST(WindowFailures, BeforeAndAfterStandBesideEachOther) {
  Window it;
  ASSERT_TRUE(it.open_sample("independent-pw-redundancy/good"));
  it.window.actions().split->setChecked(true);
  it.window.what_if().fail({it.study().element_named("node:PE2")});
  ASSERT_TRUE(it.answered());
  QList<MapView*> views = it.window.map().findChildren<MapView*>();
  ASSERT_EQ(views.size(), 2);
  views.removeOne(&it.map());
  const MapView& before = *views.front();
  const std::size_t pe2 = it.device("PE2").index;
  EXPECT_TRUE(before.isVisible());
  EXPECT_FALSE(before.map().nodes()[pe2]->state().failed);
  EXPECT_TRUE(it.map().map().nodes()[pe2]->state().failed);
  EXPECT_NEAR(before.zoom(), it.map().zoom(), 1e-6);
  it.map().zoom_by(2);
  EXPECT_NEAR(before.zoom(), it.map().zoom(), 1e-6);
  it.window.actions().split->setChecked(false);
  EXPECT_FALSE(before.isVisible());
}

TEST(WindowFailures, AScenarioThatWasSavedRunsAndComesBack) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("scenario.yaml");
  Window it;
  ASSERT_TRUE(it.open_sample(kBroken));
  const FailureSet failed = hub_links(it.study());
  it.window.what_if().fail(failed);
  ASSERT_TRUE(it.answered());
  EXPECT_TRUE(it.window.files().save_scenario(path));
  session::WhatIfOptions options;
  options.scenario = path.toStdString();
  const session::WhatIfResult result = session::what_if(it.study().snapshot(), options);
  EXPECT_TRUE(result.problems.empty());
  EXPECT_TRUE(result.unmet.empty());
  it.window.actions().restore_all->trigger();
  EXPECT_EQ(it.window.what_if().take_scenario(path), QString());
  EXPECT_EQ(it.window.what_if().failed(), failed);
  EXPECT_FALSE(it.window.files().save_scenario("/nowhere/at/all.yaml"));
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Messages);
}

}  // namespace
}  // namespace holdfast::gui
