// Certificates hold as they are made, and are refused, row by row, once they are tampered with.

#include "app/session/proof.h"

#include <gmock/gmock.h>

#include "app/report/proof.h"
#include "app/session/load.h"

namespace holdfast::session {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::shared_ptr<const Snapshot> sample(const std::string& name) {
  LoadOptions options;
  options.paths = {std::string(HOLDFAST_SOURCE_DIR) + "/samples/" + name};
  return load(options);
}

class ProofOf : public ::testing::TestWithParam<const char*> {};

TEST_P(ProofOf, SampleHolds) {
  const auto snapshot = sample(GetParam());
  const Proof proof = make_proof(*snapshot, 2);
  std::string error;
  const auto read = report::read_proof(report::proof_json(proof), error);
  ASSERT_TRUE(read) << error;
  const ProofVerdict verdict = verify_proof(*snapshot, *read);
  EXPECT_GT(verdict.rows, 30U);
  for (const ProofProblem& it : verdict.problems)
    ADD_FAILURE() << it.service << " " << it.row << ": " << it.message;
}

INSTANTIATE_TEST_SUITE_P(Samples, ProofOf,
                         ::testing::Values("hvpls-track-hub-pw/good",
                                           "hvpls-track-hub-pw/broken-no-track-hub-pw",
                                           "vpws-track-vpnv6-route/good",
                                           "independent-pw-redundancy/good-mvrrp",
                                           "secondary-vpws/good-ms-pw", "pw-status-negotiation/good"));

struct Tampered {
  Tampered() : snapshot(sample("secondary-vpws/good")), proof(make_proof(*snapshot, 2)) {}
  ProofRow& row(std::size_t i) { return proof.flows.front().rows[i]; }
  std::vector<ProofProblem> problems() const { return verify_proof(*snapshot, proof).problems; }

  std::shared_ptr<const Snapshot> snapshot;
  Proof proof;
};

TEST(TamperedProof, WithoutAnElementInItsSupportIsRefused) {
  Tampered it;
  it.row(0).support.erase(it.row(0).support.begin());
  const auto problems = it.problems();
  ASSERT_THAT(problems, ::testing::SizeIs(1));
  EXPECT_EQ(problems.front().row, 1U);
  EXPECT_THAT(problems.front().message, HasSubstr("its support does not carry it"));
}

TEST(TamperedProof, WithAnotherOutcomeIsRefused) {
  Tampered it;
  it.row(1).outcome = it.row(1).outcome == "delivered" ? "lost-unavoidable" : "delivered";
  const auto problems = it.problems();
  ASSERT_THAT(problems, ::testing::Not(IsEmpty()));
  EXPECT_EQ(problems.front().row, 2U);
}

TEST(TamperedProof, WithoutARowLeavesASetOut) {
  Tampered it;
  const std::string dropped = it.row(2).failed.front();
  it.proof.flows.front().rows.erase(it.proof.flows.front().rows.begin() + 2);
  const auto problems = it.problems();
  ASSERT_THAT(problems, ::testing::SizeIs(1));
  EXPECT_THAT(problems.front().message, HasSubstr(dropped));
}

TEST(TamperedProof, WithoutAFlowOrAnElementIsRefused) {
  Tampered it;
  it.proof.elements.pop_back();
  EXPECT_THAT(it.problems(), ::testing::SizeIs(1));
  it = Tampered();
  it.proof.flows.clear();
  EXPECT_THAT(it.problems(), ::testing::SizeIs(2));
}

TEST(ProofFile, ThatIsNoneIsRefused) {
  std::string error;
  EXPECT_FALSE(report::read_proof("no json", error));
  EXPECT_FALSE(error.empty());
  EXPECT_FALSE(report::read_proof(R"({"schema":1,"k":"two"})", error));
  EXPECT_FALSE(report::read_proof(R"({"schema":9})", error));
}

}  // namespace
}  // namespace holdfast::session
