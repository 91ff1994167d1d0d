// A network that stands gets more devices, links and services.

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/report/plan.h"
#include "app/session/plan.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* kFirst = R"(e-trunk-key: Feldspar-31
devices: {PE1: pe, PE2: pe, PE3: pe, P1: p, P2: p, CE1: ce, CE2: ce}
links: [[PE1, P1], [PE1, P2], [P1, P2], [P1, PE2], [P2, PE3], [PE2, PE3], [CE1, PE1], [CE2, PE2], [CE2, PE3]]
services:
  line: {kind: vpws, ends: [CE1, {at: CE2, homing: etrunk}]}
)";

// PE4 on P1 and P2, and a service to it.
constexpr const char* kPe4 = R"(existing: net
devices: {PE4: pe, PE1: pe}
links: [[PE4, P1], [PE4, P2]]
services:
  other: {kind: vpws, ends: [PE1, PE4]}
)";

class GrowingNetwork : public testing::Test {
 protected:
  void SetUp() override { plan_first(kFirst); }

  void plan_first(const std::string& text) {
    first_ = planned(text);
    ASSERT_TRUE(first_.verified) << report::plan_text(first_, {});
    for (const session::NamedText& file : first_.files) folder_.write("net/" + file.path, file.text);
  }

  session::PlanResult planned(const std::string& text) {
    folder_.write("intent.yaml", text);
    session::PlanCall call;
    call.path = folder_.path() + "/intent.yaml";
    return session::plan(call);
  }

  std::vector<std::string> problems_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const session::InputProblem& it : planned(text).problems)
      lines.push_back(fmt::format("{}:{}: {}", it.line, it.column, it.message));
    return lines;
  }

  const std::string& text_of(const session::PlanResult& result, const std::string& path) const {
    const auto at = std::ranges::find(result.files, path, &session::NamedText::path);
    EXPECT_NE(at, result.files.end()) << path;
    return at->text;
  }

  test::TemporaryFolder folder_;
  session::PlanResult first_;
};

TEST_F(GrowingNetwork, GetsADeviceAndServices) {
  const session::PlanResult result = planned(R"(existing: net
devices: {PE1: pe, PE4: pe, CE3: ce}
links: [[PE4, P1], [PE4, P2], [CE3, PE4]]
services:
  more: {kind: vpws, ends: [CE3, {at: CE2, homing: etrunk}]}
  other: {kind: vpws, ends: [PE1, CE3]}
)");
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_EQ(result.devices, 2U);
  // The E-Trunk that CE2 hangs on carries the new service too, and its IDs are not those of the old one.
  EXPECT_THAT(text_of(result, "PE2.cfg"), HasSubstr("interface Eth-Trunk10.101\n"));
  EXPECT_THAT(text_of(result, "PE2.cfg"), HasSubstr("mpls l2vc 10.255.0.8 1004 control-word\n"));
  EXPECT_THAT(text_of(result, "PE4.cfg"), HasSubstr("mpls lsr-id 10.255.0.8\n"));
  EXPECT_EQ(text_of(result, "CE1.cfg"), text_of(first_, "CE1.cfg"));
  std::vector<std::string> changed;
  for (const session::DeviceAddition& it : result.additions) changed.push_back(it.device);
  EXPECT_THAT(changed, ElementsAre("CE2", "P1", "P2", "PE1", "PE2", "PE3"));
  for (const session::FileChange& change : result.changes) {
    for (const session::LineHunk& hunk : change.hunks) EXPECT_EQ(hunk.old_count, 0U);
  }
}

TEST_F(GrowingNetwork, KeepsBytesThatAreNotItsOwn) {
  std::string text = text_of(first_, "P1.cfg");
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.insert(at, "\r");
  folder_.write("net/P1.cfg", text);
  const session::PlanResult result = planned(kPe4);
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  const std::string& grown = text_of(result, "P1.cfg");
  EXPECT_EQ(std::ranges::count(grown, '\r'), std::ranges::count(grown, '\n'));
}

