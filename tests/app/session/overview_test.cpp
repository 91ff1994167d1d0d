#include "app/session/overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "app/session/load.h"

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string device(int number, const std::string& lines) {
  const std::string n = std::to_string(number);
  return "sysname D" + n + "\nmpls lsr-id 10.0.0." + n +
         "\n#\ninterface GigabitEthernet0/1/0\n ip address 10.1.0." + n + " 255.255.255.0\n" + lines +
         "#\nreturn\n";
}

TEST(Topology, SaysWhyASegmentIsNoLink) {
  const std::string vrrp = " vrrp vrid 1 virtual-ip 10.1.0.9\n";
  const Topology segment = topology(*load_texts({{"1.cfg", device(1, vrrp)}, {"2.cfg", device(2, vrrp)}}));
  EXPECT_THAT(segment.links, IsEmpty());
  EXPECT_THAT(segment.ambiguities,
              ElementsAre("10.1.0.0/24 has two members here, whose VRRP serves others in it: "
                          "D1:GigabitEthernet0/1/0, D2:GigabitEthernet0/1/0"));
  const Topology shared =
      topology(*load_texts({{"1.cfg", device(1, "")}, {"2.cfg", device(2, "")}, {"3.cfg", device(3, "")}}));
  EXPECT_THAT(shared.links, IsEmpty());
  EXPECT_THAT(shared.ambiguities,
              ElementsAre("10.1.0.0/24 has more than two members: D1:GigabitEthernet0/1/0, "
                          "D2:GigabitEthernet0/1/0, D3:GigabitEthernet0/1/0"));
}

}  // namespace
}  // namespace holdfast::session
