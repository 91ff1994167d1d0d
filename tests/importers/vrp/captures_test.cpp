// What archives and terminals do to a configuration does not change what is read from it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "tests/importers/vrp/commands/import_text.h"
#include "tests/support/model_text.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const fs::path kCaptures = fs::path(HOLDFAST_SOURCE_DIR) / "tests/importers/vrp/captures";

std::string read(const std::string& name) {
  std::ifstream file(kCaptures / name);
  EXPECT_TRUE(file) << name;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// What the device says, without where and how: the names it uses in any order, each once.
std::string statements(Device device) {
  device.reading = {};
  device.first_line = 0;
  device.last_line = 0;
  const auto key = [](const NameUse& use) { return std::tuple(use.kind, use.definition, use.name); };
  std::ranges::sort(device.names, {}, key);
  const auto same = [&](const NameUse& a, const NameUse& b) { return key(a) == key(b); };
  device.names.erase(std::unique(device.names.begin(), device.names.end(), same), device.names.end());
  test::ModelText text(false);
  test::walk_model(device, text);
  return text.take();
}

std::string statements(const std::string& text) {
  return statements(import_text(text));
}

// The text with every line as `change` makes it; lines keep their order and come back without line end.
template <class Change>
std::string each_line(const std::string& text, Change change) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += change(line);
  return result;
}

std::string with_tabs(const std::string& line) {
  const std::size_t blanks = line.find_first_not_of(' ');
  return std::string(blanks, '\t') + line.substr(blanks) + '\n';
}

// Every line typed by hand in one session.
std::string prompted(const std::string& line) {
  if (line == "#") return "[~PE7-Eth-Trunk10]#\n";
  return "[~PE7] " + line.substr(line.find_first_not_of(' ')) + '\n';
}

class OneNetwork : public testing::TestWithParam<const char*> {};

TEST_P(OneNetwork, ReadsAsTheDevicePrintsIt) {
  const Device device = import_text(read(GetParam()));
  EXPECT_THAT(unread(device), ElementsAre());
  EXPECT_EQ(statements(device), statements(read("PE7.cfg")));
}

INSTANTIATE_TEST_SUITE_P(Captures, OneNetwork,
                         testing::Values("PE7-flat.cfg", "PE7-shifted.cfg", "PE7-etrunk-twice.cfg"),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::erase_if(name, [](char c) { return c == '-' || c == '.'; });
                           return name;
                         });

// The comparison is worth something only if every line shows in it.
TEST(Captures, ALineThatIsLostShows) {
  const std::string plain = read("PE7.cfg");
  const std::string expected = statements(plain);
  for (std::size_t start = 0; start < plain.size();) {
    const std::size_t end = plain.find('\n', start) + 1;
    const std::string line = plain.substr(start, end - start);
    const bool says_nothing = line == "#\n" || line == "return\n" || line == " mpls te cspf\n" ||
                              line == " opaque-capability enable\n";
    EXPECT_EQ(statements(plain.substr(0, start) + plain.substr(end)) == expected, says_nothing) << line;
    start = end;
  }
}

TEST(Captures, TransportLeavesNoTrace) {
  const std::string plain = read("PE7.cfg");
  const std::string expected = statements(plain);
  const auto same = [&](const char* what, const std::string& text) {
    SCOPED_TRACE(what);
    const Device device = import_text(text);
    EXPECT_THAT(unread(device), ElementsAre());
    EXPECT_EQ(statements(device), expected);
  };
  same("CRLF", each_line(plain, [](const std::string& line) { return line + "\r\n"; }));
  same("tabs", each_line(plain, with_tabs));
  same("a byte-order mark", "\xef\xbb\xbf" + plain);
  same("NUL at line ends",
       each_line(plain, [](const std::string& line) { return line + std::string("\0\n", 2); }));
  same("blank lines", each_line(plain, [](const std::string& line) { return line + "\n \n"; }));
  same("prompts", each_line(plain, prompted));
  same("a pager, erased in place", each_line(plain, [](const std::string& line) {
         return "  ---- More ----\x1b[42D" + std::string(42, ' ') + "\x1b[42D" + line + '\n';
       }));
  same("a pager, erased by backspaces", each_line(plain, [](const std::string& line) {
         return "  ---- More ----" + std::string(16, '\b') + std::string(16, ' ') + std::string(16, '\b') +
                line + '\n';
       }));
  same("a pager on lines of its own",
       each_line(plain, [](const std::string& line) { return line + "\n  ---- More ----\n"; }));
  same("a RANCID header", "!RANCID-CONTENT-TYPE: vrp\n!\n!Slot 0: LPU\n!\n" + plain);
  same("an Oxidized header", "! VRP (R) software\n# Device status:\n# 0  LPU  Normal\n" + plain);
  same("a session log",
       "<PE7>screen-length 0 temporary\n<PE7>display current-configuration\n" + plain + "<PE7>quit\n");
}

TEST(Captures, ASessionLogHoldsTwoDevices) {
  const std::vector<Device> devices = importer().import(FileId{0}, read("session-log.txt"), {});
  ASSERT_EQ(devices.size(), 2U);
  for (const Device& device : devices) {
    SCOPED_TRACE(*device.name);
    EXPECT_THAT(unread(device), ElementsAre());
    EXPECT_EQ(device.name.origin, Origin::Configured);
    const Interface& ac = interface_named(device, "GigabitEthernet0/2/0.44");
    EXPECT_EQ(*ac.mtu, 1600U);
    ASSERT_EQ(ac.pws.size(), 1U);
    EXPECT_TRUE(*ac.pws[0].control_word);
    EXPECT_TRUE(*interface_named(device, "GigabitEthernet0/1/0").ldp);
    ASSERT_EQ(device.ospf.size(), 1U);
    ASSERT_EQ(device.ospf[0].areas.size(), 1U);
    EXPECT_EQ(device.ospf[0].areas[0].networks.size(), 2U);
  }
  EXPECT_EQ(*devices[0].name, "ASG1");
  EXPECT_EQ(*devices[1].name, "ASG2");
  ASSERT_TRUE(devices[1].mpls.lsr_id);
  EXPECT_EQ(**devices[1].mpls.lsr_id, v4("10.40.0.2"));
}

}  // namespace
}  // namespace holdfast::vrp
