#include <gmock/gmock.h>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> addresses(const Interface& interface) {
  std::vector<std::string> shown;
  for (const auto& address : interface.addresses) {
    shown.push_back(to_string(address->prefix) + (address->secondary ? " sub" : ""));
  }
  return shown;
}

// "dot1q 10-20/5-5" for each.
std::vector<std::string> tags(const Interface& interface) {
  std::vector<std::string> shown;
  for (const auto& vlan : interface.vlans) {
    shown.push_back(std::to_string(static_cast<int>(vlan->kind)) + " " + std::to_string(vlan->outer_first) +
                    "-" + std::to_string(vlan->outer_last) + "/" + std::to_string(vlan->inner_first) + "-" +
                    std::to_string(vlan->inner_last));
  }
  return shown;
}

TEST(Interface, TakesAddressesInAllForms) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " ipv6 enable\n"
      " ip binding vpn-instance red\n"
      " ip address 10.1.1.1 255.255.255.0\n"
      " ip address 10.1.2.1 24 sub\n"
      " ip address 10.1.1.2 255.255.255.252\n"
      " ipv6 address 2001:db8::1/64\n"
      " ipv6 address 2001:db8:1::1 126\n"
      " ipv6 address FE80::1 link-local\n"
      " ipv6 address auto link-local\n"
      "#\n"
      "interface Tunnel1\n"
      " ip address unnumbered interface LoopBack0\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Interface& port = interface_named(device, "GigabitEthernet0/1/0");
  EXPECT_THAT(addresses(port),
              ElementsAre("10.1.2.1/24 sub", "10.1.1.2/30", "2001:db8::1/64", "2001:db8:1::1/126"));
  EXPECT_EQ(place(port.addresses[1].where), "6:13+24");
  EXPECT_EQ(place(port.addresses[2].where), "7:15+14");
  EXPECT_TRUE(*port.ipv6);
  EXPECT_EQ(**port.vpn_instance, "red");
  EXPECT_EQ(place(port.vpn_instance->where), "3:26+3");
  EXPECT_EQ(**interface_named(device, "Tunnel1").unnumbered, "LoopBack0");
  EXPECT_TRUE(has_name(device, NameKind::VpnInstance, false, "red"));
}

TEST(Interface, AddressesThatConfigurationsDoNotShowAreKnownInPart) {
  const Device device =
      import_text("interface Serial0/1/0:0\n ip address ppp-negotiate\n ipv6 address 2001:db8::/64 eui-64\n");
  EXPECT_EQ(device.reading.coverage.partial, 2U);
  EXPECT_THAT(interface_named(device, "Serial0/1/0:0").addresses, IsEmpty());
}

TEST(Interface, UndoTakesAddressesAway) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n"
      " ip address 10.1.1.1 24\n"
      " ip address 10.1.2.1 24 sub\n"
      " undo ip address 10.1.2.1 24 sub\n"
      " ipv6 address 2001:db8::1/64\n"
      "#\n"
      "interface GigabitEthernet0/1/1\n"
      " ip address 10.1.1.1 24\n"
      " ipv6 address 2001:db8::1/64\n"
      " undo ip address\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_THAT(addresses(interface_named(device, "GigabitEthernet0/1/0")),
              ElementsAre("10.1.1.1/24", "2001:db8::1/64"));
  EXPECT_THAT(addresses(interface_named(device, "GigabitEthernet0/1/1")), ElementsAre("2001:db8::1/64"));
}

TEST(Interface, MaskWithAGapIsKeptOutAndNoted) {
  const Device device = import_text("interface GigabitEthernet0/1/0\n ip address 10.1.1.1 255.0.255.0\n");
  EXPECT_THAT(interface_named(device, "GigabitEthernet0/1/0").addresses, IsEmpty());
  ASSERT_THAT(device.reading.out_of_range, SizeIs(1));
  EXPECT_EQ(device.reading.out_of_range[0].value, "255.0.255.0");
}

TEST(Interface, OnOffMtuAndLinkProtocol) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0\n description to PE2  port 3\n shutdown\n mtu 9000\n#\n"
      "interface GigabitEthernet0/1/0\n undo shutdown\n#\n"
      "interface Serial0/1/0:0\n link-protocol tdm\n#\n"
      "interface Pos0/1/0\n link-protocol fr ietf\n undo link-protocol\n mtu 9000\n undo mtu\n"
      " ppp peer hostroute-suppress\n");
  EXPECT_THAT(unread(device), IsEmpty());
  const Interface& port = interface_named(device, "GigabitEthernet0/1/0");
  EXPECT_EQ(**port.description, "to PE2  port 3");
  EXPECT_FALSE(*port.shutdown);
  EXPECT_TRUE(port.shutdown.configured());
  EXPECT_EQ(*port.mtu, 9000U);
  EXPECT_EQ(**interface_named(device, "Serial0/1/0:0").link_protocol, LinkProtocol::Tdm);
  const Interface& pos = interface_named(device, "Pos0/1/0");
  EXPECT_FALSE(pos.link_protocol);
  EXPECT_EQ(*pos.mtu, 1500U);
  EXPECT_TRUE(*pos.hostroute_suppress);
}

