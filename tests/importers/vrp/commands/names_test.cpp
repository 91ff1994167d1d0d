#include <algorithm>
#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::IsEmpty;

bool holds(const Device& device, NameKind kind, bool definition, std::string_view name) {
  return std::ranges::any_of(device.names, [&](const NameUse& use) {
    return use.kind == kind && use.definition == definition && use.name == name;
  });
}

TEST(Names, PoliciesAndListsAreDefinedAndUsed) {
  const Device device = import_text(
      "router id 1.1.1.9\n"
      "acl number 3000\n"
      " rule 5 permit ip\n"
      "acl name users advance\n"
      "acl ipv6 number 3001\n"
      "ip ip-prefix pfx index 10 permit 10.1.1.0 24 greater-equal 32 less-equal 32\n"
      "ip ipv6-prefix pfx6 index 10 permit 2001:db8:: 32\n"
      "ip community-filter basic cf permit 100:1\n"
      "qos-profile qp\n"
      " car cir 100\n"
      "route-policy rp permit node 10\n"
      " if-match ip-prefix pfx\n"
      " if-match acl 3000\n"
      " if-match ipv6 address prefix-list pfx6\n"
      " if-match community-filter cf whole-match\n"
      " apply local-preference 200\n"
      "bgp 100\n"
      " ipv4-family vpnv4\n"
      "  peer 2.2.2.9 route-policy rp import\n"
      "interface GigabitEthernet0/1/0\n"
      " qos-profile qp inbound\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_EQ(**device.router_id, v4("1.1.1.9"));
  for (const bool definition : {true, false}) {
    EXPECT_TRUE(holds(device, NameKind::RoutePolicy, definition, "rp"));
    EXPECT_TRUE(holds(device, NameKind::Acl, definition, "3000"));
    EXPECT_TRUE(holds(device, NameKind::IpPrefixList, definition, "pfx"));
    EXPECT_TRUE(holds(device, NameKind::IpPrefixList, definition, "pfx6"));
    EXPECT_TRUE(holds(device, NameKind::CommunityFilter, definition, "cf"));
    EXPECT_TRUE(holds(device, NameKind::QosProfile, definition, "qp"));
  }
  EXPECT_TRUE(holds(device, NameKind::Acl, true, "users"));
  EXPECT_TRUE(holds(device, NameKind::Acl, true, "3001"));
}

TEST(Names, AMistypedConditionIsUnread) {
  const Device device = import_text(
      "route-policy rp permit node 10\n"
      " if-match ip-prefixx pfx\n");
  ASSERT_EQ(device.reading.unread.size(), 1U);
  EXPECT_EQ(device.reading.unread[0].suggestion, "ip-prefix");
}

}  // namespace
}  // namespace holdfast::vrp