TEST_F(GrowingNetwork, TakesTheWayThatHasRoom) {
  const std::string text = R"(existing: {folder: net, links: [{ends: [P1, PE2], capacity: 10M}]}
devices: {PE1: pe, PE2: pe}
services:
  wide: {kind: vpws, ends: [PE1, PE2], bandwidth: 1G, targets: {survive: []}}
)";
  const session::PlanResult result = planned(text);
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_THAT(result.services[0].reasons, ElementsAre("PE1 to PE2: PE1–P2–PE3–PE2, an explicit path"));
  // TE is switched on where the tunnel runs, and nowhere else.
  EXPECT_THAT(text_of(result, "PE3.cfg"), HasSubstr("rsvp-te"));
}

TEST_F(GrowingNetwork, NamesGroupsOfLinksThatStand) {
  const session::PlanResult result =
      planned(R"(existing: {folder: net, links: [{ends: [PE1, P1], groups: [duct]}]}
devices: {PE1: pe, PE2: pe, PE4: pe}
links: [{ends: [PE4, P1], groups: [duct]}, [PE4, P2]]
services:
  other: {kind: vpws, ends: [PE1, PE4]}
)");
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_THAT(result.files.back().text,
              HasSubstr("duct: [\"link:P1:GigabitEthernet4/0/0--PE4:GigabitEthernet1/0/0\", "
                        "\"link:P1:GigabitEthernet1/0/0--PE1:GigabitEthernet1/0/0\"]"));
}

TEST_F(GrowingNetwork, IsTheSameTwice) {
  EXPECT_EQ(report::plan_json(planned(kPe4)), report::plan_json(planned(kPe4)));
}

// Of candidates of one price the one that lies between new devices.
TEST_F(GrowingNetwork, ChangesAsFewDevicesAsItCan) {
  const session::PlanResult result = planned(R"(existing: net
devices: {PE1: pe, PE4: pe, PE5: pe}
links: [[PE4, P1], [PE5, P2]]
candidates:
  - {ends: [PE4, P2], price: 7}
  - {ends: [PE4, PE5], price: 7}
services:
  other: {kind: vpws, ends: [PE1, PE4]}
)");
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  ASSERT_THAT(result.chosen, SizeIs(1));
  EXPECT_EQ(result.chosen[0].name, "PE4–PE5");
}

// --- what cannot be

TEST_F(GrowingNetwork, NamesFoldersThatAreNone) {
  EXPECT_THAT(problems_of("services: {}\nexisting: nowhere\n"),
              ElementsAre("2:11: `existing`: there is no folder " + folder_.path() + "/nowhere"));
  folder_.write("empty/readme.md", "nothing");
  EXPECT_THAT(problems_of("existing: {folder: empty}\n"),
              ElementsAre("1:20: `existing`: " + folder_.path() + "/empty holds no configuration"));
}

TEST_F(GrowingNetwork, NamesErrorsOfTheSnapshot) {
  folder_.write("net/holdfast.yaml", "links: 7\n");
  const session::PlanResult result = planned("existing: net\nservices: {}\n");
  EXPECT_FALSE(result.infeasible);
  ASSERT_THAT(result.problems, SizeIs(2));
  EXPECT_THAT(result.problems[0].path, HasSubstr("holdfast.yaml"));
  EXPECT_THAT(result.problems[1].message, HasSubstr("has errors, see there"));
}

TEST_F(GrowingNetwork, NamesDevicesThatDoNotFit) {
  const std::string start = "existing: net\n";
  EXPECT_THAT(problems_of(start + "services:\n  a: {kind: vpws, ends: [PE1, PE9]}\ndevices: {PE1: pe}\n"),
              ElementsAre("3:31: there is no device `PE9`; is `PE1` meant?"));
  EXPECT_THAT(problems_of(start + "services:\n  a: {kind: vpws, ends: [PE1, CE2]}\n"),
              ElementsAre("3:26: PE1 stands in the existing network; say its role in `devices`: PE1: pe"));
  EXPECT_THAT(problems_of(start + "devices: {PE1: ce}\nservices: {}\n"),
              ElementsAre("2:16: PE1 forwards MPLS in the existing network and cannot be a ce"));
  EXPECT_THAT(
      problems_of(start + "devices: {CE1: pe}\nservices: {}\n"),
      ElementsAre("2:16: CE1 runs no MPLS in the existing network and cannot be a device that forwards"));
  EXPECT_THAT(problems_of(start + "devices: {PE9: {role: pe, loopback: 10.255.0.1}}\nservices: {}\n"),
              ElementsAre("2:37: the loopback 10.255.0.1 is PE1's in the existing network"));
  EXPECT_THAT(problems_of(start + "igp: ospf\nservices: {}\n"),
              ElementsAre("2:6: the existing network has the other IGP; leave this out to join it"));
}