TEST(Interface, VirtualEthernetJoinsItsGroup) {
  const Device device = import_text(
      "interface Virtual-Ethernet0/1/0\n ve-group 1 l2-terminate\n#\n"
      "interface Virtual-Ethernet0/1/1\n ve-group 1 l3-access\n#\n"
      "interface Virtual-Ethernet0/1/1.1\n direct-route track pw-state degrade-cost 10\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_EQ((**interface_named(device, "Virtual-Ethernet0/1/0").ve_group).id, 1U);
  EXPECT_TRUE((**interface_named(device, "Virtual-Ethernet0/1/0").ve_group).l2_terminate);
  EXPECT_FALSE((**interface_named(device, "Virtual-Ethernet0/1/1").ve_group).l2_terminate);
  EXPECT_TRUE(*interface_named(device, "Virtual-Ethernet0/1/1.1").route_tracks_pw);
}

TEST(Interface, SubInterfacesTakeTags) {
  const Device device = import_text(
      "interface GigabitEthernet0/1/0.1\n vlan-type dot1q 10\n#\n"
      "interface GigabitEthernet0/1/0.2\n encapsulation dot1q-termination\n"
      " dot1q termination vid 20 to 30\n dot1q termination vid 40\n undo dot1q termination vid 40\n#\n"
      "interface GigabitEthernet0/1/0.3\n control-vid 3 qinq-termination\n"
      " qinq termination pe-vid 100 ce-vid 10 to 20\n qinq termination pe-vid 200 ce-vid any\n#\n"
      "interface GigabitEthernet0/1/0.4 mode l2\n encapsulation qinq vid 7 ce-vid 8\n rewrite pop double\n"
      " bridge-domain 10\n#\n"
      "interface GigabitEthernet0/1/0.5 mode l2\n encapsulation default\n undo encapsulation\n"
      " encapsulation untag\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_THAT(tags(interface_named(device, "GigabitEthernet0/1/0.1")), ElementsAre("0 10-10/0-0"));
  EXPECT_THAT(tags(interface_named(device, "GigabitEthernet0/1/0.2")), ElementsAre("4 20-30/0-0"));
  EXPECT_THAT(tags(interface_named(device, "GigabitEthernet0/1/0.3")),
              ElementsAre("5 100-100/10-20", "5 200-200/0-0"));
  const Interface& evc = interface_named(device, "GigabitEthernet0/1/0.4");
  EXPECT_TRUE(evc.is_l2_sub);
  EXPECT_THAT(tags(evc), ElementsAre("1 7-7/8-8"));
  EXPECT_EQ(**evc.bridge_domain, 10U);
  EXPECT_THAT(tags(interface_named(device, "GigabitEthernet0/1/0.5")), ElementsAre("2 0-0/0-0"));
}

TEST(Interface, LinesOfAControllerAreKnownWithoutIndentation) {
  const Device device = import_text(
      "controller e1 0/2/1\nusing ce1\nchannel-set 1 timeslot-list 1-15\nundo shutdown\n#\n"
      "interface Serial0/2/1:0\n link-protocol tdm\n");
  EXPECT_THAT(unread(device), IsEmpty());
  EXPECT_EQ(**interface_named(device, "Serial0/2/1:0").link_protocol, LinkProtocol::Tdm);
}

TEST(SwitchPort, CarriesVlans) {
  const Device device = import_text(
      "vlan batch 10 20 to 30\n"
      "#\n"
      "vlan 40\n"
      "#\n"
      "interface GigabitEthernet0/1/0\n portswitch\n port link-type trunk\n"
      " port trunk allow-pass vlan 10 20 to 30\n undo port trunk allow-pass vlan 25\n#\n"
      "interface GigabitEthernet0/1/1\n portswitch\n port default vlan 10\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.vlans, SizeIs(3));
  EXPECT_EQ(device.vlans[1]->last, 30);
  const Interface& trunk = interface_named(device, "GigabitEthernet0/1/0");
  EXPECT_TRUE(*trunk.portswitch);
  EXPECT_EQ(**trunk.switch_port->link_type, PortLinkType::Trunk);
  std::vector<std::pair<int, int>> allowed;
  for (const auto& range : trunk.switch_port->allowed) allowed.emplace_back(range->first, range->last);
  EXPECT_THAT(allowed, ElementsAre(std::pair(10, 10), std::pair(20, 24), std::pair(26, 30)));
  EXPECT_EQ(**interface_named(device, "GigabitEthernet0/1/1").switch_port->default_vlan, 10U);
}

TEST(SwitchPort, AcsAndBridgeDomainsBindVsis) {
  const Device device = import_text(
      "vsi v1\n"
      "#\n"
      "bridge-domain 10\n l2 binding vsi v1 pw-tag 5\n"
      "#\n"
      "bridge-domain 10\n split-horizon enable\n"
      "#\n"
      "interface GigabitEthernet0/1/0.1\n l2 binding vsi v2\n"
      "#\n"
      "interface GigabitEthernet0/1/0.2\n l2 binding vsi v2\n undo l2 binding vsi v2\n");
  EXPECT_THAT(unread(device), IsEmpty());
  ASSERT_THAT(device.bridge_domains, SizeIs(1));
  EXPECT_EQ(**device.bridge_domains[0].vsi, "v1");
  EXPECT_EQ(**device.vsis[0].bridge_domain, 10U);
  EXPECT_EQ(device.vsis[0].bridge_domain->origin, Origin::Inferred);
  EXPECT_EQ(**interface_named(device, "GigabitEthernet0/1/0.1").vsi, "v2");
  EXPECT_FALSE(interface_named(device, "GigabitEthernet0/1/0.2").vsi);
  EXPECT_TRUE(has_name(device, NameKind::Vsi, false, "v2"));
}

}  // namespace
}  // namespace holdfast::vrp
