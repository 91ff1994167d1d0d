// What samples/*/README.md say happens under which failures.

#include <gmock/gmock.h>
#include <set>

#include "app/session/load.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/brute_force.h"

namespace holdfast::replay {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

using Names = std::set<std::string>;

class Sample {
 public:
  explicit Sample(const std::string& folder) : snapshot_(load(folder)), pairing_(snapshot_->network) {
    universe_ = pairing::failure_universe(pairing_);
    for (const pairing::Service& service : pairing_.services().all()) {
      std::ranges::copy(pairing::flows_of(pairing_, service), std::back_inserter(flows_));
    }
  }

  const std::vector<Flow>& flows() const { return flows_; }

  // Minimal bad sets of at most two elements with this outcome, over all flows; of nodes and links only where
  // boards would say the same again.
  std::set<Names> bad(Outcome outcome, bool with_boards = true) const {
    std::set<Names> result;
    const Replay judge(snapshot_->network, universe_);
    for (const auto& of_flow : minimal_bad_sets(judge, flows_, 2)) {
      for (const BadSet& bad : of_flow) {
        if (bad.outcome != outcome) continue;
        Names names;
        bool boards = false;
        for (const ElementId id : bad.failed) {
          names.insert(universe_.elements[id.index].name);
          boards = boards || universe_.elements[id.index].kind == ElementKind::Board;
        }
        if (with_boards || !boards) result.insert(names);
      }
    }
    return result;
  }

  // Of each flow, under the failures of these names.
  std::vector<Outcome> outcomes(const Names& names) const {
    FailureSet failed;
    for (const std::string& name : names) {
      const ElementId id = pairing::find_element(snapshot_->network, universe_, name);
      EXPECT_TRUE(id.valid()) << name;
      failed.push_back(id);
    }
    std::ranges::sort(failed);
    return Replay(snapshot_->network, universe_).judge(flows_, failed);
  }

 private:
  static std::shared_ptr<const session::Snapshot> load(const std::string& folder) {
    session::LoadOptions options;
    options.paths = {HOLDFAST_SOURCE_DIR "/samples/" + folder};
    return session::load(options);
  }

