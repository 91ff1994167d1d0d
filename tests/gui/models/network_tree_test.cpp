#include "app/gui/models/network_tree.h"

#include <QAbstractItemModelTester>
#include <gtest/gtest.h>

#include "app/gui/models/tree_filter.h"
#include "tests/gui/support/model_lines.h"
#include "tests/support/sample.h"

namespace holdfast::gui {
namespace {

using test::lines_of;

StudyPtr study_of(const std::string& name) {
  return std::make_shared<const session::Study>(holdfast::test::sample(name));
}

class NetworkTreeTest : public testing::Test {
 protected:
  NetworkTree tree;
  QAbstractItemModelTester tester{&tree, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(NetworkTreeTest, ShowsSitesDevicesAndServices) {
  tree.set_study(study_of("secondary-vpws/good"));
  EXPECT_EQ(lines_of(tree),
            "CE (2)\n"
            "  CE1\n"
            "  CE2\n"
            "PE (3)\n"
            "  PE1\n"
            "    vpws:PE1:GigabitEthernet1/0/0.100 (FRR)\n"
            "  PE2\n"
            "    vpws:PE1:GigabitEthernet1/0/0.100 (FRR)\n"
            "  PE3\n"
            "    vpws:PE1:GigabitEthernet1/0/0.100 (FRR)\n");
}

TEST_F(NetworkTreeTest, ShowsOutcomesAndFindings) {
  const StudyPtr study = study_of("secondary-vpws/broken-vc-id");
  tree.set_study(study);
  tree.set_outcomes({Outcome::LostAvoidable});
  tree.set_findings(std::make_shared<const session::CheckResult>(session::check(study->snapshot(), {})));
  const std::string text = lines_of(tree);
  EXPECT_NE(text.find("[error] PE1"), std::string::npos) << text;
  EXPECT_NE(text.find("[dead-end] vpws:PE1"), std::string::npos) << text;
  EXPECT_EQ(text.find("[error] CE1"), std::string::npos) << text;
}

TEST_F(NetworkTreeTest, FiltersByWordsAndState) {
  tree.set_study(study_of("secondary-vpws/good"));
  tree.set_outcomes({Outcome::DualActive});
  TreeFilter filter;
  filter.setSourceModel(&tree);
  filter.set_words("pe2");
  EXPECT_EQ(lines_of(filter),
            "PE (3)\n"
            "  PE2\n"
            "    [dual-active] vpws:PE1:GigabitEthernet1/0/0.100 (FRR)\n");
  filter.set_words({});
  filter.set_only(TreeFilter::Only::Problems);
  EXPECT_EQ(lines_of(filter), "");
  filter.set_only(TreeFilter::Only::Affected);
  EXPECT_EQ(filter.rowCount(), 1);
}

TEST_F(NetworkTreeTest, IsEmptyWithoutANetwork) {
  tree.set_study(study_of("secondary-vpws/good"));
  tree.set_study(nullptr);
  EXPECT_EQ(tree.rowCount(), 0);
}

}  // namespace
}  // namespace holdfast::gui
