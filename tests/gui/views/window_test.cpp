// The window as a user meets it, without a screen.

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>

#include "app/gui/topology/map_view.h"
#include "app/gui/topology/node_item.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/file_commands.h"
#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/search_box.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::hub_links;
using test::settle;
using test::wait_until;

std::vector<std::string> sample_networks() {
  namespace fs = std::filesystem;
  std::set<std::string> found;
  const fs::path samples = fs::path(HOLDFAST_SOURCE_DIR) / "samples";
  for (const fs::directory_entry& family : fs::directory_iterator(samples)) {
    if (!family.is_directory()) continue;
    for (const fs::directory_entry& network : fs::directory_iterator(family)) {
      if (network.is_directory()) found.insert(fs::relative(network, samples).string());
    }
  }
  return {found.begin(), found.end()};
}

class Window {
 public:
  Window() {
    window.resize(1280, 800);
    window.show();
  }

  bool open(const QString& folder) {
    window.open({folder});
    return wait_until([this, folder] {
      return window.workspace().folder() == folder && window.workspace().findings() != nullptr &&
             !window.what_if().outcomes().empty() && !window.map().is_arranging();
    });
  }
  bool open_sample(const std::string& name) {
    return open(
        QString::fromStdString((std::filesystem::path(HOLDFAST_SOURCE_DIR) / "samples" / name).string()));
  }
  const session::Study& study() { return *window.workspace().study(); }

  MainWindow window;
};

class EverySample : public testing::TestWithParam<std::string> {};

TEST_P(EverySample, OpensShowsFailsAndUndoes) {
  Window it;
  ASSERT_TRUE(it.open_sample(GetParam()));
  const auto& nodes = it.window.map().view().map().nodes();
  EXPECT_EQ(nodes.size(), it.study().network().devices.size());
  for (const NodeItem* a : nodes) {
    EXPECT_TRUE(
        it.window.map().view().viewport()->rect().contains(it.window.map().view().mapFromScene(a->pos())));
    const QRectF place = a->sceneBoundingRect().adjusted(9, 9, -9, -9);
    for (const NodeItem* b : nodes) {
      if (a == b) continue;
      EXPECT_FALSE(place.intersects(b->sceneBoundingRect().adjusted(9, 9, -9, -9)));
    }
  }
  it.window.actions().next_problem->trigger();
  it.window.selection().select_link(0);
  EXPECT_FALSE(it.window.selection().lines().empty());
  it.window.actions().fail->trigger();
  EXPECT_EQ(it.window.what_if().failed().size(), 1U);
  ASSERT_TRUE(
      wait_until([&] { return it.window.what_if().impact().failed == it.window.what_if().failed(); }));
  it.window.actions().undo->trigger();
  EXPECT_TRUE(it.window.what_if().failed().empty());
  settle(10);
}

