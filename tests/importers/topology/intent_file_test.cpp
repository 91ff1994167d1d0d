#include "importers/topology/intent_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace holdfast::topology {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kSmall = R"(network: small
devices:
  PE1: {role: pe, loopback: 10.0.0.1}
  PE2: pe
  PE3: pe
  CE1: ce
links:
  - [PE1, PE2]
  - {ends: [PE1, PE3], cost: 20, capacity: 10G, groups: [duct]}
  - {ends: [PE2, PE3], groups: duct}
  - [CE1, PE2]
  - [CE1, PE3]
candidates:
  - {ends: [PE1, PE3], price: 7}
services:
  line:
    kind: vpws
    bandwidth: 100M
    ends: [PE1, {at: CE1, homing: mvrrp}]
    targets: {survive: [node]}
)";

std::string first_problem(const std::string& text) {
  const IntentFile file = read_intent_file(text, FileId{0});
  if (file.problems.empty()) return "none";
  return fmt::format("{}:{}: {}", file.problems[0].line, file.problems[0].column, file.problems[0].message);
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = kSmall;
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(IntentFile, IsRead) {
  const IntentFile file = read_intent_file(kSmall, FileId{0});
  ASSERT_EQ(first_problem(kSmall), "none");
  const intent::Intent& intent = file.intent;
  EXPECT_EQ(intent.devices.size(), 4U);
  EXPECT_EQ(to_string(**intent.devices[0].loopback), "10.0.0.1");
  EXPECT_EQ(intent.links[1].cost, 20U);
  EXPECT_EQ(intent.links[1].capacity, 10'000'000'000U);
  EXPECT_THAT(intent.groups, ElementsAre("duct"));
  EXPECT_EQ(intent.candidates[0].price, 7U);
  EXPECT_EQ(intent.services[0].bandwidth, 100'000'000U);
  EXPECT_EQ(intent.services[0].ends[1].homing, intent::Homing::Mvrrp);
  EXPECT_TRUE(intent.services[0].targets.node);
  EXPECT_FALSE(intent.services[0].targets.link);
  EXPECT_EQ(intent.services[0].where.line, 16U);
}

TEST(IntentFile, ErrorsNameLineAndColumn) {
  EXPECT_EQ(first_problem(changed("links:", "linkz:")), "7:1: unknown key `linkz`; is `links` meant?");
  EXPECT_EQ(first_problem(changed("[PE1, PE2]", "[PE1, PE4]")).substr(0, 35),
            "8:11: there is no device `PE4`; is ");
  EXPECT_EQ(first_problem(changed("role: pe,", "role: pu,")).substr(0, 30), "3:15: there is no role `pu`; k");
  EXPECT_EQ(first_problem(changed("10G", "10X")),
            "9:44: `capacity` takes bits per second, such as 100M or 10G");
  EXPECT_EQ(first_problem(changed("price: 7", "cost: 7")), "14:5: a candidate needs a `price`");
  EXPECT_EQ(first_problem(changed("homing: mvrrp", "homing: vrrp")),
            "19:35: there is no homing `vrrp`; is `mvrrp` meant?");
  EXPECT_EQ(first_problem(changed("PE2: pe", "PE2: {role: pe, loopback: 10.0.0.1}")),
            "4:29: the loopback 10.0.0.1 stands in line 3 already");
  EXPECT_EQ(first_problem(changed("survive: [node]", "survive: [nodes]")),
            "20:25: there is no kind of element `nodes`; is `node` meant?");
  EXPECT_EQ(first_problem(changed("PE1, {at", "{at: CE1, homing: routed}, {at")),
            "16:3: a `routed` end of a vpws wants the other end on one PE");
  EXPECT_EQ(first_problem("network: x\n"), "1:1: the intent has no `services`");
}

TEST(IntentFile, TakesAnyBytes) {
  for (const char* text : {"", "[", "a: [b", "services: 3", "devices: []\nservices: {}",
                           "links: {a: b}\nservices:", "services: {a: {ends: [[]], kind: []}}",
                           "pools: {vc-ids: 9-1, links: 10/33}"}) {
    EXPECT_NE(first_problem(text), "") << text;
  }
  EXPECT_THAT(first_problem("pools: {vc-ids: 9-1}\nservices: {}"), HasSubstr("1:17: `vc-ids` takes a range"));
}

}  // namespace
}  // namespace holdfast::topology
