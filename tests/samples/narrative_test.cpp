// What is told about the samples' counterexamples, sentence by sentence.

#include "solver/failures/narrative.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "solver/failures/service_failures.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "tests/support/sample.h"

namespace holdfast::failures {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// One network with its engine.
class Told {
 public:
  explicit Told(const std::string& sample)
      : snapshot_(test::sample(sample)),
        net_(snapshot_->network),
        universe_(pairing::failure_universe(net_)),
        engine_(net_, universe_) {}

  // Of the first service, under the failure of these elements, between its n-th two sites.
  Story story(const std::vector<std::string>& elements, std::size_t flow = 0) {
    const pairing::Service& service = net_.services().all().front();
    FailureSet failed;
    for (const std::string& name : elements) {
      failed.push_back(pairing::find_element(net_.network(), universe_, name));
      EXPECT_TRUE(failed.back().valid()) << name;
    }
    std::ranges::sort(failed);
    const std::vector<Flow> flows = pairing::flows_of(net_, service);
    ServiceEvaluator states(engine_, service);
    return tell(states, flows.at(flow), failed);
  }

  // "SPE1.cfg:15": where the blame lies.
  std::vector<std::string> blame(const Story& story) const {
    std::vector<std::string> lines;
    for (const rules::Evidence& line : story.blame) {
      const std::string path(snapshot_->network.sources.path(line.where.file));
      lines.push_back(path.substr(path.rfind('/') + 1) + ":" + std::to_string(line.where.line));
    }
    return lines;
  }

