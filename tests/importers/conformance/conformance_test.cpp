// What every vendor's importer has to do with whatever it is given. An importer that the session knows is
// tested without a line here, from the folder that has its name: a small configuration with every kind of
// object that it reads, one that defines names twice, one whose uses of the name `nowhere` are undefined, and
// a list of neighbours.

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "app/session/importers.h"
#include "tests/importers/conformance/place_check.h"
#include "tests/support/model_text.h"

namespace holdfast::conformance {
namespace {

namespace fs = std::filesystem;

constexpr FileId kFile{3};

const session::Importers& importers() {
  static const session::Importers kImporters;
  return kImporters;
}

class AnyImporter : public testing::TestWithParam<const Importer*> {
 protected:
  static std::vector<Device> import(std::string_view text) {
    ImportOptions options;
    options.name_hint = "hint";
    return GetParam()->import(kFile, text, options);
  }

  static std::string example(const char* name) {
    const fs::path path =
        fs::path(HOLDFAST_SOURCE_DIR) / "tests/importers/conformance" / GetParam()->name() / name;
    std::ifstream file(path);
    EXPECT_TRUE(file) << path << " is missing";
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }

  static std::string whole(const std::vector<Device>& devices) {
    std::string text;
    for (const Device& device : devices) text += test::full_text(device);
    return text;
  }

  // Imports the text and checks what must be true of every text.
  static std::vector<Device> take(std::string_view text) {
    std::vector<Device> devices = import(text);
    for (const SeenNeighbor& seen : GetParam()->neighbors(kFile, text)) {
      PlaceCheck places(kFile, text);
      test::walk_model(seen, places);
    }
    for (const Device& device : devices) {
      PlaceCheck places(kFile, text);
      test::walk_model(device, places);
      const Coverage& c = device.reading.coverage;
      EXPECT_EQ(c.lines, c.modelled + c.irrelevant + c.partial + c.unrecognised);
      EXPECT_FALSE(device.name.value.empty());
      EXPECT_LE(1U, device.first_line);
      EXPECT_LE(device.first_line, device.last_line);
    }
    return devices;
  }

  // What the configuration says, without what reading it was like.
  static std::string network(std::vector<Device> devices) {
    for (Device& device : devices) {
      device.reading = {};
      device.first_line = 0;
      device.last_line = 0;
    }
    return values(devices);
  }

