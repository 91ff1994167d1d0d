// The generated network is what the measurements say it is: as large as asked for, reproducible, and
// consistent.

#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/session/check.h"
#include "app/session/load.h"
#include "bench/generator/plan.h"
#include "bench/generator/sections.h"

namespace holdfast::generator {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Two regions of one metro, with every kind of service.
Options small() {
  Options options;
  options.devices = 120;
  options.services = 400;
  options.lines = 300;
  return options;
}

std::vector<std::string> texts(const Options& options) {
  const Plan plan = make_plan(options);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < plan.devices.size(); ++i) all.push_back(device_text(plan, i).str());
  return all;
}

std::vector<std::vector<std::string>> statements(const std::string& text) {
  std::vector<std::vector<std::string>> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    if (words.size() >= 2) all.push_back(std::move(words));
  }
  return all;
}

TEST(Generator, WritesAsManyDevicesAndLinesAsAskedFor) {
  Options options = small();
  for (const std::size_t lines : {0U, 1250U, 5000U}) {
    options.lines = lines;
    const Plan plan = make_plan(options);
    ASSERT_EQ(plan.devices.size(), options.devices);
    ASSERT_EQ(plan.services.size(), options.services);
    for (std::size_t i = 0; i < plan.devices.size(); ++i) EXPECT_GE(device_text(plan, i).lines(), lines);
  }
}

TEST(Generator, WritesTheSameTextForTheSameOptions) {
  Options options = small();
  const std::vector<std::string> once = texts(options);
  EXPECT_EQ(once, texts(options));
  options.seed = 2;
  EXPECT_NE(once, texts(options));
}

TEST(Generator, RefusesSizesThatItCannotPlan) {
  Options options;
  options.devices = 6;
  EXPECT_THAT(out_of_range(options), HasSubstr("--devices must be from 7"));
  options.devices = 7;
  options.services = 1000;
  EXPECT_THAT(out_of_range(options), IsEmpty());
  options.services = 1001;
  EXPECT_THAT(out_of_range(options), HasSubstr("--services must be at most 1000"));
}

TEST(Generator, HasEveryKindOfServiceEvenWhenSmall) {
  Options options;
  options.devices = 7;
  options.services = 4;
  std::set<ServiceKind> kinds;
  for (const Service& service : make_plan(options).services) kinds.insert(service.kind);
  EXPECT_EQ(kinds.size(), 3U);
}

TEST(Generator, GivesEveryPwItsOtherEndAndItsLdpSession) {
  std::set<std::tuple<std::string, std::string, std::string>> pws;  // here, peer, VC ID
  std::set<std::pair<std::string, std::string>> sessions;
  for (const std::string& text : texts(small())) {
    std::string here;
    for (const std::vector<std::string>& words : statements(text)) {
      if (words[0] == "mpls" && words[1] == "lsr-id") here = words[2];
      if (words[0] == "mpls" && words[1] == "l2vc" && words[2] != "track") {
        EXPECT_TRUE(pws.emplace(here, words[2], words[3]).second)
            << here << " " << words[2] << " " << words[3];
      }
    }
    for (std::size_t at = text.find("remote-ip "); at != std::string::npos;
         at = text.find("remote-ip ", at + 1)) {
      sessions.emplace(here, text.substr(at + 10, text.find('\n', at) - at - 10));
    }
  }
  EXPECT_FALSE(pws.empty());
  for (const auto& [here, peer, vc] : pws) {
    EXPECT_TRUE(pws.contains({peer, here, vc})) << here << " " << peer << " " << vc;
    EXPECT_TRUE(sessions.contains({here, peer})) << here << " " << peer;
    EXPECT_TRUE(sessions.contains({peer, here})) << peer << " " << here;
  }
}

// PWs of VPWS and of VSIs share the VC IDs between two devices.
TEST(Generator, GivesEveryPwOfADeviceAnIdentityOfItsOwn) {
  Options options;
  options.lines = 0;
  for (const std::string& text : texts(options)) {
    std::set<std::pair<std::string, std::string>> pws;  // peer, VC ID
    std::string vsi_id;
    for (const std::vector<std::string>& words : statements(text)) {
      if (words[0] == "vsi-id") vsi_id = words[1];
      const bool of_vsi = words[0] == "peer" && words.size() > 2 && words[2] == "tnl-policy";
      const bool of_ac = words[0] == "mpls" && words[1] == "l2vc" && words[2] != "track";
      if (of_vsi) {
        EXPECT_TRUE(pws.emplace(words[1], vsi_id).second) << words[1] << " " << vsi_id;
      } else if (of_ac) {
        EXPECT_TRUE(pws.emplace(words[2], words[3]).second) << words[2] << " " << words[3];
      }
    }
  }
}

TEST(Generator, WritesANetworkWithoutErrors) {
  Options options;
  options.devices = 230;
  options.services = 1500;
  options.lines = 300;
  std::vector<session::NamedText> files;
  for (std::string& text : texts(options))
    files.push_back({std::to_string(files.size()) + ".cfg", std::move(text)});
  const session::CheckResult result = session::check(session::load_texts(std::move(files)), {});
  EXPECT_EQ(result.services, options.services);
  EXPECT_EQ(result.snapshot->coverage.unrecognised, 0U);
  EXPECT_EQ(result.summary.errors, 0U) << result.findings.front().finding.message;
  EXPECT_EQ(result.summary.warnings, 0U) << result.findings.front().finding.message;
}

TEST(Generator, GivesEveryAddressOnce) {
  std::map<std::string, int> uses;
  for (const std::string& text : texts(small())) {
    for (const std::vector<std::string>& words : statements(text)) {
      if (words[0] == "ip" && words[1] == "address") ++uses[words[2]];
    }
  }
  EXPECT_GT(uses.size(), small().devices);
  for (const auto& [address, count] : uses) EXPECT_EQ(count, 1) << address;
}

}  // namespace
}  // namespace holdfast::generator
