#include "app/gui/models/repair_run.h"

#include <QAbstractItemModelTester>
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string_view>

#include "solver/rules/rule.h"
#include "tests/gui/support/model_lines.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::lines_of;
using test::study_of;
using test::wait_until;
using testing::HasSubstr;

class RepairRunTest : public testing::Test {
 protected:
  void mend(const std::string& sample, std::vector<std::string> findings = {}) {
    QObject::connect(&run, &RepairRun::problem, [this](const QString& what) { problems.append(what); });
    run.set_study(study_of(sample));
    run.start(std::move(findings));
    EXPECT_TRUE(run.is_running());
    ASSERT_TRUE(wait_until([this] { return !run.is_running(); }));
  }

  RepairRun run;
  QStringList problems;
};

TEST_F(RepairRunTest, ListsCommandsAndWhatTheyMend) {
  mend("secondary-vpws/broken-vc-id");
  ASSERT_NE(run.result(), nullptr);
  RowsModel changes({"Commands"});
  QAbstractItemModelTester tester(&changes, QAbstractItemModelTester::FailureReportingMode::Fatal);
  changes.set_rows(repair_rows(*run.result()));
  EXPECT_EQ(lines_of(changes),
            "[changed] PE3 (mends PW001)\n"
            "  interface GigabitEthernet1/0/0.100\n"
            "  undo mpls l2vc\n"
            "  mpls l2vc 10.255.3.1 3013 control-word tagged\n"
            "  quit\n"
            "  commit\n");
  RowsModel proof({"Findings"});
  proof.set_rows(proof_rows(*run.result()));
  EXPECT_THAT(lines_of(proof), HasSubstr("[good] PW001  the secondary PW to PE3"));
  EXPECT_THAT(lines_of(proof),
              HasSubstr("\n  mended: give the PW of PE3 GigabitEthernet1/0/0.100 VC ID 3013\n"));
}

TEST_F(RepairRunTest, SaysWhyAFindingStays) {
  mend("independent-pw-redundancy/broken-no-bypass");
  ASSERT_NE(run.result(), nullptr);
  EXPECT_TRUE(repair_rows(*run.result()).empty());
  const std::vector<Row> rows = proof_rows(*run.result());
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_NE(rows.front().badge, Badge::Good);
  ASSERT_EQ(rows.front().children.size(), 1U);
  EXPECT_TRUE(rows.front().children.front().cells.front().startsWith("stays: "));
}

TEST_F(RepairRunTest, WhatWasNotAskedForStaysAndIsTold) {
  const auto study = study_of("pw-status-negotiation/broken-addresses");
  const session::CheckResult found = session::check(study->snapshot(), {});
  ASSERT_EQ(found.findings.size(), 2U);
  run.set_study(study);
  run.start({found.findings[1].fingerprint});
  ASSERT_TRUE(wait_until([this] { return !run.is_running(); }));
  ASSERT_NE(run.result(), nullptr);
  const session::Repair& repair = *run.result();
  EXPECT_EQ(repair.steps.size() + repair.remaining.size(), 1U);
  QStringList told;
  for (const Row& row : proof_rows(repair)) told.append(row.children.front().cells.front());
  EXPECT_EQ(told.size(), static_cast<qsizetype>(1 + repair.after.findings.size()));
}

TEST_F(RepairRunTest, LossesUnderFailuresAreMendedWhereTheyAreAskedFor) {
  run.set_study(study_of("hvpls-track-hub-pw/broken-no-track-hub-pw"));
  run.start({}, 2);
  ASSERT_TRUE(wait_until([this] { return !run.is_running(); }));
  ASSERT_NE(run.result(), nullptr);
  const auto losses = [](const session::CheckResult& result) {
    return std::ranges::count_if(result.findings, [](const session::ReportedFinding& it) {
      return std::string_view(it.finding.rule->code) == "SV001";
    });
  };
  EXPECT_GT(losses(run.result()->before), 0);
  EXPECT_EQ(losses(run.result()->after), 0);
  EXPECT_TRUE(run.result()->remaining.empty());
}

TEST_F(RepairRunTest, NothingToMendIsAProblemAndNoResult) {
  mend("secondary-vpws/good");
  EXPECT_EQ(run.result(), nullptr);
  EXPECT_EQ(problems, QStringList{"there is nothing to mend"});
}

TEST_F(RepairRunTest, StopsWhenAsked) {
  run.set_study(study_of("hvpls-track-hub-pw/broken-group-one-member"));
  run.start({});
  run.cancel();
  EXPECT_FALSE(run.is_running());
  test::settle(200);
  EXPECT_EQ(run.result(), nullptr);
}

}  // namespace
}  // namespace holdfast::gui