TEST_F(GrowingNetwork, NamesWhatIsInUse) {
  EXPECT_THAT(problems_of(R"(existing: net
devices: {PE9: {role: pe, loopback: 10.16.0.1}, PE1: pe}
links: [[PE9, P1], [PE9, P2]]
services:
  a: {kind: vpws, ends: [PE9, PE1]}
)"),
              ElementsAre("2:37: 10.16.0.1 is in use in the existing network"));
  EXPECT_THAT(problems_of(R"(existing: net
devices: {PE1: pe}
services:
  a: {kind: vpws, vlan: 100, ends: [PE1, {at: CE2, homing: etrunk}]}
)"),
              ElementsAre("4:3: service a: VLAN 100 is in use on PE2 Eth-Trunk10.100",
                          "4:3: service a: VLAN 100 is in use on PE3 Eth-Trunk10.100",
                          "4:3: service a: VLAN 100 is in use on CE2 Vlanif100"));
  EXPECT_THAT(problems_of(R"(existing: {folder: net, links: [{ends: [PE1, PE2], capacity: 1G}]}
services: {}
)"),
              ElementsAre("1:33: the existing network has no link between PE1 and PE2 that could carry PWs"));
}

TEST_F(GrowingNetwork, InventsNoKeys) {
  for (const session::NamedText& file : first_.files) {
    std::string keyed = file.text;
    const std::size_t at = keyed.find(" cost-style wide\n");
    if (at != std::string::npos) keyed.insert(at, " domain-authentication-mode md5 plain Feldspar-77\n");
    folder_.write("net/" + file.path, keyed);
  }
  EXPECT_THAT(problems_of(kPe4), ElementsAre("3:9: the IGP of P1 wants a key, and PE4 cannot have it",
                                             "3:20: the IGP of P2 wants a key, and PE4 cannot have it"));
}

// P1 speaks LDP to neither P2 nor PE2, over which the routes lead as well.
TEST_F(GrowingNetwork, CompletesLdpWhereItIsNeeded) {
  for (const char* path : {"P1.cfg", "P2.cfg", "PE2.cfg"}) {
    std::string text = text_of(first_, path);
    for (const char* other : {"to P1", "to P2", "to PE2"}) {
      const std::size_t at = text.find(fmt::format("description {}\n", other));
      if (at == std::string::npos) continue;
      const std::size_t ldp = text.find(" mpls ldp\n", at);
      text.erase(ldp, 10);
    }
    folder_.write(std::string("net/") + path, text);
  }
  const session::PlanResult result = planned(kPe4);
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_THAT(report::plan_commands(result),
              HasSubstr("## PE2\n\n```\ninterface GigabitEthernet1/0/0\nmpls\n"));
}

TEST_F(GrowingNetwork, LetsLsrIdsJoinTheIgp) {
  std::string text = text_of(first_, "PE1.cfg");
  const std::size_t at = text.find(" isis enable 1\n", text.find("interface LoopBack0\n"));
  ASSERT_NE(at, std::string::npos);
  text.erase(at, 15);
  folder_.write("net/PE1.cfg", text);
  const session::PlanResult result = planned(kPe4);
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  EXPECT_THAT(report::plan_commands(result), HasSubstr("interface LoopBack0\nisis enable 1\nquit\n"));
}

// --- several areas

