// That printing is the way back is held by tests/samples/round_trip_test.cpp. Here: what the text has
// besides.

#include "importers/vrp/print/print.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/vrp/vrp_importer.h"

namespace holdfast::vrp {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string printed(const Device& device) {
  return print_device(device, [](const Fact<Secret>&) { return std::string("K"); });
}

std::string again(const std::string& text) {
  return printed(VrpImporter().import(FileId{0}, text, {}).at(0));
}

TEST(Print, WritesAWholeConfiguration) {
  Device device;
  device.name = configured(std::string("PE1"), Span{});
  EXPECT_EQ(printed(device), "#\nsysname PE1\n#\nreturn\n");
}

TEST(Print, LeavesDefaultsOut) {
  const std::string text =
      "#\nsysname PE1\n#\ninterface LoopBack0\n ip address 1.1.1.1 255.255.255.255\n#\nreturn\n";
  EXPECT_EQ(again(text), text);
}

TEST(Print, AsksForKeys) {
  const std::string text = again("sysname A\ne-trunk 1\n security-key simple Secret-9\n#\nreturn\n");
  EXPECT_THAT(text, HasSubstr(" security-key simple K\n"));
  EXPECT_THAT(text, Not(HasSubstr("Secret-9")));
}

TEST(Print, AddsWhatTeNeeds) {
  const std::string te = again(
      "sysname A\nmpls\n mpls te\n#\ninterface Tunnel1\n tunnel-protocol mpls te\n#\nospf 1\n area 0\n  "
      "mpls-te "
      "enable\n#\nreturn\n");
  EXPECT_THAT(te, HasSubstr(" mpls te cspf\n"));
  EXPECT_THAT(te, HasSubstr(" opaque-capability enable\n"));
  EXPECT_THAT(again("sysname A\nmpls\n mpls te\n#\nospf 1\n area 0\n#\nreturn\n"), Not(HasSubstr("cspf")));
}

}  // namespace
}  // namespace holdfast::vrp