  std::shared_ptr<const session::Snapshot> snapshot_;
  pairing::Pairing pairing_;
  FailureUniverse universe_;
  std::vector<Flow> flows_;
};

std::string link(const std::string& a, const std::string& b) {
  return "link:" + a + "--" + b;
}

class GoodSample : public testing::TestWithParam<const char*> {};

// Single points of failure lose service, and it cannot be helped; nothing else goes wrong.
TEST_P(GoodSample, LosesNothingThatCouldBeHelped) {
  const Sample sample(GetParam());
  EXPECT_FALSE(sample.flows().empty());
  for (const Outcome outcome :
       {Outcome::LostAvoidable, Outcome::DualActive, Outcome::Flapping, Outcome::Unknown}) {
    EXPECT_THAT(sample.bad(outcome), IsEmpty()) << to_string(outcome);
  }
  for (const Outcome outcome : sample.outcomes({})) EXPECT_EQ(outcome, Outcome::Delivered);
}

INSTANTIATE_TEST_SUITE_P(Networks, GoodSample,
                         testing::Values("hvpls-track-hub-pw/good", "independent-pw-redundancy/good",
                                         "independent-pw-redundancy/good-mvrrp", "pw-status-negotiation/good",
                                         "secondary-vpws/good", "secondary-vpws/good-ms-pw",
                                         "secondary-vpws/good-ppp", "secondary-vpws/good-tdm",
                                         "vpws-track-vpnv6-route/good", "vpws-track-vpnv6-route/good-vpnv4"));

TEST(GoodSamples, SinglePointsOfFailureAreThoseByDesign) {
  const auto single = [](const std::string& folder) {
    std::set<std::string> result;
    for (const Names& names : Sample(folder).bad(Outcome::LostUnavoidable, false)) {
      if (names.size() == 1) result.insert(*names.begin());
    }
    return result;
  };
  EXPECT_THAT(single("independent-pw-redundancy/good"),
              UnorderedElementsAre("node:PE1", "node:CE1", "node:CE2",
                                   link("CE1:GigabitEthernet1/0/0", "PE1:GigabitEthernet3/0/0")));
  EXPECT_THAT(single("pw-status-negotiation/good"),
              UnorderedElementsAre("node:PE3", "node:CE1", "node:CE2",
                                   link("CE2:GigabitEthernet1/0/0", "PE3:GigabitEthernet3/0/0")));
  EXPECT_THAT(single("secondary-vpws/good"),
              UnorderedElementsAre("node:PE1", "node:CE1", "node:CE2",
                                   link("CE1:GigabitEthernet1/0/0", "PE1:GigabitEthernet1/0/0")));
  EXPECT_THAT(single("vpws-track-vpnv6-route/good"),
              UnorderedElementsAre("node:CSG", "port:CSG:GigabitEthernet1/0/0"));
}

// Losing SPE1 its hub PWs: its two core links, one of them and the NPE at the end of the other.
TEST(Hvpls, WithoutTrackHubPwTrafficDiesAtTheSpe) {
  const std::string to_npe1 = link("NPE1:GigabitEthernet1/0/0", "SPE1:GigabitEthernet2/0/0");
  const std::string to_npe2 = link("NPE2:GigabitEthernet1/0/0", "SPE1:GigabitEthernet3/0/0");
  for (const char* folder :
       {"hvpls-track-hub-pw/broken-no-track-hub-pw", "hvpls-track-hub-pw/broken-track-under-hub"}) {
    const Sample sample(folder);
    EXPECT_THAT(sample.bad(Outcome::LostAvoidable, false),
                UnorderedElementsAre(Names{to_npe1, to_npe2}, Names{"node:NPE1", to_npe2},
                                     Names{"node:NPE2", to_npe1}));
    EXPECT_THAT(sample.bad(Outcome::DualActive), IsEmpty());
  }
}

TEST(Hvpls, ASpokeOutsideOfTheGroupDoublesFrames) {
  const Sample sample("hvpls-track-hub-pw/broken-group-one-member");
  EXPECT_THAT(sample.bad(Outcome::DualActive), UnorderedElementsAre(Names{}));
}

TEST(Hvpls, AWrongVsiIdIsNoticedWhenTheOtherSpeFails) {
  const Sample sample("hvpls-track-hub-pw/broken-vsi-id");
  EXPECT_THAT(sample.outcomes({}), testing::Each(Outcome::Delivered));
  EXPECT_THAT(sample.bad(Outcome::LostUnavoidable, false),
              IsSupersetOf({Names{"node:SPE1"},
                            Names{link("SPE1:GigabitEthernet1/0/0", "UPE1:GigabitEthernet2/0/0")}}));
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable), IsEmpty());
}

// CE1 and CE3 do not reach each other; CE2 is served, also when NPE1 fails.
TEST(Hvpls, AMissingPeerCutsOneSiteFromTheStart) {
  const Sample sample("hvpls-track-hub-pw/broken-peer-missing");
  EXPECT_THAT(sample.outcomes({}),
              UnorderedElementsAre(Outcome::Delivered, Outcome::Delivered, Outcome::LostAvoidable));
  EXPECT_THAT(sample.outcomes({"node:NPE1"}), testing::Each(Outcome::Delivered));
}

TEST(Hvpls, AnEqualPreferenceStillCarries) {
  const Sample sample("hvpls-track-hub-pw/broken-equal-preference");
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable), IsEmpty());
}

// PE2 has lost both ways into the core, and PE3 cannot hand over to it.
TEST(IndependentPws, WithoutBypassOrStandbyTrafficDiesAtTheBackup) {
  const std::string by_p1 = link("P1:GigabitEthernet2/0/0", "PE2:GigabitEthernet1/0/0");
  const std::string by_p2 = link("P2:GigabitEthernet2/0/0", "PE2:GigabitEthernet2/0/0");
  for (const char* folder :
       {"independent-pw-redundancy/broken-no-bypass", "independent-pw-redundancy/broken-no-pw-redundancy"}) {
    const Sample sample(folder);
    EXPECT_THAT(sample.outcomes({}), testing::Each(Outcome::Delivered));
    const std::set<Names> lost = sample.bad(Outcome::LostAvoidable);
    EXPECT_THAT(lost, IsSupersetOf({Names{by_p1, by_p2}, Names{"node:P1", by_p2}, Names{"node:P2", by_p1},
                                    Names{"board:PE2:1/0", "board:PE2:2/0"}}));
    for (const Names& names : lost) EXPECT_EQ(names.size(), 2U);
  }
}

