// Static rules and failure engine agree: what an error rule reports changes what becomes of services under
// some set of at most two failures. Shown on a sample with that mistake, on a small network with that one
// edit, or on the broken and the right example of tests/rules/CODE, which are given the same core to run
// over. Where it cannot be shown, the table says why.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "solver/failures/service_failures.h"
#include "solver/pairing/elements.h"
#include "solver/rules/rule.h"
#include "tests/support/sample.h"

namespace holdfast::rules {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<session::NamedText>;

// Samples that have the mistake, and the same without it.
const std::map<std::string, std::pair<const char*, const char*>> kSamples{
    {"BF001", {"pw-status-negotiation/broken-discriminators", "pw-status-negotiation/good"}},
    {"ET001", {"pw-status-negotiation/broken-addresses", "pw-status-negotiation/good"}},
    {"ET004", {"pw-status-negotiation/broken-key-differs", "pw-status-negotiation/good"}},
    {"ET009", {"pw-status-negotiation/broken-addresses", "pw-status-negotiation/good"}},
    {"ET014", {"pw-status-negotiation/broken-etrunk-id", "pw-status-negotiation/good"}},
    {"L3001", {"vpws-track-vpnv6-route/broken-no-track-route", "vpws-track-vpnv6-route/good"}},
    {"PW011", {"independent-pw-redundancy/broken-no-pw-redundancy", "independent-pw-redundancy/good-mvrrp"}},
    {"SYN003", {"pw-status-negotiation/broken-bfd-undefined", "pw-status-negotiation/good"}},
    {"VS002", {"hvpls-track-hub-pw/broken-no-track-hub-pw", "hvpls-track-hub-pw/good"}},
    {"VS003", {"hvpls-track-hub-pw/broken-track-under-hub", "hvpls-track-hub-pw/good"}},
    {"VS005", {"hvpls-track-hub-pw/broken-group-one-member", "hvpls-track-hub-pw/good"}},
};

// Edits that make the mistake in tests/rules/SV002/good: a site that two PEs serve by an E-Trunk.
struct Edit {
  const char* file;
  const char* from;
  const char* to;
};
const std::map<std::string, std::vector<Edit>> kEdits{
    {"ET007",
     {{"PE2.cfg", "source-address 2.2.2.2", "source-address 2.2.2.9"},
      {"PE3.cfg", "peer-address 2.2.2.2", "peer-address 2.2.2.9"}}},
    {"ET012",
     {{"PE2.cfg", " e-trunk 1\n#", " e-trunk 1\n e-trunk mode force-master\n#"},
      {"PE3.cfg", " e-trunk 1\n#", " e-trunk 1\n e-trunk mode force-master\n#"}}},
    {"ET015", {{"PE2.cfg", " security-key", " authentication-mode enhanced-hmac-sha256\n security-key"}}},
};

// Why an error of that rule changes no outcome.
enum class Why : std::uint8_t {
  NoService,  // the example is about lines: no service is whole in it. This is checked.
  NotSteady,  // it shows while protocols settle, not in what they settle to
  CeSide,     // it shows on the customer's bundle or addresses, which the engine takes to work
  NoLoss,     // the network carries; the example breaks a restriction of the vendor's
};
struct Reason {
  Why why;
  const char* text;
};
const std::map<std::string, Reason> kNoOutcome{
    {"BF002",
     {Why::NoService, "which of two sessions with one discriminator the device takes is not documented"}},
    {"BF003", {Why::NoService, "a session that nothing tracks only makes detection quicker"}},
    {"BF004", {Why::NoService, "a session that nothing tracks only makes detection quicker"}},
    {"BF005", {Why::NoService, "a session that nothing tracks only makes detection quicker"}},
    {"ET002", {Why::CeSide, "the customer bundles one leg only; the PEs do not see it"}},
    {"ET003", {Why::CeSide, "the customer bundles one leg only; the PEs do not see it"}},
    {"ET011", {Why::NoService, "the example has the two PEs only"}},
    {"ET013", {Why::CeSide, "the customer's bundle lacks a leg or a VLAN; the PEs do not see it"}},
    {"ET017",
     {Why::CeSide, "links of the bundle are held back, of which the engine asks only for the least number"}},
    {"L3006", {Why::NoService, "the example has the BGP sessions only"}},
    {"L3008", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"L3010", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW005", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW006", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW009",
     {Why::NotSteady, "after a failure both modes come to the same PW; what differs is the way back"}},
    {"PW017", {Why::NoLoss, "the device refuses the line"}},
    {"PW018", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW019", {Why::CeSide, "it concerns host routes between the customer's devices"}},
    {"PW020", {Why::NoService, "the example has one site"}},
    {"PW023", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW024", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"PW026", {Why::NotSteady, "after a failure both modes come to the same PW"}},
    {"PW027", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"SYN002", {Why::NoService, "the device refuses the line"}},
    {"SYN005", {Why::NoService, "which of two devices answers to one address is not documented"}},
    {"SYN006", {Why::NoService, "the far ends decide, and are not in the example"}},
    {"SYN008", {Why::CeSide, "no frame has the tags of the sub-interface; the PEs do not see it"}},
    {"VR001", {Why::NoService, "it concerns the gateway address of hosts"}},
    {"VR005", {Why::NoService, "the example has the VRRP groups only"}},
    {"VR003", {Why::NoService, "the far ends decide, and are not in the example"}},
};

Texts texts_of(const fs::path& folder) {
  std::map<std::string, std::string> sorted;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ".cfg") continue;
    std::ifstream in(file.path());
    sorted[file.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  Texts texts;
  for (const auto& [name, text] : sorted) texts.push_back({name, text});
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::string after(const std::string& line, const std::string& start) {
  return line.starts_with(start) ? line.substr(start.size()) : std::string();
}

// A core router, and on every device with an LSR ID two links to it, on boards of their own, with OSPF and
// LDP on them; every device makes and accepts LDP sessions for its PWs. What an example says itself stays as
// it is.
Texts with_core(const Texts& examples) {
  Texts result;
  std::string core = "sysname CORE\n#\nmpls lsr-id 10.254.255.254\nmpls\nmpls ldp\n#\n";
  int number = 0;
  for (const auto& [name, text] : examples) {
    std::string dressed;
    std::string lsr_id;
    const auto close = [&] {
      if (lsr_id.empty()) return;
      ++number;
      dressed += fmt::format(
          "#\nmpls\nmpls l2vpn\n mpls l2vpn auto-create-session\nmpls ldp\n accept target-hello all\n#\n");
      if (text.find(" ip address " + lsr_id + ' ') == text.npos) {
        dressed += fmt::format("interface LoopBack900\n ip address {} 32\n#\n", lsr_id);
      }
      std::string networks = fmt::format("  network {} 0.0.0.0\n", lsr_id);
      for (const int leg : {1, 2}) {
        const std::string base = fmt::format("10.254.{}.", number * 2 + leg);
        dressed += fmt::format("interface GigabitEthernet9{}/0/0\n ip address {}1 30\n mpls\n mpls ldp\n#\n",
                               leg, base);
        core += fmt::format("interface GigabitEthernet{}/{}/0\n ip address {}2 30\n mpls\n mpls ldp\n#\n",
                            number, leg, base);
        networks += fmt::format("  network {}0 0.0.0.3\n", base);
      }
      dressed += fmt::format("ospf 900\n area 0\n{}#\n", networks);
      lsr_id.clear();
    };
    for (const std::string& line : lines_of(text)) {
      if (line == "return" || line.starts_with("sysname ")) close();
      if (const std::string id = after(line, "mpls lsr-id "); !id.empty()) lsr_id = id;
      dressed += line + '\n';
    }
    close();
    result.push_back({name, dressed});
  }
  core +=
      "interface LoopBack0\n ip address 10.254.255.254 32\n#\nospf 900\n area 0\n  network 10.254.0.0 "
      "0.0.255.255\n#\nreturn\n";
  result.push_back({"core.cfg", core});
  return result;
}

// What becomes of services: for each minimal set of at most two failures the worst that it does. Of a service
// that is not whole: that.
struct Outcomes {
  std::set<std::pair<std::string, Outcome>> bad;
  std::size_t whole = 0;  // services of which something is known

  friend bool operator==(const Outcomes& a, const Outcomes& b) { return a.bad == b.bad; }
};

Outcomes outcomes(std::shared_ptr<const session::Snapshot> snapshot) {
  const pairing::Pairing net(snapshot->network);
  const FailureUniverse universe = pairing::failure_universe(net);
  failures::Engine engine(net, universe);
  Outcomes result;
  for (const pairing::Service& service : net.services().all()) {
    const failures::ServiceFailures found = failures::search_service(engine, service, {});
    for (const failures::ServiceSet& set : found.bad) {
      std::string names;
      for (const ElementId id : set.elements) names += universe.elements[id.index].name + ' ';
      result.bad.insert({names, set.outcome});
    }
    const bool open = !found.bad.empty() && found.bad.front().elements.empty() &&
                      found.bad.front().outcome == Outcome::Unknown;
    if (!found.flows.empty() && !open) ++result.whole;
  }
  return result;
}

Texts edited(Texts texts, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    const auto file = std::ranges::find(texts, edit.file, &session::NamedText::path);
    EXPECT_NE(file, texts.end()) << edit.file;
    const std::size_t at = file->text.find(edit.from);
    EXPECT_NE(at, std::string::npos) << edit.from;
    file->text.replace(at, std::string(edit.from).size(), edit.to);
  }
  return texts;
}

std::pair<Outcomes, Outcomes> bad_and_good(const std::string& code) {
  const fs::path folder = fs::path(HOLDFAST_SOURCE_DIR) / "tests" / "rules";
  if (const auto sample = kSamples.find(code); sample != kSamples.end()) {
    return {outcomes(test::sample(sample->second.first)), outcomes(test::sample(sample->second.second))};
  }
  if (const auto edits = kEdits.find(code); edits != kEdits.end()) {
    const Texts good = texts_of(folder / "SV002" / "good");
    return {outcomes(session::load_texts(edited(good, edits->second))), outcomes(session::load_texts(good))};
  }
  // What rules of this family look at is the core.
  const bool has_core = code.starts_with("UL");
  const auto outcome_of = [&](const char* which) {
    const Texts texts = texts_of(folder / code / which);
    return outcomes(session::load_texts(has_core ? texts : with_core(texts)));
  };
  return {outcome_of("bad"), outcome_of("good")};
}

std::vector<std::string> error_rules() {
  std::vector<std::string> codes;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (rule->severity == rules::Severity::Error && !rule->about_failures()) codes.emplace_back(rule->code);
  }
  std::ranges::sort(codes);
  return codes;
}

class ErrorRule : public testing::TestWithParam<std::string> {};

TEST_P(ErrorRule, ChangesAnOutcomeOrSaysWhyNot) {
  const auto [bad, good] = bad_and_good(GetParam());
  const auto reason = kNoOutcome.find(GetParam());
  if (reason == kNoOutcome.end()) {
    EXPECT_FALSE(bad == good);
    return;
  }
  EXPECT_TRUE(bad == good) << "there is an outcome, against: " << reason->second.text;
  if (reason->second.why == Why::NoService) {
    EXPECT_EQ(bad.whole, 0U) << "the example has a whole service";
  }
}

INSTANTIATE_TEST_SUITE_P(All, ErrorRule, testing::ValuesIn(error_rules()),
                         [](const auto& item) { return item.param; });

TEST(ErrorRules, ReasonsBelongToRules) {
  const std::vector<std::string> codes = error_rules();
  for (const auto& [code, reason] : kNoOutcome) {
    EXPECT_TRUE(std::ranges::binary_search(codes, code)) << code;
    EXPECT_STRNE(reason.text, "");
  }
}

}  // namespace
}  // namespace holdfast::rules
