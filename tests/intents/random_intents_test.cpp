// Whatever network is asked for: a plan either names the lines that conflict, or comes out verified.

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/report/plan.h"
#include "app/session/plan.h"
#include "tests/intents/random_intent.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

TEST(RandomIntents, ComeOutVerifiedOrNameWhatConflicts) {
  constexpr std::uint64_t kIntents = 60;
  const test::TemporaryFolder folder;
  std::size_t verified = 0;
  for (std::uint64_t seed = 0; seed < kIntents; ++seed) {
    const std::string text = test::RandomIntent(seed).text();
    folder.write("intent.yaml", text);
    session::PlanCall call;
    call.path = folder.path() + "/intent.yaml";
    const session::PlanResult result = session::plan(call);
    if (result.infeasible) {
      EXPECT_FALSE(result.problems.empty());
      continue;
    }
    ASSERT_TRUE(result.problems.empty())
        << result.problems[0].line << ": " << result.problems[0].message << '\n'
        << text;
    EXPECT_TRUE(result.verified) << "seed " << seed << '\n' << text << report::plan_text(result, {});
    verified += result.verified ? 1 : 0;
  }
  EXPECT_GT(verified, kIntents * 3 / 4);
}

}  // namespace
}  // namespace holdfast
