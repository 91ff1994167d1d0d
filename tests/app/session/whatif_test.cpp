#include "app/session/whatif.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/report/whatif.h"
#include "tests/support/sample.h"

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::vector<std::string> kHubLinks{"link:npe1:ge1/0/0", "link:spe1:ge3/0/0--npe2:ge1/0/0"};

WhatIfResult fail(const std::string& name, std::vector<std::string> elements, bool tell_all = false,
                  unsigned jobs = 1) {
  WhatIfOptions options;
  options.fail = std::move(elements);
  options.tell_all = tell_all;
  options.jobs = jobs;
  return what_if(test::sample(name), options);
}

TEST(WhatIf, NamesTheElementsAsTheNetworkDoes) {
  const WhatIfResult result = fail("hvpls-track-hub-pw/good", kHubLinks);
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_THAT(result.failed, ElementsAre("link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0",
                                         "link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0"));
}

TEST(WhatIf, TellsOnlyFlowsThatChange) {
  const WhatIfResult result = fail("hvpls-track-hub-pw/good", kHubLinks);
  ASSERT_THAT(result.services, SizeIs(1));
  EXPECT_EQ(result.services[0].before, Outcome::Delivered);
  EXPECT_EQ(result.services[0].after, Outcome::Delivered);
  ASSERT_THAT(result.services[0].flows, SizeIs(2));  // not CE2 – CE3
  EXPECT_THAT(result.services[0].flows[0].before.path, ElementsAre("CE2", "NPE1", "SPE1", "UPE1", "CE1"));
  EXPECT_THAT(result.services[0].flows[0].after.path, ElementsAre("CE2", "NPE1", "SPE2", "UPE1", "CE1"));
  EXPECT_THAT(fail("hvpls-track-hub-pw/good", kHubLinks, true).services[0].flows, SizeIs(3));
}

TEST(WhatIf, AnElementThatCarriesNothingChangesNothing) {
  const WhatIfResult result = fail("hvpls-track-hub-pw/good", {"link:UPE1:GE3/0/0"});
  EXPECT_EQ(result.services[0].after, Outcome::Delivered);
  EXPECT_THAT(result.services[0].flows, IsEmpty());
}

TEST(WhatIf, TheOutcomeOfAServiceIsTheWorstOfItsFlows) {
  const WhatIfResult lost = fail("hvpls-track-hub-pw/broken-no-track-hub-pw", kHubLinks);
  EXPECT_EQ(lost.services[0].before, Outcome::Delivered);
  EXPECT_EQ(lost.services[0].after, Outcome::LostAvoidable);
  EXPECT_EQ(fail("hvpls-track-hub-pw/good", {"ce1"}).services[0].after, Outcome::LostUnavoidable);
}

TEST(WhatIf, AnUnknownElementIsAProblemOfTheCall) {
  const WhatIfResult result = fail("hvpls-track-hub-pw/good", {"node:SPE3"});
  ASSERT_THAT(result.problems, SizeIs(1));
  EXPECT_EQ(result.problems[0].message, "there is no element `node:SPE3`; is `node:SPE1` meant?");
  EXPECT_THAT(result.services, IsEmpty());
}

TEST(WhatIf, TheSameBytesOnTwoThreads) {
  const std::string name = "hvpls-track-hub-pw/broken-no-track-hub-pw";
  const WhatIfResult one = fail(name, kHubLinks, true, 1);
  const WhatIfResult two = fail(name, kHubLinks, true, 2);
  EXPECT_EQ(report::whatif_json(one), report::whatif_json(two));
  EXPECT_EQ(report::whatif_text(one, {}), report::whatif_text(two, {}));
}

}  // namespace
}  // namespace holdfast::session