TEST(IndependentPws, AMissingModeLosesNothingInTheSteadyState) {
  const Sample sample("independent-pw-redundancy/broken-mode-missing");
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable), IsEmpty());
  EXPECT_THAT(sample.bad(Outcome::DualActive), IsEmpty());
}

class TwoMasters : public testing::TestWithParam<const char*> {};

TEST_P(TwoMasters, FromTheStart) {
  EXPECT_THAT(Sample(std::string("pw-status-negotiation/") + GetParam()).outcomes({}),
              testing::ElementsAre(Outcome::DualActive));
}

INSTANTIATE_TEST_SUITE_P(Variants, TwoMasters,
                         testing::Values("broken-addresses", "broken-discriminators", "broken-etrunk-id",
                                         "broken-key-differs"));

// The page leaves open what an undefined session does to the E-Trunk that tracks it.
TEST(PwStatus, AnUndefinedSessionLeavesTheMasterOpen) {
  const Sample sample("pw-status-negotiation/broken-bfd-undefined");
  EXPECT_THAT(sample.outcomes({}), testing::ElementsAre(Outcome::Unknown));
}

class NoBackup : public testing::TestWithParam<const char*> {};

TEST_P(NoBackup, IsNoticedWhenThePrimaryFails) {
  const Sample sample(std::string("secondary-vpws/") + GetParam());
  EXPECT_THAT(sample.outcomes({}), testing::Each(Outcome::Delivered));
  EXPECT_THAT(sample.outcomes({"node:PE2"}), testing::Each(Outcome::LostUnavoidable));
}

INSTANTIATE_TEST_SUITE_P(Variants, NoBackup,
                         testing::Values("broken-encapsulation", "broken-same-peer", "broken-vc-id"));

TEST(SecondaryVpws, AControlWordThatDiffersBetweenPwsKeepsBothUp) {
  const Sample sample("secondary-vpws/broken-control-word");
  EXPECT_THAT(sample.outcomes({"node:PE2"}), testing::ElementsAre(Outcome::Delivered));
}

// AGG1 has lost its ways to the RSGs, and the CSG does not see it.
TEST(TrackedRoute, WithoutItTrafficDiesAtTheAggregation) {
  const std::string to_rsg1 = link("AGG1:GigabitEthernet2/0/0", "RSG1:GigabitEthernet1/0/0");
  const std::string to_agg2 = link("AGG1:GigabitEthernet3/0/0", "AGG2:GigabitEthernet3/0/0");
  const Sample sample("vpws-track-vpnv6-route/broken-no-track-route");
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable, false),
              UnorderedElementsAre(Names{to_rsg1, to_agg2}, Names{"node:RSG1", to_agg2}));
}

TEST(TrackedRoute, AWrongTargetLeavesTheServiceOnTheSecondary) {
  const Sample sample("vpws-track-vpnv6-route/broken-route-target");
  EXPECT_THAT(sample.outcomes({}), testing::Each(Outcome::Delivered));
  EXPECT_THAT(sample.outcomes({"node:AGG2"}), testing::Each(Outcome::LostUnavoidable));
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable), IsEmpty());
}

TEST(TrackedRoute, HalfAVeGroupEndsFramesInTheL2ve) {
  const Sample sample("vpws-track-vpnv6-route/broken-ve-group");
  EXPECT_THAT(sample.outcomes({}), testing::Contains(Outcome::LostAvoidable));
}

// The tracked prefix is never there: AGG1's PW stays down, though AGG1 could deliver to the prefix that is.
TEST(TrackedRoute, APrefixThatNobodyOriginatesLeavesNoBackup) {
  const Sample sample("vpws-track-vpnv6-route/broken-prefix-not-originated");
  EXPECT_THAT(sample.outcomes({}), testing::Contains(Outcome::Delivered));
  EXPECT_THAT(sample.bad(Outcome::LostAvoidable, false),
              IsSupersetOf({Names{"node:AGG2"},
                            Names{link("AGG2:GigabitEthernet1/0/0", "CSG:GigabitEthernet3/0/0")}}));
}

}  // namespace
}  // namespace holdfast::replay
