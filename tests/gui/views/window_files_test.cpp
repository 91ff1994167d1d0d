// What is opened, dropped, remembered, read again, written.

#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <gtest/gtest.h>

#include "app/gui/topology/position_file.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/file_commands.h"
#include "app/gui/views/welcome.h"
#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::sample_folder;
using test::SampleCopy;
using test::settle;
using test::wait_until;
using test::Window;

TEST(WindowFiles, ExportsTheMap) {
  Window it;
  ASSERT_TRUE(it.open_sample("secondary-vpws/good"));
  QTemporaryDir folder;
  const QHash<QString, QByteArray> beginnings = {
      {"map.png", "\x89PNG"}, {"map.svg", "<?xml"}, {"map.pdf", "%PDF"}};
  for (auto wanted = beginnings.begin(); wanted != beginnings.end(); ++wanted) {
    it.window.files().export_map(folder.filePath(wanted.key()));
    QFile file(folder.filePath(wanted.key()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << wanted.key().toStdString();
    EXPECT_TRUE(file.readAll().startsWith(wanted.value())) << wanted.key().toStdString();
  }
  EXPECT_EQ(it.window.workspace().messages().errors(), 0);
  it.window.files().export_map("/nowhere/at/all.png");
  EXPECT_EQ(it.window.workspace().messages().errors(), 1);
}

TEST(WindowFiles, ADraggedDeviceStaysThereWhenReadAgainAndWhenOpenedAgain) {
  const SampleCopy folder("secondary-vpws/good");
  Positions after;
  {
    Window it;
    ASSERT_TRUE(it.open(folder.path()));
    MapScene& scene = it.map().map();
    const Positions before = scene.positions();
    after = before;
    after[2] += QPointF(60, -40);
    emit scene.moved(before, after);
    EXPECT_EQ(scene.positions(), after);
    it.window.actions().undo->trigger();
    EXPECT_EQ(scene.positions(), before);
    EXPECT_TRUE(read_positions(folder.path()).empty());
    it.window.actions().redo->trigger();
    ASSERT_TRUE(it.anew([&] { it.window.actions().reload->trigger(); }));
    EXPECT_LT(QLineF(scene.positions()[2], after[2]).length(), 1.5);
  }
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  EXPECT_LT(QLineF(it.map().map().positions()[2], after[2]).length(), 1.5);
}

TEST(WindowFiles, LayoutsComeAndGo) {
  const SampleCopy folder("secondary-vpws/good");
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  Actions& actions = it.window.actions();
  MapScene& scene = it.map().map();
  const Positions tiers = scene.positions();
  const auto arranged = [&] { return !it.window.map().is_arranging(); };
  actions.force->trigger();
  ASSERT_TRUE(wait_until(arranged));
  const Positions force = scene.positions();
  EXPECT_NE(force, tiers);
  Positions dragged = force;
  dragged[0] += QPointF(500, 0);
  emit scene.moved(force, dragged);
  actions.tiers->trigger();
  ASSERT_TRUE(wait_until(arranged));
  EXPECT_EQ(scene.positions(), tiers);
  actions.by_hand->trigger();
  ASSERT_TRUE(wait_until(arranged));
  EXPECT_LT(QLineF(scene.positions()[0], dragged[0]).length(), 1.5);
  EXPECT_EQ(scene.positions()[1], dragged[1]);
  actions.undo->trigger();
  EXPECT_EQ(scene.positions(), tiers);
}

TEST(WindowFiles, ReadsAgainWhenAFileChanges) {
  const SampleCopy folder("secondary-vpws/good");
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  ASSERT_TRUE(it.window.workspace().findings()->findings.empty());
  ASSERT_TRUE(QFile::remove(folder.file("PE1.cfg")));
  ASSERT_TRUE(
      QFile::copy(sample_folder("secondary-vpws/broken-control-word") + "/PE1.cfg", folder.file("PE1.cfg")));
  EXPECT_TRUE(wait_until([&] {
    return it.window.workspace().findings() != nullptr && !it.window.workspace().findings()->findings.empty();
  }));
}

TEST(WindowFiles, AFolderDroppedOnTheMapIsOpened) {
  Window it;
  ASSERT_TRUE(it.open_sample("secondary-vpws/good"));
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(sample_folder("hvpls-track-hub-pw/good"))});
  QDragEnterEvent enter({300, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
  QCoreApplication::sendEvent(it.map().viewport(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  ASSERT_TRUE(it.anew([&] {
    QDropEvent drop({300, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(it.map().viewport(), &drop);
  }));
  EXPECT_EQ(it.study().map().nodes.size(), 8U);
}

TEST(WindowFiles, RemembersFolders) {
  Window it;
  ASSERT_TRUE(it.open_sample("secondary-vpws/good"));
  ASSERT_TRUE(it.open_sample("secondary-vpws/good-ppp"));
  QMenu menu;
  it.window.files().fill_recent(menu);
  ASSERT_GE(menu.actions().size(), 2);
  EXPECT_EQ(menu.actions()[0]->text(), sample_folder("secondary-vpws/good-ppp"));
  EXPECT_EQ(menu.actions()[1]->text(), sample_folder("secondary-vpws/good"));
  ASSERT_TRUE(it.anew([&] { menu.actions()[1]->trigger(); }));
  EXPECT_EQ(it.window.workspace().folder(), sample_folder("secondary-vpws/good"));
}

TEST(WindowFiles, StartsAsItWasLeft) {
  {
    Window it;
    it.window.restore_state();
    it.window.resize(1111, 777);
    it.window.actions().dark->setChecked(true);
    it.window.actions().left->setChecked(false);
    it.window.close();
  }
  Window it;
  it.window.restore_state();
  EXPECT_EQ(it.window.size(), QSize(1111, 777));
  EXPECT_TRUE(it.window.look().is_dark());
  EXPECT_FALSE(it.window.actions().left->isChecked());
  EXPECT_TRUE(it.window.actions().bottom->isChecked());
  it.window.actions().dark->setChecked(false);
  it.window.actions().left->setChecked(true);
  it.window.close();
}

TEST(WindowFiles, AnErrorIsShownInItsList) {
  const QTemporaryDir folder;
  Window it;
  it.window.actions().bottom->setChecked(false);
  it.window.open({folder.path()});
  ASSERT_TRUE(wait_until([&] { return it.window.workspace().findings() != nullptr; }));
  EXPECT_EQ(it.window.workspace().messages().errors(), 1);
  EXPECT_EQ(it.window.bottom().currentIndex(), BottomTabs::Messages);
  EXPECT_TRUE(it.window.bottom().isVisible());
  EXPECT_TRUE(it.window.findChild<Welcome*>()->isVisible());
  // Nothing that can be done with an empty network does harm.
  for (QAction* action : {it.window.actions().fail, it.window.actions().split, it.window.actions().tiers,
                          it.window.actions().next_problem, it.window.actions().find_failures})
    action->trigger();
  settle();
}

}  // namespace
}  // namespace holdfast::gui