// UPEs speak IS-IS with the SPEs, which speak OSPF with the core.
TEST(GrowingDomains, AreJoinedWhereLinksLead) {
  const std::string net = std::string(HOLDFAST_SOURCE_DIR) + "/samples/hvpls-track-hub-pw/good";
  const test::TemporaryFolder folder;
  std::filesystem::copy(net, folder.path() + "/net", std::filesystem::copy_options::recursive);
  const auto planned = [&](const std::string& text) {
    folder.write("intent.yaml", text);
    session::PlanCall call;
    call.path = folder.path() + "/intent.yaml";
    return session::plan(call);
  };
  const session::PlanResult result = planned(R"(existing: net
devices: {UPE2: {role: upe, beside: UPE1}, SPE1: spe, SPE2: spe, NPE1: npe, NPE2: npe, NPE9: npe, CE9: ce}
links: [[UPE2, SPE1], [UPE2, SPE2], [NPE9, NPE1], [NPE9, NPE2], [CE9, UPE2]]
services:
  second: {kind: vpls, ends: [CE9, NPE9, NPE2]}
)");
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  const auto text_of = [&](const std::string& path) {
    return std::ranges::find(result.files, path, &session::NamedText::path)->text;
  };
  EXPECT_THAT(text_of("UPE2.cfg"), HasSubstr("\nisis 1\n"));
  EXPECT_THAT(text_of("UPE2.cfg"), Not(HasSubstr("ospf")));
  EXPECT_THAT(text_of("NPE9.cfg"), HasSubstr("\nospf 1 router-id"));
  EXPECT_THAT(text_of("NPE9.cfg"), Not(HasSubstr("isis")));
  const session::PlanResult across = planned(R"(existing: net
devices: {NPE9: npe}
links: [[NPE9, NPE1], [NPE9, UPE1]]
services: {}
)");
  ASSERT_THAT(across.problems, SizeIs(1));
  EXPECT_EQ(across.problems[0].message, "UPE1 leads into another IGP area or level than the links before it");
  const session::PlanResult elsewhere = planned(R"(existing: net
devices: {NPE9: {role: npe, beside: UPE1}}
links: [[NPE9, NPE1]]
services: {}
)");
  ASSERT_THAT(elsewhere.problems, SizeIs(1));
  EXPECT_EQ(elsewhere.problems[0].message, "the links of NPE9 lead into no IGP area or level of UPE1");
  const session::PlanResult through = planned(R"(existing: net
devices: {NPE1: npe, UPE1: upe}
services:
  a: {kind: vpws, ends: [NPE1, UPE1]}
)");
  ASSERT_THAT(through.problems, SizeIs(1));
  EXPECT_THAT(through.problems[0].message, HasSubstr("service a wants a way from NPE1 to UPE1"));
}

// --- what is said of costs

TEST_F(GrowingNetwork, MovesNoRouteWithLinksWhoseCostIsNotSaid) {
  const std::string text = R"(existing: net
devices: {PE4: pe, PE1: pe}
links: [[PE4, PE2], [PE4, PE1], [PE1, PE2]]
services:
  other: {kind: vpws, ends: [PE1, PE4]}
)";
  const session::PlanResult result = planned(text);
  EXPECT_TRUE(result.verified) << report::plan_text(result, {});
  // Two links of 10 lead from PE1 to PE2.
  EXPECT_THAT(text_of(result, "PE1.cfg"), HasSubstr(" isis cost 11\n"));
  EXPECT_THAT(text_of(result, "PE1.cfg"), HasSubstr(" isis cost 21\n"));
}

// The direct link draws the primary PW onto PE3, where the secondary ends.
TEST_F(GrowingNetwork, ShowsWhatACostDoesToOthers) {
  const session::PlanResult result = planned(R"(existing: net
devices: {PE1: pe}
links: [{ends: [PE1, PE3], cost: 1}]
services:
  other: {kind: vpws, ends: [PE1, CE2], targets: {survive: []}}
)");
  ASSERT_THAT(result.problems, IsEmpty()) << result.problems[0].message;
  EXPECT_FALSE(result.verified);
  EXPECT_THAT(report::plan_text(result, {}), HasSubstr("warning[FD001]"));
}

TEST_F(GrowingNetwork, DoesNotTurnAPortIntoSomethingElse) {
  const auto problems = problems_of(R"(existing: net
devices: {PE1: pe}
services:
  a: {kind: vpws, ends: [PE1, {at: CE2, homing: mvrrp}]}
)");
  ASSERT_THAT(problems, Not(IsEmpty()));
  EXPECT_THAT(problems[0],
              HasSubstr("4:3: service a: the link of CE2 to PE2 carries other services already"));
}

}  // namespace
}  // namespace holdfast
