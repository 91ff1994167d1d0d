#include "app/session/names.h"

#include <gtest/gtest.h>

#include "app/session/nearest.h"
#include "solver/pairing/elements.h"
#include "tests/support/sample.h"

namespace holdfast::session {
namespace {

class Names : public testing::Test {
 protected:
  std::string element(std::string_view text) const {
    const NamedElement found = find_element(*snapshot_, universe_, text);
    return found.id.valid() ? universe_.elements[found.id.index].name : found.problem;
  }
  std::string service(std::string_view text) const {
    const NamedService found = find_service(*snapshot_, net_, text);
    return found.service != nullptr ? found.service->name : found.problem;
  }

  std::shared_ptr<const Snapshot> snapshot_ = test::sample("independent-pw-redundancy/good");
  pairing::Pairing net_{snapshot_->network};
  FailureUniverse universe_ = pairing::failure_universe(net_);
};

constexpr const char* kLink = "link:P1:GigabitEthernet1/0/0--PE1:GigabitEthernet1/0/0";

TEST_F(Names, AbbreviationsAndLetterCase) {
  EXPECT_EQ(element("NODE:pe2"), "node:PE2");
  EXPECT_EQ(element("board:pe2:1/0"), "board:PE2:1/0");
  EXPECT_EQ(element("link:PE1:GE1/0/0--P1:GE1/0/0"), kLink);
  EXPECT_EQ(element("link:p1:ge1/0/0--pe1:GigabitEthernet1/0/0"), kLink);
}

TEST_F(Names, ALinkByOneOfItsEndsAndADeviceByItsName) {
  EXPECT_EQ(element("link:PE1:GE1/0/0"), kLink);
  EXPECT_EQ(element("port:PE1:GE1/0/0"), kLink);
  EXPECT_EQ(element("PE1:GE1/0/0"), kLink);
  EXPECT_EQ(element("pe3"), "node:PE3");
}

TEST_F(Names, WhatIsNotThereGetsTheNearest) {
  EXPECT_EQ(element("node:PE9"), "there is no element `node:PE9`; is `node:PE1` meant?");
  EXPECT_EQ(element("borad:PE2:1/0"), "there is no element `borad:PE2:1/0`; is `board:PE2:1/0` meant?");
  EXPECT_EQ(element("nothing-like-it-at-all"), "there is no element `nothing-like-it-at-all`");
  EXPECT_EQ(element("link:PE1:GE1/0/9"),
            std::string("there is no element `link:PE1:GE1/0/9`; is `") + kLink + "` meant?");
  EXPECT_EQ(element(""), "there is no element ``");
}

TEST_F(Names, ServicesByIdOrAttachmentCircuit) {
  constexpr const char* kId = "vpws:PE1:GigabitEthernet3/0/0.100";
  EXPECT_EQ(service(kId), kId);
  EXPECT_EQ(service("VPWS:pe1:ge3/0/0.100"), kId);
  EXPECT_EQ(service("pe1:GE3/0/0.100"), kId);
  EXPECT_EQ(service("PE2:Eth-Trunk10.100"), kId);
  EXPECT_EQ(service("vpws:PE1:GigabitEthernet3/0/0.101"),
            std::string("there is no service `vpws:PE1:GigabitEthernet3/0/0.101`; is `") + kId + "` meant?");
}

TEST(Nearest, TakesTheFewestChangedLetters) {
  const std::vector<std::string> names{"alpha", "alphabet", "beta"};
  EXPECT_EQ(nearest("ALPHA", names), "alpha");
  EXPECT_EQ(nearest("alphabat", names), "alphabet");
  EXPECT_EQ(nearest("bxta", names), "beta");
  EXPECT_EQ(nearest("gamma", names), "");
  EXPECT_EQ(nearest("", names), "");
}

}  // namespace
}  // namespace holdfast::session
