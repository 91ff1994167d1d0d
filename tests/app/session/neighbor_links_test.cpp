// Texts of LLDP neighbours beside the configurations become links, or notes.

#include "app/session/neighbor_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "app/session/overview.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::session {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHeading = "Local Intf   Neighbor Dev   Neighbor Intf   Exptime (sec)\n-------\n";

std::string device(const std::string& name) {
  return "#\nsysname " + name +
         "\n#\nmpls lsr-id 10.0.0.1\n#\ninterface GigabitEthernet0/1/0\n undo shutdown\n#\ninterface "
         "GigabitEthernet0/2/0\n undo shutdown\n#\nreturn\n";
}

// A, B and C, with two ports each, and another text.
std::shared_ptr<const Snapshot> with(const std::string& path, const std::string& text) {
  return load_texts({{"A.cfg", device("A")}, {"B.cfg", device("B")}, {"C.cfg", device("C")}, {path, text}});
}

std::vector<std::string> links(const Snapshot& snapshot) {
  std::vector<std::string> result;
  for (const LinkView& link : topology(snapshot).links)
    result.push_back(link.a + " " + link.b + " " + link.source);
  return result;
}

std::vector<std::string> notes(const Snapshot& snapshot) {
  std::vector<std::string> result;
  for (const InputProblem& problem : snapshot.problems) {
    EXPECT_EQ(problem.kind, InputProblem::Kind::Note);
    result.push_back(problem.path + ":" + std::to_string(problem.line) + ": " + problem.message);
  }
  return result;
}

TEST(NeighborLinks, AreLinksAndTheTextIsNoDevice) {
  const auto snapshot =
      with("any.txt", "<A>display lldp neighbor brief\n" + kHeading + "GE0/1/0 B Gigabitethernet0/2/0 99\n");
  EXPECT_THAT(links(*snapshot), ElementsAre("A:GigabitEthernet0/1/0 B:GigabitEthernet0/2/0 lldp"));
  EXPECT_THAT(notes(*snapshot), IsEmpty());
  EXPECT_EQ(snapshot->files, 3U);
  EXPECT_EQ(snapshot->network.devices.size(), 3U);
  ASSERT_EQ(snapshot->network.stated_links.size(), 1U);
  const Span where = snapshot->network.stated_links[0].where;
  EXPECT_EQ(snapshot->network.sources.path(where.file), "any.txt");
  EXPECT_EQ(snapshot->network.sources.line(where.file, where.line), "GE0/1/0 B Gigabitethernet0/2/0 99");
}

TEST(NeighborLinks, BelongToTheDeviceThatThePromptElseTheFileNames) {
  const std::string row = kHeading + "GE0/1/0 C GE0/2/0 99\n";
  const auto expected = ElementsAre("B:GigabitEthernet0/1/0 C:GigabitEthernet0/2/0 lldp");
  EXPECT_THAT(links(*with("A.lldp", "[~B-GigabitEthernet0/1/0]display lldp neighbor brief\n" + row)),
              expected);
  EXPECT_THAT(links(*with("lldp/B.txt", row)), expected);
  EXPECT_THAT(links(*with("B_lldp.txt", row)), expected);
  const auto nobody = with("Bravo.txt", row);
  EXPECT_THAT(links(*nobody), IsEmpty());
  EXPECT_THAT(notes(*nobody),
              ElementsAre("Bravo.txt:3: does not say whose neighbours these are: there is no prompt, and "
                          "the file is not named after a device"));
}

TEST(NeighborLinks, MayStandBehindTheConfiguration) {
  const auto snapshot =
      load_texts({{"A.cfg", device("A") + kHeading + "GE0/1/0 B GE0/2/0 99\n"}, {"B.cfg", device("B")}});
  EXPECT_THAT(links(*snapshot), ElementsAre("A:GigabitEthernet0/1/0 B:GigabitEthernet0/2/0 lldp"));
  EXPECT_EQ(snapshot->files, 2U);
}

TEST(NeighborLinks, OfWhatIsNotHereAreNotes) {
  const auto snapshot =
      with("A.txt", kHeading + "GE0/1/0 CE7 GE0/0/1 99\nGE0/2/0 CE8 GE0/0/1 99\nGE0/3/0 B GE0/1/0 99\n");
  EXPECT_THAT(links(*snapshot), IsEmpty());
  EXPECT_THAT(
      notes(*snapshot),
      ElementsAre("A.txt:5: the neighbour names GigabitEthernet0/3/0 of A, which is not configured there",
                  "A.txt:0: neighbours that are not here: CE7, CE8"));
  EXPECT_THAT(notes(*with("x.txt", "<Z>dis lldp nei bri\n" + kHeading +
                                       "GE0/1/0 A GE0/0/1 99\nGE0/2/0 A GE0/0/1 99\n")),
              ElementsAre("x.txt:4: shows neighbours of Z, which is not here"));
}

TEST(NeighborLinks, SeveralAtOnePortAreNoLink) {
  const auto snapshot = with("A.txt", kHeading + "GE0/1/0 B GE0/1/0 99\nGE0/1/0 C GE0/1/0 99\n");
  EXPECT_THAT(links(*snapshot), IsEmpty());
  EXPECT_THAT(
      notes(*snapshot),
      testing::Contains("A.txt:3: GigabitEthernet0/1/0 of A has 2 neighbours; none is taken for its link"));
  const auto twice = with("A.txt", kHeading + "GE0/1/0 B GE0/1/0 99\n" + kHeading + "GE0/1/0 B GE0/1/0 99\n");
  EXPECT_THAT(links(*twice), ElementsAre("A:GigabitEthernet0/1/0 B:GigabitEthernet0/1/0 lldp"));
}

TEST(NeighborLinks, GiveWayToTheSnapshotsOwnFile) {
  const test::TemporaryFolder folder;
  for (const char* name : {"A", "B", "C"}) folder.write(std::string(name) + ".cfg", device(name));
  folder.write("A-lldp.txt", kHeading + "GE0/1/0 B GE0/1/0 99\nGE0/2/0 C GE0/2/0 99\n");
  folder.write("holdfast.yaml", "links: [[A:GE0/1/0, C:GE0/1/0]]\n");
  LoadOptions options;
  options.paths = {folder.path()};
  const auto snapshot = load(options);
  EXPECT_THAT(links(*snapshot), ElementsAre("A:GigabitEthernet0/1/0 C:GigabitEthernet0/1/0 yaml",
                                            "A:GigabitEthernet0/2/0 C:GigabitEthernet0/2/0 lldp"));
  EXPECT_EQ(snapshot->files, 3U);
  EXPECT_THAT(
      topology(*snapshot).ambiguities,
      ElementsAre("LLDP would join ports of which one has a link stated already: A:GigabitEthernet0/1/0, "
                  "B:GigabitEthernet0/1/0"));
}

}  // namespace
}  // namespace holdfast::session