INSTANTIATE_TEST_SUITE_P(Samples, EverySample, testing::ValuesIn(sample_networks()), [](const auto& sample) {
  std::string name = sample.param;
  std::ranges::replace_if(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(MainWindow, AFindingShowsItsLinesOnBothDevices) {
  Window it;
  ASSERT_TRUE(it.open_sample("hvpls-track-hub-pw/broken-no-track-hub-pw"));
  it.window.actions().next_problem->trigger();
  ASSERT_NE(it.window.selection().finding(), nullptr);
  EXPECT_EQ(it.window.findChild<ConfigPanes*>()->shown_panes(), 2);
  EXPECT_TRUE(it.window.bottom().problems().copied().startsWith("error[VS002]"));
}

TEST(MainWindow, ExportsTheMap) {
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

TEST(MainWindow, DraggedPlacesSurviveReadingAgain) {
  QTemporaryDir folder;
  namespace fs = std::filesystem;
  fs::copy(fs::path(HOLDFAST_SOURCE_DIR) / "samples/secondary-vpws/good", folder.path().toStdString(),
           fs::copy_options::recursive);
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  MapScene& scene = it.window.map().view().map();
  const Positions before = scene.positions();
  Positions after = before;
  after[2] += QPointF(60, -40);
  emit scene.moved(before, after);
  EXPECT_EQ(scene.positions(), after);
  const StudyPtr old = it.window.workspace().study();
  it.window.actions().reload->trigger();
  ASSERT_TRUE(wait_until([&] { return it.window.workspace().study() != old; }));
  ASSERT_TRUE(wait_until(
      [&] { return it.window.workspace().findings() != nullptr && !it.window.map().is_arranging(); }));
  settle();
  EXPECT_LT(QLineF(scene.positions()[2], after[2]).length(), 1.5);
  it.window.actions().restore_all->trigger();
}

TEST(MainWindow, ReadsAgainWhenAFileChanges) {
  QTemporaryDir folder;
  namespace fs = std::filesystem;
  fs::copy(fs::path(HOLDFAST_SOURCE_DIR) / "samples/secondary-vpws/good", folder.path().toStdString(),
           fs::copy_options::recursive);
  Window it;
  ASSERT_TRUE(it.open(folder.path()));
  ASSERT_TRUE(it.window.workspace().findings()->findings.empty());
  QFile broken(QStringLiteral(HOLDFAST_SOURCE_DIR "/samples/secondary-vpws/broken-control-word/PE1.cfg"));
  ASSERT_TRUE(broken.open(QIODevice::ReadOnly));
  QFile file(folder.filePath("PE1.cfg"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(broken.readAll());
  file.close();
  EXPECT_TRUE(wait_until([&] {
    return it.window.workspace().findings() != nullptr && !it.window.workspace().findings()->findings.empty();
  }));
}

TEST(MainWindow, GoesToWhatIsFound) {
  Window it;
  ASSERT_TRUE(it.open_sample("secondary-vpws/good"));
  const SearchIndex index(it.window.workspace().study());
  emit it.window.search().chosen(index.find("pe3").front());
  ASSERT_EQ(it.window.selection().devices().size(), 1U);
  EXPECT_EQ(it.study().map().nodes[it.window.selection().devices().front().index].name, "PE3");
  emit it.window.search().chosen(index.find("vpws:").front());
  EXPECT_EQ(it.window.selection().service(), std::optional<std::size_t>(0));
}

TEST(MainWindow, KeysWalkFailAndUndo) {
  Window it;
  ASSERT_TRUE(it.open_sample("secondary-vpws/good"));
  MapView& view = it.window.map().view();
  const auto press = [&](QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(widget, static_cast<Qt::Key>(key), modifiers);
  };
  press(&view, Qt::Key_Right);
  ASSERT_EQ(it.window.selection().devices().size(), 1U);
  EXPECT_EQ(it.study().map().nodes[it.window.selection().devices().front().index].name, "CE1");
  press(&view, Qt::Key_Right);
  ASSERT_EQ(it.window.selection().devices().size(), 1U);
  EXPECT_EQ(it.study().map().nodes[it.window.selection().devices().front().index].name, "PE1");
  press(&it.window, Qt::Key_F);
  EXPECT_EQ(it.window.what_if().failed(), FailureSet{it.study().element_named("node:PE1")});
  press(&it.window, Qt::Key_R);
  EXPECT_TRUE(it.window.what_if().failed().empty());
  press(&it.window, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(it.window.what_if().failed().size(), 1U);
  press(&it.window, Qt::Key_3);
  EXPECT_EQ(it.window.map().layer(), MapLayer::Igp);
}

TEST(MainWindow, AnEmptyFolderIsAMessage) {
  QTemporaryDir folder;
  Window it;
  it.window.open({folder.path()});
  ASSERT_TRUE(wait_until([&] { return it.window.workspace().findings() != nullptr; }));
  EXPECT_GT(it.window.workspace().messages().errors(), 0);
  it.window.actions().fail->trigger();
  it.window.actions().split->setChecked(true);
  settle();
}

}  // namespace
}  // namespace holdfast::gui
