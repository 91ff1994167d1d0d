// Configurations that others wrote: the vendor's own examples, where they are at hand. Each is opened and
// drawn.

#include <QDir>
#include <QPixmap>
#include <filesystem>
#include <gtest/gtest.h>

#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

namespace fs = std::filesystem;

TEST(Corpus, OpensInTheWindow) {
  const fs::path corpus = fs::weakly_canonical(fs::path(HOLDFAST_SHARED) / "corpus" / "ne40e-examples");
  if (!fs::exists(corpus)) GTEST_SKIP() << "the examples are not here";
  MainWindow window;
  window.resize(1280, 800);
  window.show();
  QDir().mkpath(QStringLiteral(HOLDFAST_SHOTS "/corpus"));
  std::size_t opened = 0;
  for (const char* family : {"VPWS", "VPLS"}) {
    for (const fs::directory_entry& network : fs::directory_iterator(corpus / family)) {
      const QString folder = QString::fromStdString(network.path().string());
      window.open({folder});
      ASSERT_TRUE(test::wait_until([&] {
        return window.workspace().folder() == folder && window.workspace().findings() != nullptr &&
               !window.map().is_arranging();
      })) << network.path();
      window.actions().next_problem->trigger();
      test::settle(40);
      EXPECT_TRUE(window.grab().save(QStringLiteral(HOLDFAST_SHOTS "/corpus/%1.png")
                                         .arg(QString::fromStdString(network.path().filename().string()))));
      ++opened;
    }
  }
  EXPECT_GE(opened, 10U);
}

}  // namespace
}  // namespace holdfast::gui
