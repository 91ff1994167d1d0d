#include "importers/vrp/neighbors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

using testing::ElementsAre;

// "device interface -> device interface @ line:column+length", one for each neighbour.
std::vector<std::string> seen(std::string_view text) {
  std::vector<std::string> result;
  for (const SeenNeighbor& it : read_neighbors(FileId{0}, text)) {
    result.push_back(it.device + " " + it.interface + " -> " + it.neighbor_device + " " +
                     it.neighbor_interface + " @ " + place(it.where));
  }
  return result;
}

TEST(Neighbors, OfTheLongForm) {
  EXPECT_THAT(seen(R"(<PE1>display lldp neighbor
Gigabitethernet3/0/0 has 1 neighbor(s):

Neighbor index                     :1
Chassis type                       :macAddress
Chassis ID                         :00-e0-fc11-1110
Port ID type                       :interfaceName
Port ID                            :Gigabitethernet3/0/1
Port description                   :to PE1: primary
System name                        :PE2
System description                 :Huawei Versatile Routing Platform Software
VRP (R) software, Version 8.200 (NE40E-X16 V800R012C10)

Management address                 :10.138.216.1
Expired time                       :104s

GigabitEthernet3/0/1 has 2 neighbors:

Neighbor index   :1
Port ID          :GE1/0/0
System name      :P1
Neighbor index   :2
Port ID          :00e0-fc00-0001
System name      :--

<PE1>quit
)"),
              ElementsAre("PE1 Gigabitethernet3/0/0 -> PE2 Gigabitethernet3/0/1 @ 10:1+39",
                          "PE1 GigabitEthernet3/0/1 -> P1 GE1/0/0 @ 21:1+20"));
}

TEST(Neighbors, OfTheShortFormWhateverTheOrderOfItsColumns) {
  EXPECT_THAT(seen("[~PE1-vsi-a]display lldp neighbor brief\r\n"
                   "Local Intf            Neighbor Dev         Neighbor Intf           Exptime (sec)\r\n"
                   "-------------------------------------------------------------------------------\r\n"
                   "Gigabitethernet1/0/0  PE2                  Gigabitethernet1/0/0    101\r\n"
                   "---- More ----\x1b[16D                \x1b[16DGigabitethernet1/0/1  PE3 GE1/0/1 101\r\n"
                   "[~PE1-vsi-a]\r\n"
                   "Gigabitethernet1/0/2  PE3                  Gigabitethernet1/0/2    101\r\n"),
              ElementsAre("PE1-vsi-a Gigabitethernet1/0/0 -> PE2 Gigabitethernet1/0/0 @ 4:1+70",
                          "PE1-vsi-a Gigabitethernet1/0/1 -> PE3 GE1/0/1 @ 5:41+37"));
  EXPECT_THAT(seen("Local Interface    Exptime(s) Neighbor Interface      Neighbor Device\n"
                   "-----------------------------------------------------------------------\n"
                   "10GE1/0/1                 101 10GE1/0/2               LEAF1\n"),
              ElementsAre(" 10GE1/0/1 -> LEAF1 10GE1/0/2 @ 3:1+59"));
}

TEST(Neighbors, OfTextsThatShowNone) {
  EXPECT_THAT(seen(""), ElementsAre());
  EXPECT_THAT(seen("sysname A\ninterface GE0/1/0\n description Neighbor Dev has 1 neighbor: x\n"),
              ElementsAre());
  EXPECT_THAT(seen("Neighbor index :1\nSystem name :A\nPort ID :GE0/1/0\n"), ElementsAre())
      << "of which port?";
  EXPECT_THAT(seen("GE0/1/0 has 1 neighbor(s):\nNeighbor index :1\nSystem name :A\n"), ElementsAre());
}

TEST(Neighbors, InASessionLogAreNoPartOfTheConfiguration) {
  const Device device = import_text(
      "<PE1>display current-configuration\n#\nsysname PE1\n#\ninterface GE0/1/0\n mpls\n#\nreturn\n"
      "<PE1>display lldp neighbor brief\nLocal Intf Neighbor Dev Neighbor Intf Exptime\nGE0/1/0 PE2 GE0/1/0 "
      "99\n<PE1>quit\n");
  EXPECT_EQ(*device.name, "PE1");
  EXPECT_THAT(unread(device), ElementsAre());
  EXPECT_EQ(device.interfaces.size(), 1U);
}

}  // namespace
}  // namespace holdfast::vrp