  // The values alone, without their places.
  static std::string values(const std::vector<Device>& devices) {
    std::string text;
    for (const Device& device : devices) {
      test::ModelText model(false);
      test::walk_model(device, model);
      text += model.take();
    }
    return text;
  }
};

// All lines of the text with their ends, each as `change` makes it.
template <class Change>
std::string each_line(const std::string& text, Change change) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += change(line);
  return result;
}

TEST_P(AnyImporter, KnowsItsOwnTexts) {
  for (const char* name : {"small.cfg", "duplicate-names.cfg", "undefined-names.cfg"}) {
    const std::string text = example(name);
    const Detection own = GetParam()->detect(text);
    EXPECT_GE(own.score, 50) << name;
    EXPECT_LE(own.score, 100) << name;
    EXPECT_FALSE(own.evidence.empty()) << name;
    for (const Importer* other : importers().all()) {
      if (other != GetParam()) {
        EXPECT_LT(other->detect(text).score, own.score) << other->name();
      }
    }
  }
  EXPECT_EQ(GetParam()->detect("").score, 0);
  EXPECT_EQ(GetParam()->detect("Dear all,\nthe maintenance is on Monday.\n").score, 0);
}

TEST_P(AnyImporter, ReadsItsSmallConfigurationWhole) {
  const std::string text = example("small.cfg");
  const auto devices = take(text);
  ASSERT_EQ(devices.size(), 1U);
  const Device& device = devices.front();
  EXPECT_THAT(device.reading.unread, testing::IsEmpty());
  EXPECT_THAT(device.reading.out_of_range, testing::IsEmpty());
  EXPECT_THAT(device.reading.notes, testing::IsEmpty());
  EXPECT_EQ(device.name.origin, Origin::Configured);
  PlaceCheck places(kFile, text);
  test::walk_model(device, places);
  EXPECT_GE(places.objects(), 50U) << "the example has too few kinds of objects to tell anything";
}

TEST_P(AnyImporter, TakesNothing) {
  for (const std::string_view text : {"", "\n", "\r\n\r\n", " \t \n", "#\n", "!\n"}) {
    for (const Device& device : take(text)) EXPECT_EQ(device.reading.coverage.lines, 0U);
  }
}

TEST_P(AnyImporter, TakesATextCutOffAnywhere) {
  const std::string text = example("small.cfg");
  for (std::size_t length = 0; length < text.size(); ++length) take(std::string_view(text).substr(0, length));
}

TEST_P(AnyImporter, SaysThatATextIsCutOff) {
  const std::string text = example("small.cfg");
  const auto devices = take(std::string_view(text).substr(0, text.size() / 2));
  ASSERT_EQ(devices.size(), 1U);
  EXPECT_THAT(devices.front().reading.notes, testing::Not(testing::IsEmpty()));
}

TEST_P(AnyImporter, LineEndsAndTabsSayNothing) {
  const std::string text = example("small.cfg");
  const std::string expected = values(take(text));
  EXPECT_EQ(values(take(each_line(text, [](const std::string& line) { return line + "\r\n"; }))), expected);
  EXPECT_EQ(values(take(each_line(text, [](const std::string& line) { return line + " \t\n"; }))), expected);
  EXPECT_EQ(values(take(each_line(text,
                                  [](const std::string& line) {
                                    const std::size_t blanks = line.find_first_not_of(' ');
                                    return std::string(blanks, '\t') + line.substr(blanks) + "\n";
                                  }))),
            expected);
}

// Three of these bytes in the place of each byte.
TEST_P(AnyImporter, TakesAnyByteAnywhere) {
  constexpr std::string_view kBytes("\0\xff\x80\r\n\t\x1b\"", 8);
  const std::string text = example("small.cfg");
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::size_t step : {0U, 3U, 6U}) {
      std::string changed = text;
      changed[at] = kBytes[(at + step) % kBytes.size()];
      take(changed);
    }
  }
}

TEST_P(AnyImporter, TakesLinesOfAMegabyte) {
  constexpr std::size_t kMegabyte = 1U << 20U;
  const std::string text = example("small.cfg");
  const std::string expected = network(take(text));
  std::string words;
  while (words.size() < kMegabyte) words += "word ";
  const std::string command = text.substr(text.find("\n ") + 1, text.find(' ', text.find("\n ") + 2));
  for (const std::string& huge :
       {std::string(kMegabyte, 'x'), std::string(kMegabyte, ' '), std::string(kMegabyte, '"'),
        std::string(kMegabyte, '\0'), std::string(kMegabyte, '1'), words, command + words}) {
    EXPECT_EQ(network(take(huge + '\n' + text)), expected);
    EXPECT_EQ(network(take(text + huge)), expected);
  }
}

// A name that is defined twice is one object.
TEST_P(AnyImporter, NamesDefinedTwiceAreOneObject) {
  const auto devices = take(example("duplicate-names.cfg"));
  ASSERT_EQ(devices.size(), 1U);
  const Device& device = devices.front();
  std::set<std::pair<NameKind, std::string>> seen;
  std::set<NameKind> twice;
  for (const NameUse& use : device.names) {
    if (use.definition && !seen.emplace(use.kind, use.name).second) twice.insert(use.kind);
  }
  EXPECT_GE(twice.size(), 3U) << "the example defines too little twice";
  const auto expect_one = [](const auto& objects, auto key, const char* what) {
    EXPECT_EQ(objects.size(), 1U) << what;
    std::set<std::string> keys;
    for (const auto& object : objects) {
      std::ostringstream text;
      text << object.*key;
      EXPECT_TRUE(keys.insert(text.str()).second) << what << ' ' << text.str();
    }
  };
  expect_one(device.interfaces, &Interface::name, "interface");
  expect_one(device.vsis, &Vsi::name, "VSI");
  expect_one(device.etrunks, &Etrunk::id, "E-Trunk");
  expect_one(device.bfd_sessions, &BfdSession::name, "BFD session");
  expect_one(device.pw_templates, &PwTemplate::name, "PW template");
  expect_one(device.tunnel_policies, &TunnelPolicy::name, "tunnel policy");
  expect_one(device.explicit_paths, &ExplicitPath::name, "explicit path");
  expect_one(device.vpn_instances, &VpnInstance::name, "VPN instance");
  expect_one(device.mpls.remote_peers, &LdpRemotePeer::name, "remote peer");
  expect_one(device.ospf, &OspfProcess::id, "OSPF process");
  expect_one(device.isis, &IsisProcess::id, "IS-IS process");
}

