// `holdfast fix` as its callers see it.

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string kSamples = std::string(HOLDFAST_SOURCE_DIR) + "/samples";

test::Said run(const std::string& arguments, const std::string& folder = kSamples) {
  return test::run_holdfast(folder, "fix " + arguments, true);
}

TEST(FixCommand, TellsWhatToType) {
  const test::Said said = run("secondary-vpws/broken-vc-id");
  EXPECT_EQ(said.status, 0);
  EXPECT_EQ(said.out,
            "1. give the PW of PE3 GigabitEthernet1/0/0.100 VC ID 3013\n"
            "    mends error PW001: the secondary PW to PE3 (VC ID 3013) of PE1\n"
            "        GigabitEthernet1/0/0.100 has no counterpart: what PE3\n"
            "        GigabitEthernet1/0/0.100 has towards PE1 carries VC ID 3031\n"
            "    on PE3:\n"
            "      interface GigabitEthernet1/0/0.100\n"
            "      undo mpls l2vc\n"
            "      mpls l2vc 10.255.3.1 3013 control-word tagged\n"
            "      quit\n"
            "      commit\n"
            "\n"
            "1 of 1 finding mended; 1 device to change\n"
            "proven: the changed configurations were read and checked again: no findings\n"
            "proven to be the least disruptive choice among 4 changes thought of\n");
}

TEST(FixCommand, NothingToMend) {
  const test::Said said = run("secondary-vpws/good");
  EXPECT_EQ(said.status, 0);
  EXPECT_EQ(said.out, "nothing to mend\n");
}

TEST(FixCommand, Json) {
  const json document = json::parse(run("secondary-vpws/broken-vc-id --format json").out);
  EXPECT_EQ(document["schema"], 1);
  ASSERT_EQ(document["changes"].size(), 1U);
  const json& change = document["changes"][0];
  EXPECT_EQ(change["device"], "PE3");
  EXPECT_EQ(change["commands"][1], "undo mpls l2vc");
  EXPECT_EQ(change["replaces"][0]["file"], "secondary-vpws/broken-vc-id/PE3.cfg");
  EXPECT_EQ(change["replaces"][0]["line"], 23);
  EXPECT_EQ(change["rollback"][2], "mpls l2vc 10.255.3.1 3031 control-word tagged");
  EXPECT_EQ(document["least"], (json{{"proven", true}, {"changes", 4}, {"trials", 0}}));
  EXPECT_TRUE(document["remaining"].empty());
}

TEST(FixCommand, DiffAndRollback) {
  const std::string diff = run("secondary-vpws/broken-vc-id --format diff").out;
  EXPECT_TRUE(
      diff.starts_with("--- secondary-vpws/broken-vc-id/PE3.cfg\n+++ "
                       "secondary-vpws/broken-vc-id/PE3.cfg\n@@ -20,7 +20,7 @@\n"))
      << diff;
  EXPECT_THAT(diff,
              HasSubstr("\n- mpls l2vc 10.255.3.1 3031 control-word tagged\n+ mpls l2vc 10.255.3.1 3013"));
  EXPECT_TRUE(run("secondary-vpws/broken-vc-id --format rollback").out.starts_with("# PE3\nsystem-view\n"));
}

TEST(FixCommand, SarifHoldsFixes) {
  const json log = json::parse(run("secondary-vpws/broken-vc-id --format sarif").out);
  const json& fix = log["runs"][0]["results"][0]["fixes"][0];
  EXPECT_THAT(fix["description"]["text"].get<std::string>(), HasSubstr("VC ID 3013"));
  const json& replacement = fix["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(replacement["deletedRegion"],
            (json{{"startLine", 23}, {"startColumn", 1}, {"endLine", 24}, {"endColumn", 1}}));
  EXPECT_EQ(replacement["insertedContent"]["text"], " mpls l2vc 10.255.3.1 3013 control-word tagged\n");
}

TEST(FixCommand, AsksForKeysAndShowsNone) {
  for (const char* format : {"text", "json", "diff", "rollback", "sarif"}) {
    const test::Said said = run(std::string("pw-status-negotiation/broken-key-differs --format ") + format);
    EXPECT_THAT(said.out, Not(HasSubstr("Ridgeline"))) << format;
  }
  EXPECT_THAT(run("pw-status-negotiation/broken-key-differs").out, HasSubstr("put in on PE1: <key>\n"));
}

TEST(FixCommand, WritesCopiesThatAreRight) {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() + "/in");
  fs::copy(kSamples + "/secondary-vpws/broken-vc-id", folder.path() + "/in/lab", fs::copy_options::recursive);
  EXPECT_EQ(run("in --write out -q", folder.path()).status, 0);
  EXPECT_TRUE(fs::exists(folder.path() + "/out/lab/PE3.cfg"));
  EXPECT_FALSE(fs::exists(folder.path() + "/out/lab/PE1.cfg"));
  EXPECT_EQ(test::run_holdfast(folder.path(), "check in -q").status, 1);
  EXPECT_EQ(run("in --write in -q --in-place", folder.path()).status, 0);
  EXPECT_EQ(test::run_holdfast(folder.path(), "check in -q").status, 0);
}

TEST(FixCommand, DoesNotWriteOverTheInputUnasked) {
  const test::TemporaryFolder folder;
  fs::copy(kSamples + "/secondary-vpws/broken-vc-id", folder.path() + "/in", fs::copy_options::recursive);
  const test::Said said = run("in --write in -q", folder.path());
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.out, HasSubstr("in/PE3.cfg is not written: it is a file of the input"));
  EXPECT_EQ(test::run_holdfast(folder.path(), "check in -q").status, 1);
  EXPECT_EQ(run("in --in-place", folder.path()).status, 2);
}

TEST(FixCommand, NamesWhatItCannotMend) {
  const test::Said said = run("SYN005/bad-sysname", std::string(HOLDFAST_SOURCE_DIR) + "/tests/rules");
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("not mended:\n  error SYN005: sysname PE1 is used 2 times\n"));
  EXPECT_THAT(said.out, HasSubstr("\n0 of "));
}

TEST(FixCommand, MendsWhatIsSelected) {
  const std::string sample = "pw-status-negotiation/broken-addresses";
  EXPECT_EQ(json::parse(run(sample + " --select ET001 --format json").out)["mended"], 1);
  EXPECT_EQ(run(sample + " --select XX").status, 2);
  EXPECT_EQ(run("nowhere").status, 2);
}

}  // namespace
}  // namespace holdfast
