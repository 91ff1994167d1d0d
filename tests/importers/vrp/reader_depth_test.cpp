// Lines that an archive indented too far stand in the view around them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(TooDeep, BelowAnIrrelevantLine) {
  const Device device = import_text(
      "ospf 1\n"
      " opaque-capability enable\n"
      "  area 0.0.0.0\n"
      "   network 10.0.0.0 0.0.0.3\n"
      "   mpls-te enable\n"
      " area 0.0.0.1\n"
      "  network 10.1.0.0 0.0.0.3\n"
      "#\n"
      "interface GigabitEthernet0/1/0.1\n"
      " statistic enable\n"
      "   mpls l2vc 10.0.0.2 5\n"
      "   mpls l2vc 10.0.0.3 6 secondary\n"
      " mtu 1600\n"
      "#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.ospf, SizeIs(1));
  ASSERT_THAT(device.ospf[0].areas, SizeIs(2));
  EXPECT_THAT(device.ospf[0].areas[0].networks, SizeIs(1));
  EXPECT_TRUE(*device.ospf[0].areas[0].mpls_te);
  EXPECT_THAT(device.ospf[0].areas[1].networks, SizeIs(1));
  const Interface& ac = interface_named(device, "GigabitEthernet0/1/0.1");
  EXPECT_THAT(ac.pws, SizeIs(2));
  EXPECT_EQ(*ac.mtu, 1600U);
}

// They may be blocks: of a command that is not known, of an irrelevant one whose lines are known to be
// irrelevant, and of the system view.
TEST(TooDeep, BlocksOfOtherCommandsKeepTheirLines) {
  const Device device = import_text(
      "bgp 100\n"
      " ipv9-family unheard-of\n"
      "  group g internal\n"
      " link-state-family unicast\n"
      "  peer 10.0.0.2 enable\n"
      "#\n"
      "aaa\n"
      " vlan batch 10\n"
      "#\n");
  EXPECT_THAT(device.bgp->peers, IsEmpty());
  EXPECT_THAT(device.bgp->families, IsEmpty());
  EXPECT_THAT(device.bgp->groups, IsEmpty());
  EXPECT_THAT(device.vlans, IsEmpty());
  EXPECT_THAT(unread(device), ElementsAre("ipv9-family unheard-of"));
}

}  // namespace
}  // namespace holdfast::vrp