TEST_P(AnyImporter, NamesDefinedNowhereAreUsesAndNothingElse) {
  const auto devices = take(example("undefined-names.cfg"));
  ASSERT_EQ(devices.size(), 1U);
  const Device& device = devices.front();
  std::set<NameKind> kinds;
  for (const NameUse& use : device.names) {
    if (use.name != "nowhere") continue;
    EXPECT_FALSE(use.definition) << to_string(use.kind);
    kinds.insert(use.kind);
  }
  EXPECT_GE(kinds.size(), 4U) << "the example leaves too little undefined";
  for (const Vsi& vsi : device.vsis) EXPECT_NE(vsi.name, "nowhere");
  for (const BfdSession& session : device.bfd_sessions) EXPECT_NE(session.name, "nowhere");
  for (const PwTemplate& made : device.pw_templates) EXPECT_NE(made.name, "nowhere");
  for (const TunnelPolicy& policy : device.tunnel_policies) EXPECT_NE(policy.name, "nowhere");
  for (const ExplicitPath& path : device.explicit_paths) EXPECT_NE(path.name, "nowhere");
  for (const VpnInstance& instance : device.vpn_instances) EXPECT_NE(instance.name, "nowhere");
}

TEST_P(AnyImporter, ReportsALineThatIsNoCommandWhereverItStands) {
  const std::string text = example("small.cfg");
  const std::string nonsense = "zzqx-unheard-of 17\n";
  std::uint32_t line = 1;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1, ++line) {
    for (const char* indent : {"", " ", "    "}) {
      const auto devices = take(text.substr(0, at) + indent + nonsense + text.substr(at));
      std::vector<UnreadLine> unread;
      for (const Device& device : devices) {
        unread.insert(unread.end(), device.reading.unread.begin(), device.reading.unread.end());
      }
      ASSERT_FALSE(unread.empty()) << "line " << line;
      EXPECT_EQ(unread.front().text, "zzqx-unheard-of 17");
      EXPECT_EQ(unread.front().where.line, line);
      EXPECT_EQ(unread.front().where.file, kFile);
      EXPECT_FALSE(unread.front().view.empty());
    }
  }
}

TEST_P(AnyImporter, TakesNeighborsCutOffAnywhere) {
  const std::string text = example("neighbors.txt");
  EXPECT_THAT(GetParam()->neighbors(kFile, text), testing::Not(testing::IsEmpty()));
  EXPECT_THAT(GetParam()->neighbors(kFile, example("small.cfg")), testing::IsEmpty());
  for (std::size_t length = 0; length < text.size(); ++length) take(std::string_view(text).substr(0, length));
}

TEST_P(AnyImporter, SameTextSameModel) {
  const std::string text = example("small.cfg");
  const std::string expected = whole(take(text));
  EXPECT_EQ(whole(take(text)), expected);
  std::vector<std::string> results(2);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&, importer = GetParam()] { result = whole(importer->import(kFile, text, {})); });
    }
  }
  for (const std::string& result : results) EXPECT_EQ(result, expected);
  const session::Importers anew;
  EXPECT_EQ(whole(anew.find(GetParam()->name())->import(kFile, text, {})), expected);
}

INSTANTIATE_TEST_SUITE_P(Conformance, AnyImporter,
                         testing::ValuesIn(importers().all().begin(), importers().all().end()),
                         [](const auto& importer) {
                           std::string name(importer.param->name());
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace holdfast::conformance
