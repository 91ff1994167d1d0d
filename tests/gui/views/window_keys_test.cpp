// The window without a mouse.

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <gtest/gtest.h>
#include <set>

#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/inspector.h"
#include "app/gui/views/shortcut_sheet.h"
#include "app/gui/views/tree_panel.h"
#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::Window;

class WindowKeys : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(it.open_sample("secondary-vpws/good")); }

  void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(widget, static_cast<Qt::Key>(key), modifiers);
  }
  std::string selected() {
    std::string names;
    for (const DeviceId device : it.window.selection().devices())
      names += it.study().map().nodes[device.index].name + " ";
    return names;
  }

  Window it;
};

TEST_F(WindowKeys, WalkFailAndUndo) {
  press(&it.map(), Qt::Key_Right);
  EXPECT_EQ(selected(), "CE1 ");
  press(&it.map(), Qt::Key_Right);
  EXPECT_EQ(selected(), "PE1 ");
  press(&it.window, Qt::Key_F);
  EXPECT_EQ(it.window.what_if().failed(), FailureSet{it.study().element_named("node:PE1")});
  press(&it.window, Qt::Key_R);
  EXPECT_TRUE(it.window.what_if().failed().empty());
  press(&it.window, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(it.window.what_if().failed().size(), 1U);
  press(&it.window, Qt::Key_R, Qt::ShiftModifier);
  EXPECT_TRUE(it.window.what_if().failed().empty());
}

TEST_F(WindowKeys, SelectSeveralAndTheirLinks) {
  press(&it.map(), Qt::Key_Right);
  press(&it.map(), Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_EQ(selected(), "CE1 PE1 ");
  press(&it.map(), Qt::Key_Right);
  const std::string at = selected();
  std::set<std::size_t> links;
  for (int i = 0; i < 6; ++i) {
    press(&it.map(), Qt::Key_L);
    ASSERT_EQ(it.window.selection().links().size(), 1U);
    const std::size_t link = it.window.selection().links().front();
    const session::MapLink& there = it.study().map().links[link];
    EXPECT_TRUE(it.study().map().nodes[there.a.device.index].name + " " == at ||
                it.study().map().nodes[there.b.device.index].name + " " == at);
    links.insert(link);
  }
  EXPECT_GE(links.size(), 2U);
}

TEST_F(WindowKeys, MoveDevicesAndTheMap) {
  const Positions before = it.map().map().positions();
  press(&it.map(), Qt::Key_Right);
  press(&it.map(), Qt::Key_Down, Qt::AltModifier);
  EXPECT_EQ(it.map().map().positions()[it.device("CE1").index],
            before[it.device("CE1").index] + QPointF(0, 10));
  press(&it.window, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(it.map().map().positions(), before);
  const QPoint at = it.map().mapFromScene(before[0]);
  press(&it.map(), Qt::Key_Left, Qt::ControlModifier);
  EXPECT_GT(it.map().mapFromScene(before[0]).x(), at.x());
}

TEST_F(WindowKeys, SwitchLayersAndLists) {
  for (int i = 0; i < 5; ++i) {
    press(&it.window, Qt::Key_1 + i);
    EXPECT_EQ(static_cast<int>(it.window.map().layer()), i);
  }
  for (int i = 0; i < 8; ++i) {
    press(&it.window, Qt::Key_1 + i, Qt::AltModifier);
    EXPECT_EQ(it.window.bottom().currentIndex(), i);
    EXPECT_EQ(it.window.bottom().tabText(i).section(u' ', 0, 0),
              it.window.actions().lists[i]->text().section(u' ', 0, 0));
  }
}

TEST_F(WindowKeys, GoAroundThePartsOfTheWindow) {
  it.window.activateWindow();
  it.map().setFocus();
  std::set<QWidget*> met;
  for (int i = 0; i < 5; ++i) {
    press(&it.window, Qt::Key_F6);
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    met.insert(QApplication::focusWidget());
  }
  EXPECT_GE(met.size(), 4U);
  EXPECT_EQ(QApplication::focusWidget(), met.contains(&it.map()) ? QApplication::focusWidget() : nullptr);
}

TEST_F(WindowKeys, TheSheetSaysWhatEachKeyDoes) {
  it.window.actions().undo->setText("Undo Fail PE1");
  const ShortcutSheet sheet(it.window.actions().all(), nullptr);
  QStringList texts;
  for (const QLabel* label : sheet.findChildren<QLabel*>()) {
    EXPECT_FALSE(label->text().isEmpty());
    texts.append(label->text());
  }
  for (const QAction* action : it.window.actions().all()) {
    EXPECT_TRUE(texts.contains(Actions::says(*action)));
    EXPECT_FALSE(action->shortcut().isEmpty()) << Actions::says(*action).toStdString();
  }
  EXPECT_TRUE(texts.contains("Undo"));
}

TEST_F(WindowKeys, NoKeyHasTwoMeanings) {
  std::set<QString> keys;
  for (const QAction* action : it.window.actions().all())
    EXPECT_TRUE(keys.insert(action->shortcut().toString()).second) << action->text().toStdString();
}

}  // namespace
}  // namespace holdfast::gui
