#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

using Texts = std::vector<std::string>;

std::string device(const std::string& name, const std::string& lsr_id, const std::string& lines) {
  return "sysname " + name + "\nmpls lsr-id " + lsr_id + "\nmpls\nmpls l2vpn\n" + lines + "return\n";
}
std::string ac(const std::string& lines) {
  return "interface GigabitEthernet0/1/0\ninterface GigabitEthernet0/1/0.1\n vlan-type dot1q 1\n" + lines;
}

Texts service_names(const Pairing& net) {
  Texts result;
  for (const Service& service : net.services().all()) result.push_back(service.name);
  return result;
}
Texts endpoints(const Pairing& net, const Service& service) {
  Texts result;
  for (const PortRef ref : service.endpoints) result.push_back(text(net, ref));
  return result;
}

TEST(Services, BothEndsOfAVpwsAreOneService) {
  const Network network = test::network_of({device("PE1", "1.1.1.1", ac(" mpls l2vc 2.2.2.2 1\n")),
                                            device("PE2", "2.2.2.2", ac(" mpls l2vc 1.1.1.1 1\n"))});
  const Pairing net(network);
  ASSERT_EQ(net.services().all().size(), 1U);
  const Service& service = net.services().all()[0];
  EXPECT_EQ(service.name, "vpws:PE1:GigabitEthernet0/1/0.1");
  EXPECT_EQ(service.kind, ServiceKind::Vpws);
  EXPECT_EQ(service.redundancy, ServiceRedundancy::None);
  EXPECT_EQ(endpoints(net, service), (Texts{"PE1:GigabitEthernet0/1/0.1", "PE2:GigabitEthernet0/1/0.1"}));
  EXPECT_TRUE(service.whole());
  EXPECT_EQ(net.services().of(port(net, "PE2", "GigabitEthernet0/1/0.1")), &service);
  EXPECT_EQ(net.services().find(service.name), &service);
}

TEST(Services, AGroupWithItsFarEndsIsOneServiceNamedByTheChooser) {
  const Network network = test::network_of(
      {device("CSG", "9.9.9.9",
              ac(" mpls l2vc 1.1.1.1 1\n mpls l2vc 2.2.2.2 2 secondary\n mpls l2vpn redundancy master\n")),
       device("AGG1", "1.1.1.1", ac(" mpls l2vc 9.9.9.9 1\n")),
       device("AGG2", "2.2.2.2", ac(" mpls l2vc 9.9.9.9 2\n"))});
  const Pairing net(network);
  ASSERT_EQ(service_names(net), Texts{"vpws:CSG:GigabitEthernet0/1/0.1"});
  EXPECT_EQ(net.services().all()[0].redundancy, ServiceRedundancy::Master);
  EXPECT_EQ(net.services().all()[0].endpoints.size(), 3U);
  const PortRef far = port(net, "AGG1", "GigabitEthernet0/1/0.1");
  EXPECT_EQ(text(net, net.dual_homing().twin(far).port), "AGG2:GigabitEthernet0/1/0.1");
  ASSERT_EQ(net.ac_groups().chosen_by(far).size(), 1U);
  const AcGroup& group = *net.ac_groups().chosen_by(far)[0];
  EXPECT_EQ(names(net, net.ac_groups().far_devices(group)), (Texts{"AGG1", "AGG2"}));
  EXPECT_TRUE(net.ac_groups().far_pair(group).complete());
}

TEST(Services, AGivenNameIsUsedAndKeptUnique) {
  const auto named = [](const char* name, const char* lsr_id) {
    return device(name, lsr_id, ac(" mpls l2vc 8.8.8.8 1\n mpls l2vpn service-name gold\n"));
  };
  const Network network = test::network_of({named("A", "1.1.1.1"), named("B", "2.2.2.2")});
  const Pairing net(network);
  EXPECT_EQ(service_names(net),
            (Texts{"vpws:gold@A:GigabitEthernet0/1/0.1", "vpws:gold@B:GigabitEthernet0/1/0.1"}));
  EXPECT_EQ(net.services().all()[0].unseen.size(), 1U);
}

TEST(Services, AVplsIsOneServiceOverItsDevices) {
  const auto vsi = [](const char* name, const char* own, const char* peer) {
    return device(
        name, own,
        std::string("vsi v1\n pwsignal ldp\n  vsi-id 7\n  peer ") + peer + "\n" + ac(" l2 binding vsi v1\n"));
  };
  const Network network = test::network_of({vsi("A", "1.1.1.1", "2.2.2.2"), vsi("B", "2.2.2.2", "1.1.1.1")});
  const Pairing net(network);
  ASSERT_EQ(service_names(net), Texts{"vpls:v1:7"});
  const Service& service = net.services().all()[0];
  EXPECT_EQ(service.kind, ServiceKind::Vpls);
  EXPECT_EQ(endpoints(net, service), (Texts{"A:GigabitEthernet0/1/0.1", "B:GigabitEthernet0/1/0.1"}));
  EXPECT_EQ(net.services().of(find_vsi(network, dev(net, "B"), "v1")), &service);
}