 private:
  std::shared_ptr<const session::Snapshot> snapshot_;
  pairing::Pairing net_;
  FailureUniverse universe_;
  Engine engine_;
};

std::vector<std::string> sentences(const Story& story, StoryPart part) {
  std::vector<std::string> result;
  for (const StoryStep& step : story.steps) {
    if (step.part == part) result.push_back(step.at.note);
  }
  return result;
}

const std::vector<std::string> kHubLinks{"link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0",
                                         "link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0"};

TEST(Narrative, ASpokeThatDoesNotFollowItsHub) {
  Told told("hvpls-track-hub-pw/broken-no-track-hub-pw");
  const Story story = told.story(kHubLinks, 1);
  EXPECT_EQ(story.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(
      sentences(story, StoryPart::Noticed),
      ElementsAre("SPE1 no longer reaches NPE1 and NPE2: SPE1 loses its last hub PWs to NPE1 and NPE2"));
  EXPECT_THAT(sentences(story, StoryPart::Unnoticed),
              ElementsAre("UPE1: its PW to SPE1 stays up, so it goes on sending there"));
  EXPECT_THAT(sentences(story, StoryPart::Traffic), ElementsAre("towards CE2: CE1 -> UPE1 -> SPE1"));
  EXPECT_THAT(sentences(story, StoryPart::Lost),
              ElementsAre("SPE1 drops it: VSI metro100 has no hub PW left"));
  EXPECT_THAT(sentences(story, StoryPart::Works), ElementsAre("CE1 -> UPE1 -> SPE2 -> NPE1 -> CE2"));
  EXPECT_THAT(told.blame(story), ElementsAre("SPE1.cfg:15"));
}

TEST(Narrative, TheSameNetworkWithTracking) {
  Told told("hvpls-track-hub-pw/good");
  const Story story = told.story(kHubLinks, 1);
  EXPECT_EQ(story.outcome, Outcome::Delivered);
  EXPECT_THAT(
      sentences(story, StoryPart::Noticed),
      ElementsAre("SPE1 no longer reaches NPE1 and NPE2: SPE1 loses its last hub PWs to NPE1 and NPE2",
                  "SPE1 reports its spoke PW to UPE1 down: all its hub PWs are down (`track hub-pw`)",
                  "UPE1 moves to its PW to SPE2"));
  EXPECT_THAT(story.path, ElementsAre("CE2", "NPE1", "SPE2", "UPE1", "CE1"));
  EXPECT_THAT(story.blame, IsEmpty());
}

TEST(Narrative, ARouteThatNobodyTracks) {
  Told told("vpws-track-vpnv6-route/broken-no-track-route");
  const Story story = told.story({"link:AGG1:GigabitEthernet2/0/0--RSG1:GigabitEthernet1/0/0",
                                  "link:AGG1:GigabitEthernet3/0/0--AGG2:GigabitEthernet3/0/0"});
  EXPECT_EQ(story.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(sentences(story, StoryPart::Lost),
              ElementsAre("AGG1 drops it: AGG1 has no route to 2001:db8:ffff::/64 in VPN ran6"));
  EXPECT_THAT(sentences(story, StoryPart::Works), ElementsAre("CSG -> AGG2 -> VPN ran6"));
  EXPECT_THAT(told.blame(story), ElementsAre("AGG1.cfg:30", "AGG1.cfg:37"));
}

TEST(Narrative, ABackupAcWithoutBypass) {
  Told told("independent-pw-redundancy/broken-no-bypass");
  const Story story = told.story({"board:PE2:1/0", "board:PE2:2/0"});
  EXPECT_EQ(story.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(sentences(story, StoryPart::Noticed),
              testing::Contains("PE1 moves to its secondary PW to PE3"));
  EXPECT_THAT(sentences(story, StoryPart::Remedy),
              ElementsAre("a bypass PW between PE3 and PE2 would carry it to PE2, whose AC is in use"));
  EXPECT_THAT(told.blame(story), ElementsAre("PE3.cfg:40", "PE2.cfg:40"));
}

TEST(Narrative, APwThatIsDeadOnTheBackup) {
  Told told("independent-pw-redundancy/broken-no-pw-redundancy");
  const Story story = told.story({"board:PE2:1/0", "board:PE2:2/0"});
  EXPECT_EQ(story.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(sentences(story, StoryPart::Remedy),
              ElementsAre(HasSubstr("PE3 reports it down: it is bound to mVRRP group 10 without "
                                    "`pw-redundancy`, and PE3 is not its master")));
  EXPECT_THAT(told.blame(story), ElementsAre("PE3.cfg:73"));
}

TEST(Narrative, TwoMasters) {
  Told told("pw-status-negotiation/broken-key-differs");
  const Story story = told.story({});
  EXPECT_EQ(story.outcome, Outcome::DualActive);
  EXPECT_THAT(sentences(story, StoryPart::Noticed),
              ElementsAre("PE1 and PE2 each take themselves for the master: their E-Trunk keys differ"));
  EXPECT_THAT(sentences(story, StoryPart::Traffic),
              ElementsAre("towards CE2: CE1 -> PE1 -> PE3 -> CE2", "towards CE2: CE1 -> PE2 -> PE3 -> CE2"));
  EXPECT_THAT(told.blame(story), ElementsAre("PE2.cfg:85", "PE1.cfg:85"));
}

TEST(Narrative, AFrameThatArrivesTwiceIsTheSpokesDoing) {
  Told told("hvpls-track-hub-pw/broken-group-one-member");
  const Story story = told.story({}, 1);
  EXPECT_EQ(story.outcome, Outcome::DualActive);
  EXPECT_THAT(sentences(story, StoryPart::Remedy),
              ElementsAre("UPE1 should use only one of its PW to SPE1 and its PW to SPE2 at a time"));
  EXPECT_THAT(told.blame(story), ElementsAre("UPE1.cfg:17", "UPE1.cfg:15", "UPE1.cfg:16"));
}

TEST(Narrative, AVeGroupThatLeadsNowhere) {
  Told told("vpws-track-vpnv6-route/broken-ve-group");
  const Story story = told.story({}, 1);
  EXPECT_EQ(story.outcome, Outcome::LostAvoidable);
  EXPECT_THAT(sentences(story, StoryPart::Lost),
              ElementsAre("AGG1 drops it: no L3VE interface belongs to AGG1 Virtual-Ethernet1/0/0.10"));
}

TEST(Narrative, WhatNobodyCanKnowNamesTheLine) {
  Told told("pw-status-negotiation/broken-bfd-undefined");
  const Story story = told.story({});
  EXPECT_EQ(story.outcome, Outcome::Unknown);
  EXPECT_THAT(sentences(story, StoryPart::Lost),
              ElementsAre("PE2 tracks BFD session et1-to-pe2, which is not defined"));
  EXPECT_THAT(told.blame(story), ElementsAre("PE2.cfg:90"));
}

TEST(Narrative, WhenNoWayIsLeftItSaysWhatIsCutOff) {
  Told told("hvpls-track-hub-pw/good");
  EXPECT_THAT(sentences(told.story({"node:UPE1"}, 1), StoryPart::Lost),
              ElementsAre("CE1 is cut off: its only AC, UPE1 GigabitEthernet1/0/0.100, is down"));
  EXPECT_THAT(sentences(told.story({"node:SPE1", "node:SPE2"}, 1), StoryPart::Lost),
              ElementsAre("no configured way is left between CE2 and CE1"));
}

// Stories that differ only in what has failed have one key, others have not.
TEST(Narrative, KeysTellStoriesApart) {
  Told told("hvpls-track-hub-pw/broken-no-track-hub-pw");
  const std::string links = told.story(kHubLinks, 1).key;
  EXPECT_EQ(told.story({"board:SPE1:2/0", "board:SPE1:3/0"}, 1).key, links);
  EXPECT_NE(told.story({"node:UPE1"}, 1).key, links);
}

}  // namespace
}  // namespace holdfast::failures
