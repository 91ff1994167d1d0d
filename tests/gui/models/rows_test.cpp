#include <QAbstractItemModelTester>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/gui/models/coverage_rows.h"
#include "app/gui/models/failure_search.h"
#include "app/gui/models/problem_filter.h"
#include "app/gui/models/problems_model.h"
#include "tests/gui/support/model_lines.h"
#include "tests/gui/support/study.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui {
namespace {

using test::lines_of;
using test::study_of;
using test::wait_until;
using testing::HasSubstr;
using testing::Not;

FindingsPtr findings_of(const session::Study& study) {
  return std::make_shared<const session::CheckResult>(session::check(study.snapshot(), {}));
}

TEST(RowsModel, HoldsTwoLevels) {
  RowsModel model({"A", "B"});
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  Row row;
  row.cells = {"one", "two"};
  row.badge = Badge::Moved;
  row.children.push_back({{"below"}, Badge::None, "more", {}, 0, {}, {}, false});
  model.set_rows({row, row});
  EXPECT_EQ(lines_of(model),
            "[moved] one | two\n  below (more) | \n"
            "[moved] one | two\n  below (more) | \n");
  model.set_rows({});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(ProblemsModel, ListsFindings) {
  const auto study = study_of("secondary-vpws/broken-control-word");
  ProblemsModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.set_findings(findings_of(*study));
  EXPECT_EQ(
      lines_of(model),
      "[error] PW005 | the primary and secondary PWs of GigabitEthernet1/0/0.100 differ in their control word"
      " | PE1 | vpws:PE1:GigabitEthernet1/0/0.100\n");
  EXPECT_EQ(model.count(ProblemsModel::Level::Error), 1);
  EXPECT_EQ(model.count(ProblemsModel::Level::Warning), 0);
}

TEST(ProblemsModel, FiltersByWordsAndLevel) {
  const auto study = study_of("secondary-vpws/broken-control-word");
  ProblemsModel model;
  model.set_findings(findings_of(*study));
  ProblemFilter filter;
  filter.setSourceModel(&model);
  EXPECT_EQ(filter.rowCount(), 1);
  filter.set_words("pe1 CONTROL");
  EXPECT_EQ(filter.rowCount(), 1);
  filter.set_words("pe9");
  EXPECT_EQ(filter.rowCount(), 0);
  filter.set_words({});
  filter.show_level(static_cast<int>(ProblemsModel::Level::Error), false);
  EXPECT_EQ(filter.rowCount(), 0);
}

TEST(FailureSearchRows, CounterexamplesAndWeakestLinks) {
  FailureSearch search;
  search.set_study(study_of("hvpls-track-hub-pw/broken-no-track-hub-pw"));
  search.start(2);
  EXPECT_TRUE(search.is_running());
  ASSERT_TRUE(wait_until([&] { return search.result() != nullptr; }));
  EXPECT_FALSE(search.is_running());
  RowsModel model({"Fails", "Service", "Outcome", "Rules"});
  model.set_rows(counterexample_rows(*search.result()));
  EXPECT_THAT(lines_of(model), HasSubstr("| vpls:metro100:100 | lost, avoidably | "));
  const std::size_t key = model.row(model.index(0, 0))->key;
  std::size_t service = 99;
  const session::Counterexample* it = counterexample(*search.result(), key, &service);
  ASSERT_NE(it, nullptr);
  EXPECT_EQ(service, 0U);
  EXPECT_EQ(it->outcome, Outcome::LostAvoidable);
  RowsModel weakest({"Element", "Avoidably", "Unavoidably"});
  weakest.set_rows(weakest_rows(*search.result()));
  EXPECT_THAT(lines_of(weakest), HasSubstr("[lost] CE1 | 0 | 1\n"));
}

TEST(FailureSearch, StopsWhenAsked) {
  FailureSearch search;
  search.set_study(study_of("hvpls-track-hub-pw/good"));
  search.start(4);
  search.cancel();
  EXPECT_FALSE(search.is_running());
  test::settle(100);
  EXPECT_EQ(search.result(), nullptr);
}

TEST(CoverageRows, PutTheLeastUnderstoodFirst) {
  const auto study = study_of("secondary-vpws/good");
  RowsModel model({"Device", "Understood", "Lines", "Modelled", "Irrelevant", "Partial", "Unrecognised"});
  model.set_rows(coverage_rows(*study));
  EXPECT_EQ(model.rowCount(), 5);
  EXPECT_THAT(lines_of(model), HasSubstr("[good] PE1 | 100.0 % | "));
}

TEST(CoverageRows, ListLinesThatAreNotUnderstood) {
  const session::Study study(session::load_texts({{"a.cfg", "sysname A\n#\nfrobnicate all\n#\nreturn\n"}}));
  RowsModel model({"Device", "Understood"});
  model.set_rows(coverage_rows(study));
  EXPECT_THAT(lines_of(model), HasSubstr("  frobnicate all (system) | a.cfg:3\n"));
  EXPECT_THAT(lines_of(model), HasSubstr("[unknown] A | "));
}

}  // namespace
}  // namespace holdfast::gui