TEST(Services, AProtectGroupMakesAnHVpls) {
  const char* upe =
      "vsi v1\n pwsignal ldp\n  vsi-id 7\n  peer 1.1.1.1\n  peer 2.2.2.2\n"
      "  protect-group g\n   protect-mode pw-redundancy master\n   peer 1.1.1.1 preference 1\n"
      "   peer 2.2.2.2 preference 2\n";
  const char* spe = "vsi v1\n pwsignal ldp\n  vsi-id 7\n  peer 9.9.9.9 upe\n";
  const Network network = test::network_of({device("UPE", "9.9.9.9", upe + ac(" l2 binding vsi v1\n")),
                                            device("SPE1", "1.1.1.1", spe), device("SPE2", "2.2.2.2", spe)});
  const Pairing net(network);
  ASSERT_EQ(service_names(net), Texts{"vpls:v1:7"});
  EXPECT_EQ(net.services().all()[0].kind, ServiceKind::HVpls);
  EXPECT_EQ(net.services().all()[0].redundancy, ServiceRedundancy::ProtectGroup);
  EXPECT_EQ(net.roles().of(dev(net, "UPE")), Role::Upe);
  EXPECT_EQ(net.roles().of(dev(net, "SPE1")), Role::Spe);
}

TEST(Services, AnMsPwHoldsItsSwitchingSpe) {
  const Network network = test::network_of(
      {device("A", "1.1.1.1", ac(" mpls l2vc 2.2.2.2 1\n")),
       device("S", "2.2.2.2", "mpls switch-l2vc 1.1.1.1 1 between 3.3.3.3 2 encapsulation vlan\n"),
       device("C", "3.3.3.3", ac(" mpls l2vc 2.2.2.2 2\n"))});
  const Pairing net(network);
  ASSERT_EQ(net.services().all().size(), 1U);
  const Service& service = net.services().all()[0];
  EXPECT_EQ(service.kind, ServiceKind::MsPw);
  EXPECT_EQ(service.switched.size(), 1U);
  EXPECT_EQ(net.services().of(service.switched[0]), &service);
  EXPECT_EQ(to_string(service.kind), "ms-pw");
}

TEST(Services, ALocalConnectionIsThePrimaryOfItsAcs) {
  const Network network = test::network_of(
      {device("PE", "1.1.1.1",
              "interface GigabitEthernet0/1/0\n mpls ccc out-interface GigabitEthernet0/1/1\n mpls l2vc "
              "9.9.9.9 3 secondary\n"
              "interface GigabitEthernet0/1/1\n mpls ccc out-interface GigabitEthernet0/1/0\n")});
  const Pairing net(network);
  const AcGroup* group = net.ac_groups().of(port(net, "PE", "GigabitEthernet0/1/0"));
  ASSERT_NE(group, nullptr);
  EXPECT_TRUE(group->has_primary());
  EXPECT_EQ(text(net, group->ccc_other), "PE:GigabitEthernet0/1/1");
  EXPECT_EQ(text(net, group->secondary), "PE secondary 3");
  ASSERT_EQ(net.services().all().size(), 1U);
  EXPECT_EQ(net.services().all()[0].endpoints.size(), 2U);
}

TEST(Services, VeInterfacesTieAPwIntoAnL3vpn) {
  const char* agg =
      "ip vpn-instance red\ninterface Virtual-Ethernet0/1/0\n ve-group 1 l2-terminate\n"
      "interface Virtual-Ethernet0/1/0.5\n vlan-type dot1q 5\n mpls l2vc 1.1.1.1 1\n"
      "interface Virtual-Ethernet0/1/1\n ve-group 1 l3-access\n"
      "interface Virtual-Ethernet0/1/1.9\n vlan-type dot1q 5\n ip binding vpn-instance red\n"
      " ip address 10.0.0.1 24\n"
      "interface Virtual-Ethernet0/1/1.10\n vlan-type dot1q 6\n ip address 10.0.1.1 24\n";
  const Network network = test::network_of(
      {device("CSG", "1.1.1.1", ac(" mpls l2vc 2.2.2.2 1\n")), device("AGG", "2.2.2.2", agg)});
  const Pairing net(network);
  ASSERT_EQ(net.services().all().size(), 1U);
  EXPECT_EQ(net.services().all()[0].kind, ServiceKind::L2vpnIntoL3vpn);
  const PortRef l2 = port(net, "AGG", "Virtual-Ethernet0/1/0.5");
  ASSERT_EQ(net.ve_groups().l3_of(l2).size(), 1U);
  EXPECT_EQ(text(net, net.ve_groups().l3_of(l2)[0]), "AGG:Virtual-Ethernet0/1/1.9");
  const VeGroupView* group = net.ve_groups().of(l2);
  ASSERT_NE(group, nullptr);
  EXPECT_TRUE(net.ve_groups().is_l2(l2));
  ASSERT_EQ(group->unmatched_l3.size(), 1U);
  EXPECT_EQ(net[dev(net, "AGG")][group->unmatched_l3[0]].name, "Virtual-Ethernet0/1/1.10");
}

}  // namespace
}  // namespace holdfast::pairing
