// Static rules and failure engine agree: what an error rule reports changes what becomes of services under
// some set of at most two failures. Where it cannot be shown, the table says why.

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "solver/failures/service_failures.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/replay.h"
#include "solver/rules/rule.h"
#include "tests/effects/whole_networks.h"

namespace holdfast::rules {
namespace {

// Why an error of that rule changes no outcome, although the service is whole.
enum class Why : std::uint8_t {
  NotSteady,  // it shows while protocols settle, not in what they settle to
  CeSide,     // it shows on the customer's bundle or addresses, which the engine takes to work
  Refused,    // the device does not take the line; the engine judges the network that the lines mean
};
struct Reason {
  Why why;
  const char* text;
};
const std::map<std::string, Reason> kNoOutcome{
    {"ET002", {Why::CeSide, "the customer bundles one leg only; the PEs do not see it"}},
    {"ET003", {Why::CeSide, "the customer bundles one leg only; the PEs do not see it"}},
    {"ET013", {Why::CeSide, "the customer's bundle lacks a leg or a VLAN; the PEs do not see it"}},
    {"ET017",
     {Why::CeSide, "links of the bundle are held back, of which the engine asks only for the least number"}},
    {"PW005",
     {Why::NotSteady, "packets are lost after a switchover; each PW agrees with its own far end and is up"}},
    {"PW006",
     {Why::NotSteady, "the secondary can fail to take over; each PW agrees with its own far end and is up"}},
    {"PW009",
     {Why::NotSteady, "after a failure both modes come to the same PW; what differs is the way back"}},
    {"PW010",
     {Why::CeSide, "to which of the two PEs the site sends is then its own choice, and it is taken to work"}},
    {"PW017", {Why::Refused, "it breaks a restriction of the vendor's"}},
    {"PW019", {Why::CeSide, "it concerns host routes between the customer's devices"}},
    {"PW023",
     {Why::Refused,
      "the vendor offers one bypass for either use only where there is no secondary PW; taken as "
      "it stands it does what two would"}},
    {"PW026", {Why::NotSteady, "after a failure both modes come to the same PW"}},
    {"SYN008", {Why::CeSide, "no frame has the tags of the sub-interface; the PEs do not see it"}},
    {"SYN002", {Why::Refused, "the value lies outside of every range; taken as it stands it agrees"}},
};

// What becomes of services: for each minimal set of at most two failures the worst that it does.
struct Outcomes {
  std::set<std::pair<std::string, Outcome>> bad;
  std::size_t whole = 0;  // services of which something is known

  friend bool operator==(const Outcomes& a, const Outcomes& b) { return a.bad == b.bad; }
};

Outcomes outcomes(const session::Snapshot& snapshot) {
  const pairing::Pairing net(snapshot.network);
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
  const TwoNetworks networks = networks_of(GetParam());
  const Outcomes bad = outcomes(*networks.bad);
  const Outcomes good = outcomes(*networks.good);
  EXPECT_GT(good.whole, 0U);
  const auto reason = kNoOutcome.find(GetParam());
  if (reason == kNoOutcome.end()) {
    EXPECT_FALSE(bad == good);
  } else {
    EXPECT_TRUE(bad == good) << "there is an outcome, against: " << reason->second.text;
  }
}

TEST_P(ErrorRule, SpeaksOfTheBadNetworkOnly) {
  const TwoNetworks networks = networks_of(GetParam());
  session::CheckOptions options;
  options.select = {GetParam()};
  EXPECT_FALSE(session::check(networks.bad, options).findings.empty());
  EXPECT_TRUE(session::check(networks.good, options).findings.empty());
}

// Engine and replay, as in tests/cross_check, on networks with what random ones do not have.
TEST_P(ErrorRule, IsJudgedAlikeByEngineAndReplay) {
  const TwoNetworks networks = networks_of(GetParam());
  for (const auto& snapshot : {networks.bad, networks.good}) {
    const pairing::Pairing net(snapshot->network);
    const FailureUniverse universe = pairing::failure_universe(net);
    failures::Engine engine(net, universe);
    const replay::Replay judge(snapshot->network, universe);
    for (const pairing::Service& service : net.services().all()) {
      failures::ServiceEvaluator states(engine, service);
      for (const Flow& flow : pairing::flows_of(net, service)) {
        failures::FlowEvaluator evaluator(states, flow);
        const auto compare = [&](const FailureSet& failed, const std::string& name) {
          const Outcome mine = evaluator.outcome(failed);
          if (mine == Outcome::Unknown || mine == Outcome::Flapping) return;
          EXPECT_EQ(mine, judge.judge(flow, failed)) << service.name << ": " << name;
        };
        compare({}, "nothing fails");
        for (std::size_t i = 0; i < universe.elements.size(); ++i) {
          compare({ElementId{i}}, universe.elements[i].name);
        }
      }
    }
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
