#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> interfaces(const Device& device) {
  std::vector<std::string> names;
  for (const Interface& interface : device.interfaces) names.push_back(interface.name);
  return names;
}

TEST(Removal, TakesBackWhatWasDefinedBefore) {
  const std::string before =
      "vsi a static\n pwsignal ldp\n  vsi-id 5\n#\n"
      "ip vpn-instance a\n ipv4-family\n#\n"
      "pw-template a\n#\ntunnel-policy a\n#\nexplicit-path a\n#\n"
      "mpls ldp remote-peer a\n remote-ip 10.0.0.2\n#\n"
      "mpls switch-l2vc 10.0.0.2 1 between 10.0.0.3 2 encapsulation vlan\n#\n"
      "ccc a interface GigabitEthernet0/1/0.1 out-interface GigabitEthernet0/1/0.2\n#\n"
      "bgp 100\n peer 10.0.0.2 as-number 100\n#\nospf 7\n area 0\n#\nisis 8\n#\n"
      "bfd a bind peer-ip 10.0.0.2\n#\ne-trunk 1\n#\nbridge-domain 4\n#\n";
  const std::string undone =
      "undo vsi a\nundo ip vpn-instance a\nundo pw-template a\nundo tunnel-policy a\nundo explicit-path a\n"
      "undo mpls ldp remote-peer a\nundo mpls switch-l2vc all\nundo ccc a\nundo bgp 100\nundo ospf 7\nundo "
      "isis 8\n"
      "undo bfd A\nundo e-trunk 1\nundo bridge-domain 4\n";
  const Device there = import_text(before);
  EXPECT_THAT(there.vsis, SizeIs(1));
  EXPECT_TRUE(has_name(there, NameKind::Vsi, true, "a"));
  const Device device = import_text(before + undone);
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_THAT(device.vsis, IsEmpty());
  EXPECT_THAT(device.vpn_instances, IsEmpty());
  EXPECT_THAT(device.pw_templates, IsEmpty());
  EXPECT_THAT(device.tunnel_policies, IsEmpty());
  EXPECT_THAT(device.explicit_paths, IsEmpty());
  EXPECT_THAT(device.mpls.remote_peers, IsEmpty());
  EXPECT_THAT(device.switched_pws, IsEmpty());
  EXPECT_THAT(device.local_connections, IsEmpty());
  EXPECT_THAT(device.ospf, IsEmpty());
  EXPECT_THAT(device.isis, IsEmpty());
  EXPECT_THAT(device.bfd_sessions, IsEmpty());
  EXPECT_THAT(device.etrunks, IsEmpty());
  EXPECT_THAT(device.bridge_domains, IsEmpty());
  EXPECT_FALSE(device.bgp);
  for (const NameUse& use : device.names)
    EXPECT_FALSE(use.definition) << to_string(use.kind) << ' ' << use.name;
}

TEST(Removal, LeavesOtherObjectsAlone) {
  const Device device = import_text(
      "vsi a static\n#\nvsi b static\n pwsignal ldp\n  vsi-id 6\n#\nbgp 100\n#\nospf 7\n#\n"
      "undo vsi a\nundo vsi c\nundo bgp 200\nundo ospf 8\n"
      "vsi b\n mtu 1600\n#\n");
  ASSERT_THAT(device.vsis, SizeIs(1));
  EXPECT_EQ(device.vsis[0].name, "b");
  EXPECT_EQ(*device.vsis[0].mtu, 1600U);
  EXPECT_TRUE(device.bgp);
  EXPECT_THAT(device.ospf, SizeIs(1));
}

TEST(Removal, OfInterfacesTakesTheirSubInterfacesAndKeepsPorts) {
  const std::string before =
      "interface Eth-Trunk1\n#\ninterface Eth-Trunk1.5\n#\ninterface Eth-Trunk10\n#\n"
      "interface GigabitEthernet0/1/0\n mtu 1600\n#\ninterface GigabitEthernet0/1/0.7\n#\ninterface "
      "LoopBack0\n#\n";
  const Device device =
      import_text(before +
                  "undo interface eth-trunk 1\nundo interface GE0/1/0\nundo interface GE0/1/0.7\n"
                  "interface LoopBack0\n ip address 10.0.0.1 32\n#\n"
                  "interface Eth-Trunk1\n mtu 1700\n#\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_THAT(interfaces(device),
              ElementsAre("Eth-Trunk10", "GigabitEthernet0/1/0", "LoopBack0", "Eth-Trunk1"));
  EXPECT_THAT(interface_named(device, "LoopBack0").addresses, SizeIs(1));
  EXPECT_EQ(*interface_named(device, "Eth-Trunk1").mtu, 1700U);
  EXPECT_EQ(interface_named(device, "Eth-Trunk1").where.line, 20U);
  EXPECT_FALSE(has_name(device, NameKind::Interface, false, "GigabitEthernet0/1/0.7")) << "an undo is no use";
  EXPECT_FALSE(has_name(device, NameKind::Interface, true, "GigabitEthernet0/1/0.7"));
}

// The views that a separator closed may be opened again by a line that only they know, but not those of what
// is gone.
TEST(Removal, ClosesTheViewsOfWhatIsGone) {
  const Device device = import_text(
      "bfd a bind peer-ip 10.0.0.2\n discriminator local 1\n#\nundo bfd a\n discriminator local 5\n");
  EXPECT_THAT(device.bfd_sessions, IsEmpty());
  EXPECT_THAT(unread(device), ElementsAre("discriminator local 5"));
}

}  // namespace
}  // namespace holdfast::vrp
