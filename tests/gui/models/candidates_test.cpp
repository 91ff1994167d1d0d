#include "app/gui/models/candidates.h"

#include <QAbstractItemModelTester>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/support/model_lines.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::lines_of;
using test::study_of;
using test::wait_until;
using testing::HasSubstr;

class CandidatesTest : public testing::Test {
 protected:
  void SetUp() override {
    QObject::connect(&candidates, &Candidates::problem,
                     [this](const QString& what) { problems.append(what); });
    study = study_of("secondary-vpws/good");
    candidates.set_study(study);
  }
  DeviceId device(const std::string& name) {
    for (const session::MapNode& node : study->map().nodes) {
      if (node.name == name) return node.device;
    }
    return {};
  }
  void draw(const std::string& a, const std::string& b) {
    candidates.add(device(a), device(b), 2);
    ASSERT_TRUE(wait_until([this] { return !candidates.is_judging(); }));
  }

  StudyPtr study;
  Candidates candidates;
  QStringList problems;
};

TEST_F(CandidatesTest, AreJudgedAndStandBesideEachOther) {
  RowsModel rows({"Link", "Survive", "Smallest"});
  QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
  candidates.add(device("PE1"), device("PE2"), 2);
  EXPECT_TRUE(candidates.is_judging());
  rows.set_rows(candidate_rows(candidates));
  EXPECT_EQ(lines_of(rows), "[unknown] PE1 – PE2 (up to 2 failures) | is being judged… | \n");
  ASSERT_TRUE(wait_until([this] { return !candidates.is_judging(); }));
  draw("PE2", "PE3");
  ASSERT_EQ(candidates.all().size(), 2U);
  EXPECT_EQ(candidates.current(), 1U);
  rows.set_rows(candidate_rows(candidates));
  EXPECT_THAT(lines_of(rows), HasSubstr("[good] PE1 – PE2 (up to 2 failures) | 1 more | PE1 GE4/0/0 – PE2 "));
  EXPECT_THAT(lines_of(rows), HasSubstr("| more | "));
  EXPECT_THAT(lines_of(rows), HasSubstr("PE2 – PE3 (up to 2 failures) | "));
  EXPECT_TRUE(problems.isEmpty());
}

TEST_F(CandidatesTest, OneThatIsThereIsOnlyShown) {
  draw("PE1", "PE2");
  draw("PE2", "PE3");
  draw("PE2", "PE1");
  EXPECT_EQ(candidates.all().size(), 2U);
  EXPECT_EQ(candidates.current(), 0U);
}

TEST_F(CandidatesTest, DroppedOnesLeaveTheOthers) {
  draw("PE1", "PE2");
  draw("PE2", "PE3");
  candidates.drop(0);
  ASSERT_EQ(candidates.all().size(), 1U);
  EXPECT_EQ(candidates.shown(), &candidates.all()[0]);
  EXPECT_EQ(candidates.all()[0].a, device("PE2"));
  candidates.drop_all();
  EXPECT_EQ(candidates.shown(), nullptr);
}

TEST_F(CandidatesTest, DroppingOneWhileAnotherIsJudgedJudgesThatAgain) {
  draw("PE1", "PE2");
  candidates.add(device("PE2"), device("PE3"), 2);
  candidates.drop(0);
  ASSERT_TRUE(wait_until([this] { return !candidates.is_judging(); }));
  ASSERT_EQ(candidates.all().size(), 1U);
  EXPECT_NE(candidates.all()[0].judged, nullptr);
}

TEST_F(CandidatesTest, ALinkThatCannotBeIsAProblem) {
  draw("CE1", "PE2");
  EXPECT_TRUE(candidates.all().empty());
  ASSERT_EQ(problems.size(), 1);
  EXPECT_TRUE(problems.front().startsWith("no link: CE1 and PE2 have no core links"));
}

TEST_F(CandidatesTest, AnotherNetworkEndsThem) {
  candidates.add(device("PE1"), device("PE2"), 2);
  candidates.set_study(study_of("secondary-vpws/broken-vc-id"));
  EXPECT_FALSE(candidates.is_judging());
  test::settle(200);
  EXPECT_TRUE(candidates.all().empty());
}

}  // namespace
}  // namespace holdfast::gui
