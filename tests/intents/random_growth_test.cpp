// Whatever is added to whatever network: a plan either names what conflicts, or comes out verified, and no
// line of the network that was there is lost.

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "app/report/plan.h"
#include "app/session/plan.h"
#include "model/text_lines.h"
#include "tests/intents/random_intent.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

session::PlanResult planned(const std::string& path) {
  session::PlanCall call;
  call.path = path;
  return session::plan(call);
}

// Every line of the first text stands in the second, in the same order.
bool keeps_lines(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> lines = lines_of(after);
  auto at = lines.begin();
  return std::ranges::all_of(lines_of(before), [&](std::string_view line) {
    at = std::find(at, lines.end(), line);
    if (at == lines.end()) return false;
    ++at;
    return true;
  });
}

TEST(RandomGrowth, ComesOutVerifiedAndKeepsEveryLine) {
  constexpr std::uint64_t kNetworks = 60;
  std::size_t grown = 0;
  for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
    const test::TemporaryFolder folder;
    test::RandomIntent intent(seed);
    folder.write("first.yaml", intent.text());
    const session::PlanResult first = planned(folder.path() + "/first.yaml");
    if (!first.verified) continue;
    for (const session::NamedText& file : first.files) folder.write("first/" + file.path, file.text);
    const std::string text = intent.grown("first");
    folder.write("second.yaml", text);
    const session::PlanResult second = planned(folder.path() + "/second.yaml");
    if (second.infeasible) {
      EXPECT_FALSE(second.problems.empty());
      for (const session::InputProblem& it : second.problems) EXPECT_NE(it.line, 0U) << seed << it.message;
      continue;
    }
    ASSERT_TRUE(second.problems.empty())
        << second.problems[0].line << ": " << second.problems[0].message << '\n'
        << text;
    EXPECT_TRUE(second.verified) << "seed " << seed << '\n' << text << report::plan_text(second, {});
    for (const session::NamedText& old : first.files) {
      const auto now = std::ranges::find(second.files, old.path, &session::NamedText::path);
      ASSERT_NE(now, second.files.end()) << old.path;
      if (!old.path.ends_with(".cfg")) continue;
      EXPECT_TRUE(keeps_lines(old.text, now->text)) << "seed " << seed << ' ' << old.path;
    }
    ++grown;
  }
  EXPECT_GT(grown, kNetworks / 2);
}

}  // namespace
}  // namespace holdfast
