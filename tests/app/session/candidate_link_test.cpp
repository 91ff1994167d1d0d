#include "app/session/candidate_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/session/free_places.h"
#include "app/session/judged_link.h"
#include "app/session/load.h"
#include "tests/support/sample.h"

namespace holdfast::session {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DeviceId device(const Snapshot& snapshot, const std::string& name) {
  for (std::size_t i = 0; i < snapshot.network.devices.size(); ++i) {
    if (*snapshot.network.devices[i].name == name) return DeviceId(i);
  }
  ADD_FAILURE() << "no device " << name;
  return {};
}

CandidateLink linked(const std::string& sample, const std::string& a, const std::string& b) {
  const auto snapshot = test::sample(sample);
  return add_link(snapshot, device(*snapshot, a), device(*snapshot, b));
}

std::string port(const std::vector<std::string>& ports, const std::string& like) {
  Device device;
  for (const std::string& name : ports) {
    Interface it;
    it.name = name;
    device.interfaces.push_back(it);
  }
  return free_port(device, like);
}

TEST(FreePort, CountsWhereTheOthersDiffer) {
  EXPECT_EQ(port({"GigabitEthernet1/0/0"}, "GigabitEthernet1/0/0"), "GigabitEthernet1/0/1");
  EXPECT_EQ(port({"GigabitEthernet1/0/0", "GigabitEthernet2/0/0"}, "GigabitEthernet1/0/0"),
            "GigabitEthernet3/0/0");
  EXPECT_EQ(port({"GigabitEthernet0/1/0", "GigabitEthernet0/1/4", "GigabitEthernet0/1/4.10", "LoopBack0"},
                 "GigabitEthernet0/1/0"),
            "GigabitEthernet0/1/5");
}

TEST(FreePort, IsOnTheBoardWithTheFewestPortsInUse) {
  EXPECT_EQ(
      port({"GigabitEthernet0/1/0", "GigabitEthernet0/1/1", "GigabitEthernet0/2/0"}, "GigabitEthernet0/1/0"),
      "GigabitEthernet0/2/1");
}

TEST(FreePort, SharesNumbersWithOtherTypesOnItsBoard) {
  EXPECT_EQ(port({"GigabitEthernet0/1/0", "GigabitEthernet0/1/1", "25GE0/1/2"}, "GigabitEthernet0/1/0"),
            "GigabitEthernet0/1/3");
  EXPECT_EQ(port({"25GE0/1/2"}, "25GE0/1/2"), "25GE0/1/3");
}

TEST(FreeSubnets, AreNeitherConfiguredNorNamed) {
  const auto snapshot = load_texts({{"a.cfg",
                                     "sysname A\n#\ninterface GigabitEthernet0/1/0\n"
                                     " ip address 10.0.0.1 255.255.255.252\n#\n"
                                     "interface GigabitEthernet0/1/1\n ip address 10.0.0.9 30\n#\n"
                                     "ip route-static 10.7.0.0 16 10.0.0.6\n#\nreturn\n"}});
  const FreeSubnets subnets(snapshot->network);
  const auto found = subnets.behind({ip(*parse_ipv4("10.0.0.1")), 30});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(to_string(*found), "10.0.0.12/30");
  EXPECT_FALSE(subnets.behind({ip(*parse_ipv4("255.255.255.252")), 30}).has_value());
}

TEST(CandidateLink, TakesAfterTheOtherCoreLinks) {
  const CandidateLink link = linked("secondary-vpws/good", "PE2", "PE3");
  ASSERT_EQ(link.problem, "");
  EXPECT_THAT(link.remarks, IsEmpty());
  EXPECT_THAT(
      link.ends[0].commands,
      AllOf(Contains("interface " + link.ends[0].interface), Contains("description to PE3"), Contains("mpls"),
            Contains("mpls ldp"), Contains("ospf network-type p2p"), Contains(HasSubstr("network 10.3."))));
  EXPECT_EQ(link.ends[0].address.network(), link.ends[1].address.network());
  EXPECT_NE(link.ends[0].address, link.ends[1].address);
  EXPECT_EQ(link.name, "link:PE2:" + link.ends[0].interface + "--PE3:" + link.ends[1].interface);
}

TEST(CandidateLink, RunsIsisAsTheOthersDo) {
  const CandidateLink link = linked("pw-status-negotiation/good", "PE1", "PE3");
  ASSERT_EQ(link.problem, "");
  EXPECT_THAT(link.ends[0].commands,
              AllOf(Contains("isis enable 1"), Contains("isis circuit-type p2p"), Contains("mpls ldp")));
}

TEST(CandidateLink, NeedsOneIgpOnBothDevices) {
  EXPECT_THAT(linked("secondary-vpws/good", "CE1", "PE2").problem,
              HasSubstr("CE1 and PE2 have no core links that run one IGP"));
  EXPECT_EQ(linked("secondary-vpws/good", "PE2", "PE2").problem, "a link joins two devices");
  // UPE1 is in IS-IS, the NPEs in OSPF.
  EXPECT_THAT(linked("hvpls-track-hub-pw/good", "UPE1", "NPE1").problem, HasSubstr("run one IGP"));
}

TEST(CandidateLink, KeysAreLeftToPeople) {
  const auto text = [](const std::string& name, const std::string& lsr, const std::string& own) {
    return "sysname " + name + "\n#\nmpls lsr-id " + lsr +
           "\n#\nmpls\n#\nmpls ldp\n#\nisis 1\n network-entity 49.0001.0000.0000.000" + lsr.back() +
           ".00\n#\ninterface GigabitEthernet0/1/0\n ip address " + own +
           " 255.255.255.252\n isis enable 1\n isis authentication-mode md5 cipher Key-1234\n mpls\n mpls "
           "ldp\n"
           "#\ninterface LoopBack0\n ip address " +
           lsr + " 255.255.255.255\n isis enable 1\n#\nreturn\n";
  };
  const auto snapshot =
      load_texts({{"a.cfg", text("A", "1.1.1.1", "10.0.0.1")}, {"b.cfg", text("B", "1.1.1.2", "10.0.0.2")}});
  const CandidateLink link = add_link(snapshot, device(*snapshot, "A"), device(*snapshot, "B"));
  ASSERT_EQ(link.problem, "");
  EXPECT_EQ(link.ends[0].interface, "GigabitEthernet0/1/1");
  EXPECT_THAT(link.remarks, ElementsAre(HasSubstr("authenticates; on GigabitEthernet0/1/1 of A"),
                                        HasSubstr("authenticates; on GigabitEthernet0/1/1 of B")));
  for (const std::string& line : link.ends[0].commands) EXPECT_EQ(line.find("Key-1234"), line.npos);
}

FailureOptions links_only(std::size_t k) {
  FailureOptions options;
  options.k = k;
  options.kinds = {ElementKind::Link};
  return options;
}

TEST(JudgedLink, TellsWhichServicesSurviveMore) {
  // Without the links of PE2 and PE3 to each other, PE1's two links are all there is.
  const auto snapshot = test::sample("secondary-vpws/good");
  const JudgedLink judged =
      judge_link(snapshot, device(*snapshot, "PE1"), device(*snapshot, "PE2"), links_only(2));
  ASSERT_EQ(judged.link.problem, "");
  ASSERT_EQ(judged.change.changes.size(), 1U);
  const ToleranceChange& change = judged.change.changes.front();
  EXPECT_FALSE(change.survives_less());
  ASSERT_FALSE(change.gained.empty());
  for (const std::string& it : change.gained.front().elements) EXPECT_THAT(it, HasSubstr("link:"));
  EXPECT_EQ(snapshot->network.devices.size(), judged.link.snapshot->network.devices.size());
  EXPECT_THAT(judged.brings, IsEmpty());
}

TEST(JudgedLink, SearchesOnceWhatIsKnown) {
  const auto snapshot = test::sample("secondary-vpws/good");
  const auto before = std::make_shared<const FailuresResult>(find_failures(snapshot, links_only(1)));
  const JudgedLink judged =
      judge_link(snapshot, device(*snapshot, "PE1"), device(*snapshot, "PE2"), links_only(1), before);
  EXPECT_EQ(judged.before, before);
  EXPECT_EQ(judged.after->k, 1U);
}

TEST(JudgedLink, OfALinkThatCannotBeNothingIsSearched) {
  const auto snapshot = test::sample("secondary-vpws/good");
  const JudgedLink judged =
      judge_link(snapshot, device(*snapshot, "CE1"), device(*snapshot, "PE2"), links_only(1));
  EXPECT_NE(judged.link.problem, "");
  EXPECT_EQ(judged.after, nullptr);
}

}  // namespace
}  // namespace holdfast::session
