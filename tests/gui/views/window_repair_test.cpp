// A repair in the window: previewed on the map and in the configurations, kept, left.

#include <QFile>
#include <QTreeView>
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/gui/topology/node_item.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/config_view.h"
#include "app/gui/views/file_commands.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/repair_panel.h"
#include "app/gui/views/rows_panel.h"
#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::SampleCopy;
using test::wait_until;
using test::Window;
using testing::HasSubstr;

class WindowRepair : public testing::Test {
 protected:
  void mend(QAction* action) {
    action->trigger();
    ASSERT_TRUE(wait_until([this] { return it.window.repair().result() != nullptr; }));
  }
  QList<ConfigView*> panes() {  // from left to right
    QList<ConfigView*> shown;
    for (ConfigView* view : it.window.config().findChildren<ConfigView*>()) {
      if (view->isVisible()) shown.append(view);
    }
    std::ranges::sort(shown, {},
                      [this](const ConfigView* view) { return view->mapTo(&it.window, QPoint()).x(); });
    return shown;
  }
  bool is_changed(const std::string& device) {
    return it.map().map().nodes()[it.device(device).index]->is_changed();
  }
  std::string text_of(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll().toStdString();
  }

  Window it;
};

TEST_F(WindowRepair, IsPreviewedOnTheMapAndInTheConfigurations) {
  ASSERT_TRUE(it.open_sample("secondary-vpws/broken-vc-id"));
  mend(it.window.actions().mend_all);
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Repair);
  EXPECT_TRUE(is_changed("PE3"));
  EXPECT_FALSE(is_changed("PE1"));
  EXPECT_EQ(
      it.window.bottom().repair().said(),
      "1 of 1 finding mended; 1 device to change; proven: the changed configurations were read and "
      "checked again: no findings; proven to be the least disruptive choice among 4 changes thought of");
  ASSERT_EQ(panes().size(), 2);
  EXPECT_EQ(panes()[0]->device(), it.device("PE3"));
  EXPECT_EQ(panes()[1]->device(), it.device("PE3"));
  EXPECT_TRUE(panes()[0]->toPlainText().contains("mpls l2vc 10.255.3.1 3031 control-word tagged"));
  EXPECT_TRUE(panes()[1]->toPlainText().contains("mpls l2vc 10.255.3.1 3013 control-word tagged"));
  EXPECT_EQ(panes()[0]->blockCount(), panes()[1]->blockCount());
  EXPECT_FALSE(panes()[1]->extraSelections().isEmpty());

  // A device that stays as it is, is shown as ever.
  it.window.selection().select_device(it.device("PE1"));
  ASSERT_EQ(panes().size(), 1);
  EXPECT_EQ(panes()[0]->device(), it.device("PE1"));
  EXPECT_TRUE(panes()[0]->extraSelections().size() <= 1);
  QTreeView& changes = *it.window.bottom().repair().changes().list();
  changes.setCurrentIndex(changes.model()->index(0, 0));
  EXPECT_EQ(panes().size(), 2);
}

TEST_F(WindowRepair, LeavingItShowsWhatWasShownBefore) {
  ASSERT_TRUE(it.open_sample("secondary-vpws/broken-vc-id"));
  it.window.bottom().show_tab(BottomTabs::Coverage);
  it.window.selection().select_device(it.device("PE1"));
  const double zoom = it.map().zoom();
  mend(it.window.actions().mend_all);
  EXPECT_TRUE(it.window.actions().wide->isChecked());
  it.window.actions().leave->trigger();
  EXPECT_EQ(it.window.repair().result(), nullptr);
  EXPECT_FALSE(is_changed("PE3"));
  EXPECT_FALSE(it.window.actions().wide->isChecked());
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Coverage);
  EXPECT_FALSE(it.window.bottom().isTabVisible(BottomTabs::Repair));
  EXPECT_EQ(it.window.selection().devices(), std::vector{it.device("PE1")});
  test::settle();
  EXPECT_DOUBLE_EQ(it.map().zoom(), zoom);
  ASSERT_EQ(panes().size(), 1);
  EXPECT_EQ(panes()[0]->device(), it.device("PE1"));
}

TEST_F(WindowRepair, TheCurrentProblemAlone) {
  ASSERT_TRUE(it.open_sample("pw-status-negotiation/broken-addresses"));
  it.window.actions().mend->trigger();
  EXPECT_EQ(it.window.workspace().messages().errors(), 1);  // none is selected
  it.window.actions().next_problem->trigger();
  const std::string wanted = it.window.bottom().problems().current()->fingerprint;
  mend(it.window.actions().mend);
  const session::Repair& repair = *it.window.repair().result();
  ASSERT_EQ(repair.steps.size(), 1U);
  EXPECT_EQ(repair.steps.front().mends.front().fingerprint, wanted);
}

TEST_F(WindowRepair, IsKeptAsTheCommandLineWritesIt) {
  const SampleCopy input("secondary-vpws/broken-vc-id");
  const std::string before = text_of(input.file("PE3.cfg"));
  ASSERT_TRUE(it.open(input.path()));
  mend(it.window.actions().mend_all);
  QTemporaryDir folder;
  const auto save = [&](RepairForm form, const QString& path) {
    return it.window.files().save_repair(*it.window.repair().result(), form, path);
  };
  ASSERT_TRUE(save(RepairForm::Configurations, folder.path()));
  EXPECT_THAT(text_of(folder.filePath("PE3.cfg")), HasSubstr("mpls l2vc 10.255.3.1 3013"));
  ASSERT_TRUE(save(RepairForm::Commands, folder.filePath("commands.txt")));
  EXPECT_THAT(text_of(folder.filePath("commands.txt")), HasSubstr("on PE3:\n"));
  ASSERT_TRUE(save(RepairForm::Rollback, folder.filePath("rollback.txt")));
  EXPECT_THAT(text_of(folder.filePath("rollback.txt")), HasSubstr("mpls l2vc 10.255.3.1 3031"));
  ASSERT_TRUE(save(RepairForm::Diff, folder.filePath("repair.diff")));
  EXPECT_THAT(text_of(folder.filePath("repair.diff")), HasSubstr("\n+ mpls l2vc 10.255.3.1 3013"));

  EXPECT_FALSE(save(RepairForm::Configurations, input.path()));
  EXPECT_EQ(it.window.workspace().messages().errors(), 1);
  EXPECT_EQ(text_of(input.file("PE3.cfg")), before);
}

TEST_F(WindowRepair, ReadingAgainEndsIt) {
  ASSERT_TRUE(it.open_sample("secondary-vpws/broken-vc-id"));
  mend(it.window.actions().mend_all);
  ASSERT_TRUE(it.anew([&] { it.window.actions().reload->trigger(); }));
  EXPECT_EQ(it.window.repair().result(), nullptr);
  EXPECT_FALSE(is_changed("PE3"));
  EXPECT_FALSE(it.window.bottom().isTabVisible(BottomTabs::Repair));
}

TEST_F(WindowRepair, WhatCannotBeMendedIsToldWithoutAChange) {
  ASSERT_TRUE(it.open_sample("independent-pw-redundancy/broken-no-bypass"));
  mend(it.window.actions().mend_all);
  EXPECT_EQ(it.window.bottom().repair().said(), "0 of 1 finding mended");
  EXPECT_FALSE(it.window.actions().wide->isChecked());
  it.window.actions().leave->trigger();
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Problems);
}

}  // namespace
}  // namespace holdfast::gui
