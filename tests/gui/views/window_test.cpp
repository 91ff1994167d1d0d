// Every sample in the window; problems, their lines and their text.

#include "tests/gui/support/window.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>

#include "app/gui/topology/node_item.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/search_box.h"

namespace holdfast::gui {
namespace {

using test::settle;
using test::wait_until;
using test::Window;

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
  QApplication::clipboard()->clear();
  it.window.actions().copy_finding->trigger();
  EXPECT_TRUE(QApplication::clipboard()->text().startsWith("error[VS002]"));
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

}  // namespace
}  // namespace holdfast::gui
