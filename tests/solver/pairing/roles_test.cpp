#include "solver/pairing/roles.h"

#include "tests/solver/pairing/names.h"

namespace holdfast::pairing {
namespace {

TEST(Roles, TheNameDecidesWhatTheConfigurationLeavesOpen) {
  const std::string port = "interface GigabitEthernet0/1/0\n ip address 10.1.1.1 255.255.255.252\n";
  const Network network = test::network_of(
      {"sysname PE1\n" + port, "sysname CE1\n" + port, "sysname Router\n" + port,
       "sysname PE2\nmpls lsr-id 2.2.2.2\nmpls\n" + port, "sysname P1\nmpls lsr-id 3.3.3.3\nmpls\n" + port,
       "sysname CE2\nmpls lsr-id 4.4.4.4\nmpls\n" + port});
  const Pairing net(network);
  const auto role = [&](const char* name) { return net.roles().of(dev(net, name)); };
  EXPECT_EQ(role("PE1"), Role::Pe);
  EXPECT_EQ(role("CE1"), Role::Ce);
  EXPECT_EQ(role("Router"), Role::Ce);
  EXPECT_EQ(role("PE2"), Role::Pe);
  EXPECT_EQ(role("P1"), Role::P);
  EXPECT_EQ(role("CE2"), Role::P);
}

}  // namespace
}  // namespace holdfast::pairing
