// The pictures of the documentation: each is a state of the window that a user can reach. They go to the
// build folder, or to the folder named by HOLDFAST_SCREENSHOTS (scripts/screenshots).

#include <QDir>
#include <QPixmap>
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "app/gui/topology/map_view.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::settle;
using test::wait_until;

class Screenshots : public testing::Test {
 protected:
  void open(const std::string& sample) {
    window.resize(1440, 900);
    window.show();
    const auto folder = std::filesystem::path(HOLDFAST_SOURCE_DIR) / "samples" / sample;
    window.open({QString::fromStdString(folder.string())});
    ASSERT_TRUE(wait_until([this] {
      return window.workspace().findings() != nullptr && !window.what_if().outcomes().empty() &&
             !window.map().is_arranging();
    }));
    settle();
  }

  void fail(const std::vector<std::string>& elements) {
    std::vector<ElementId> ids;
    for (const std::string& name : elements) {
      ids.push_back(window.workspace().study()->element_named(name));
      ASSERT_TRUE(ids.back().valid()) << name;
    }
    window.what_if().fail(ids);
    ASSERT_TRUE(wait_until([this] {
      return window.what_if().account() != nullptr &&
             window.what_if().account()->failed == window.what_if().failed();
    }));
    settle();
  }

  void keep(const QString& name) {
    settle(150);
    QString folder = qEnvironmentVariable("HOLDFAST_SCREENSHOTS");
    if (folder.isEmpty()) folder = QStringLiteral(HOLDFAST_SHOTS);
    QDir().mkpath(folder);
    const QPixmap picture = window.grab();
    EXPECT_TRUE(picture.save(folder + u'/' + name));
    EXPECT_GT(picture.width(), 1000);
  }

  MainWindow window;
};

TEST_F(Screenshots, Overview) {
  open("pw-status-negotiation/good");
  keep(QStringLiteral("desktop-overview.png"));
}

TEST_F(Screenshots, ServiceLayer) {
  open("independent-pw-redundancy/good");
  window.selection().select_service(0);
  window.map().set_layer(MapLayer::Service);
  ASSERT_TRUE(wait_until([this] { return window.what_if().account() != nullptr; }));
  window.bottom().show_tab(BottomTabs::Trace);
  keep(QStringLiteral("desktop-service.png"));
}

TEST_F(Screenshots, FindingWithTwoConfigurations) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  window.actions().next_problem->trigger();
  window.actions().wide->setChecked(true);
  keep(QStringLiteral("desktop-finding.png"));
}

TEST_F(Screenshots, FailureWithDeadEnd) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  fail({"link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0",
        "link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0"});
  window.bottom().show_tab(BottomTabs::Timeline);
  keep(QStringLiteral("desktop-dead-end.png"));
}

TEST_F(Screenshots, BeforeAndAfter) {
  open("independent-pw-redundancy/good");
  fail({"node:PE2"});
  window.actions().split->setChecked(true);
  window.bottom().show_tab(BottomTabs::Timeline);
  keep(QStringLiteral("desktop-before-after.png"));
}

TEST_F(Screenshots, RepairPreview) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  window.actions().mend_all->trigger();
  ASSERT_TRUE(wait_until([this] { return window.repair().result() != nullptr; }));
  keep(QStringLiteral("desktop-repair.png"));
}

TEST_F(Screenshots, CandidateLink) {
  open("secondary-vpws/good");
  const auto device = [this](const std::string& name) {
    const auto& nodes = window.workspace().study()->map().nodes;
    return std::ranges::find(nodes, name, &session::MapNode::name)->device;
  };
  for (const char* far_end : {"PE3", "PE2"}) {
    window.selection().select_elements({device("PE1"), device(far_end)}, {});
    window.actions().draw_link->trigger();
    ASSERT_TRUE(window.candidates().is_judging());
    ASSERT_TRUE(wait_until([this] { return !window.candidates().is_judging(); }));
  }
  keep(QStringLiteral("desktop-candidate.png"));
}

TEST_F(Screenshots, DarkTheme) {
  open("vpws-track-vpnv6-route/broken-no-track-route");
  window.actions().dark->setChecked(true);
  fail({"link:AGG1:GigabitEthernet2/0/0--RSG1:GigabitEthernet1/0/0",
        "link:AGG1:GigabitEthernet3/0/0--AGG2:GigabitEthernet3/0/0"});
  window.bottom().show_tab(BottomTabs::Timeline);
  keep(QStringLiteral("desktop-dark.png"));
}

}  // namespace
}  // namespace holdfast::gui
