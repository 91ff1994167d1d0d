// What goes when it is not needed any more.

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

#include "tests/gui/support/window.h"

namespace holdfast::gui {
namespace {

using test::wait_until;
using test::Window;

std::size_t threads() {
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

TEST(WindowLifetime, OpeningFoldersOneAfterAnotherLeavesNothingBehind) {
  Window it;
  std::vector<std::weak_ptr<const session::Study>> studies;
  qsizetype widgets = 0;
  qsizetype items = 0;
  for (int i = 0; i < 10; ++i) {
    ASSERT_TRUE(it.open_sample(i % 2 == 0 ? "secondary-vpws/good" : "hvpls-track-hub-pw/good"));
    studies.push_back(it.window.workspace().study());
    it.window.selection().select_device(it.study().map().nodes.front().device);
    it.window.actions().fail->trigger();
    ASSERT_TRUE(it.answered());
    for (QAction* layer : it.window.actions().layers) layer->trigger();
    it.window.actions().layers.front()->trigger();
    if (i == 3) {
      widgets = it.window.findChildren<QWidget*>().size();
      items = it.map().items().size();
    }
  }
  studies.pop_back();
  EXPECT_TRUE(wait_until(
      [&] { return std::ranges::all_of(studies, [](const auto& study) { return study.expired(); }); }));
  EXPECT_EQ(it.window.findChildren<QWidget*>().size(), widgets);
  EXPECT_EQ(it.map().items().size(), items);
}

TEST(WindowLifetime, ClosingDuringWorkEndsTheThreads) {
  std::size_t before = 0;
  for (int i = 0; i < 4; ++i) {
    {
      Window it;
      if (i == 3) {
        it.window.open({test::sample_folder("hvpls-track-hub-pw/good")});  // still being read
      } else {
        ASSERT_TRUE(it.open_sample("hvpls-track-hub-pw/good"));
        it.window.failures().start(4);
        it.window.what_if().fail({it.study().element_named("node:SPE1")});
        it.window.actions().force->trigger();
      }
      EXPECT_GT(threads(), before);
      it.window.close();
    }
    if (i == 0) before = threads();
    EXPECT_EQ(threads(), before);
  }
}

}  // namespace
}  // namespace holdfast::gui
