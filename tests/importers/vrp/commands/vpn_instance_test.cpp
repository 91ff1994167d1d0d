#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> values(const std::vector<Fact<std::string>>& facts) {
  std::vector<std::string> result;
  for (const auto& fact : facts) result.push_back(*fact);
  return result;
}

TEST(VpnInstance, FamiliesHoldTheirTargetsAndPolicies) {
  const Device device = import_text(
      "ip vpn-instance vpna\n"
      " ipv4-family\n"
      "  route-distinguisher 100:1\n"
      "  apply-label per-instance\n"
      "  tnl-policy p1\n"
      "  tnl-policy p2 evpn\n"
      "  import route-policy in\n"
      "  export route-policy out add-ert-first\n"
      "  vpn-target 100:1 100:2 export-extcommunity\n"
      "  vpn-target 100:3 import-extcommunity\n"
      "  vpn-target 100:9 export-extcommunity evpn\n"
      " ipv6-family\n"
      "  route-distinguisher 100:2\n"
      "  vpn-target 1.1.1.1:4\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.vpn_instances, SizeIs(1));
  const VpnInstance& instance = device.vpn_instances[0];
  EXPECT_EQ(instance.name, "vpna");
  ASSERT_THAT(instance.families, SizeIs(2));
  const VpnFamily& v4 = instance.families[0];
  EXPECT_EQ(v4.family, AddressFamily::Ipv4);
  EXPECT_EQ(**v4.route_distinguisher, "100:1");
  EXPECT_EQ(place(v4.route_distinguisher->where), "3:23+5");
  EXPECT_EQ(**v4.tunnel_policy, "p1");
  EXPECT_EQ(**v4.import_policy, "in");
  EXPECT_EQ(**v4.export_policy, "out");
  EXPECT_THAT(values(v4.export_targets), ElementsAre("100:1", "100:2"));
  EXPECT_THAT(values(v4.import_targets), ElementsAre("100:3"));
  EXPECT_EQ(place(v4.export_targets[1].where), "9:20+5");
  const VpnFamily& v6 = instance.families[1];
  EXPECT_EQ(v6.family, AddressFamily::Ipv6);
  EXPECT_THAT(values(v6.export_targets), ElementsAre("1.1.1.1:4"));
  EXPECT_THAT(values(v6.import_targets), ElementsAre("1.1.1.1:4"));
}

TEST(VpnInstance, OldFormWithoutFamiliesIsIpv4) {
  const Device device = import_text(
      "ip vpn-instance vpna\n"
      " route-distinguisher 100:1\n"
      " vpn-target 111:1 both\n"
      "#\n"
      "ip vpn-instance vpna\n"
      " vpn-target 111:2 import-extcommunity\n"
      " undo vpn-target 111:1 export-extcommunity\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.vpn_instances, SizeIs(1));
  ASSERT_THAT(device.vpn_instances[0].families, SizeIs(1));
  const VpnFamily& family = device.vpn_instances[0].families[0];
  EXPECT_EQ(family.family, AddressFamily::Ipv4);
  EXPECT_THAT(values(family.import_targets), ElementsAre("111:1", "111:2"));
  EXPECT_THAT(family.export_targets, IsEmpty());
}

TEST(VpnInstance, UndoTakesBackPoliciesAndAllTargets) {
  const Device device = import_text(
      "ip vpn-instance vpna\n"
      " ipv4-family\n"
      "  route-distinguisher 100:1\n"
      "  import route-policy in\n"
      "  vpn-target 111:1 111:2\n"
      "  undo import route-policy\n"
      "  undo vpn-target all\n");
  const VpnFamily& family = device.vpn_instances.at(0).families.at(0);
  EXPECT_FALSE(family.import_policy);
  EXPECT_THAT(family.import_targets, IsEmpty());
  EXPECT_THAT(family.export_targets, IsEmpty());
}

TEST(VpnInstance, AMistypedTargetIsUnread) {
  const Device device = import_text(
      "ip vpn-instance vpna\n"
      " ipv4-family\n"
      "  vpn-target 111:1 import-extcomunity\n");
  ASSERT_THAT(device.reading.unread, SizeIs(1));
  EXPECT_EQ(device.reading.unread[0].suggestion, "import-extcommunity");
  EXPECT_THAT(device.vpn_instances[0].unread, SizeIs(1));
}

TEST(VpnInstance, TargetsHaveTheirAsNumberInThePlainForm) {
  const Device device = import_text(
      "ip vpn-instance a\n"
      " ipv4-family\n"
      "  vpn-target 1.10:5 65546:5 1.1.1.1:7 import-extcommunity\n"
      "  undo vpn-target 0.9:1\n");
  const auto& targets = device.vpn_instances.at(0).families.at(0).import_targets;
  ASSERT_EQ(targets.size(), 2U);
  EXPECT_EQ(*targets[0], "65546:5");
  EXPECT_EQ(*targets[1], "1.1.1.1:7");
}

}  // namespace
}  // namespace holdfast::vrp
