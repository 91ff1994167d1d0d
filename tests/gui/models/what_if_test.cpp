#include "app/gui/models/what_if.h"

#include <QFile>
#include <QTemporaryDir>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/gui/models/what_if_rows.h"
#include "app/session/whatif.h"
#include "tests/gui/support/model_lines.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::hub_links;
using test::lines_of;
using test::study_of;
using test::wait_until;
using testing::HasSubstr;

class WhatIfTest : public testing::Test {
 protected:
  void open(const std::string& sample) {
    study = study_of(sample);
    what_if.set_study(study, false);
    ASSERT_TRUE(wait_until([this] { return !what_if.outcomes().empty(); }));
  }
  void wait() {
    ASSERT_TRUE(wait_until([this] {
      return what_if.impact().failed == what_if.failed() && what_if.impact().ways_known &&
             (what_if.failed().empty() ||
              (what_if.account() != nullptr && what_if.account()->failed == what_if.failed()));
    }));
  }

  History history;
  WhatIf what_if{history};
  StudyPtr study;
};

TEST_F(WhatIfTest, SaysWhatFailuresDo) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  what_if.fail(hub_links(*study));
  wait();
  RowsModel rows({"Service", "Before", "After"});
  rows.set_rows(change_rows(*study, what_if.impact()));
  EXPECT_EQ(lines_of(rows), "[dead-end] vpls:metro100:100 | delivered | lost, avoidably\n");
}

TEST_F(WhatIfTest, TellsTheStoryOfTheWorstService) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  what_if.fail(hub_links(*study));
  wait();
  RowsModel rows({"What", "Kind", "Device", "Line"});
  rows.set_rows(timeline_rows(*study, *what_if.account()));
  const std::string text = lines_of(rows);
  EXPECT_THAT(text, HasSubstr("[dead-end] CE2 – CE1 (was delivered) | lost, avoidably"));
  EXPECT_THAT(text, HasSubstr("SPE1.cfg:"));
  RowsModel trace({"Hop", "Device", "Line"});
  trace.set_rows(trace_rows(*study, what_if.account()->after));
  EXPECT_THAT(lines_of(trace), HasSubstr("[dead-end] dropped: "));
}

TEST_F(WhatIfTest, OutcomesAreToldBeforeWays) {
  open("secondary-vpws/good");
  std::vector<std::pair<bool, std::size_t>> told;
  QObject::connect(&what_if, &WhatIf::impact_changed,
                   [&] { told.emplace_back(what_if.impact().ways_known, what_if.impact().services.size()); });
  what_if.fail({study->element_named("node:PE2")});
  wait();
  EXPECT_EQ(told, (std::vector<std::pair<bool, std::size_t>>{{false, 0}, {true, 1}}));
}

TEST_F(WhatIfTest, UndoAndRedo) {
  open("secondary-vpws/good");
  const ElementId pe2 = study->element_named("node:PE2");
  const ElementId pe3 = study->element_named("node:PE3");
  what_if.fail({pe2});
  what_if.fail({pe3});
  EXPECT_EQ(what_if.failed(), (FailureSet{pe2, pe3}));
  EXPECT_EQ(history.undo_text(), "Fail PE3");
  wait();
  EXPECT_EQ(what_if.impact().services.front().after, Outcome::LostUnavoidable);
  history.undo();
  wait();
  EXPECT_EQ(what_if.failed(), FailureSet{pe2});
  EXPECT_TRUE(what_if.impact().services.front().moved);
  history.undo();
  wait();
  EXPECT_TRUE(what_if.impact().services.empty());
  history.redo();
  EXPECT_EQ(what_if.failed(), FailureSet{pe2});
  what_if.restore({pe2});
  EXPECT_TRUE(what_if.failed().empty());
}

TEST_F(WhatIfTest, NothingIsUndoneThatChangedNothing) {
  open("secondary-vpws/good");
  what_if.restore_all();
  EXPECT_FALSE(history.can_undo());
}

TEST_F(WhatIfTest, KeepsFailuresWhenTheNetworkIsReadAgain) {
  open("secondary-vpws/good");
  what_if.fail({study->element_named("node:PE2")});
  what_if.set_study(study_of("secondary-vpws/broken-vc-id"), true);
  EXPECT_EQ(what_if.failed(), FailureSet{what_if.study()->element_named("node:PE2")});
  ASSERT_TRUE(wait_until([this] { return !what_if.impact().services.empty(); }));
  EXPECT_EQ(what_if.impact().services.front().after, Outcome::LostUnavoidable);
}

TEST_F(WhatIfTest, AScenarioRunsOnTheCommandLineAndComesBack) {
  open("hvpls-track-hub-pw/broken-no-track-hub-pw");
  const FailureSet failed = hub_links(*study);
  what_if.fail(failed);
  wait();
  QTemporaryDir folder;
  const QString path = folder.filePath("scenario.yaml");
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(what_if.scenario().toUtf8());
  file.close();

  session::WhatIfOptions options;
  options.scenario = path.toStdString();
  const session::WhatIfResult result = session::what_if(study->snapshot(), options);
  EXPECT_TRUE(result.problems.empty());
  EXPECT_TRUE(result.unmet.empty());
  EXPECT_EQ(result.failed.size(), 2U);

  what_if.restore_all();
  EXPECT_EQ(what_if.take_scenario(path), QString());
  EXPECT_EQ(what_if.failed(), failed);
  EXPECT_NE(what_if.take_scenario(folder.filePath("missing.yaml")), QString());
}

}  // namespace
}  // namespace holdfast::gui
