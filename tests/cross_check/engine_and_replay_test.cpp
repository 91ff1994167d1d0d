// The failure engine and the replay, set for set, on random networks: every set of at most k elements is
// judged by both, and the search's minimal bad sets are those of brute force.
//
// For long runs HOLDFAST_CROSS_CHECK=FROM-TO compares other seeds than the usual ones, and
// HOLDFAST_CROSS_CHECK_K=3 larger sets.

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <map>
#include <string>

#include "solver/failures/search.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/replay.h"
#include "tests/cross_check/random_network.h"

namespace holdfast::cross_check {
namespace {

constexpr std::size_t kUsualFailures = 2;

std::vector<FailureSet> sets_of(std::size_t elements, std::size_t most) {
  std::vector<FailureSet> all{{}};
  std::size_t first = 0;
  for (std::size_t size = 1; size <= most; ++size) {
    const std::size_t end = all.size();
    for (std::size_t i = first; i < end; ++i) {
      for (std::size_t next = all[i].empty() ? 0 : all[i].back().index + 1; next < elements; ++next) {
        FailureSet larger = all[i];
        larger.push_back(ElementId{next});
        all.push_back(std::move(larger));
      }
    }
    first = end;
  }
  return all;
}

std::string names(const FailureUniverse& universe, const FailureSet& set) {
  std::string result = "{";
  for (const ElementId id : set) result += " " + universe.elements[id.index].name;
  return result + " }";
}

// The replay tries every completion of what is unknown and every state of what does not settle; the engine
// says so at once. Where the two are sure they must agree.
bool agree(Outcome engine, Outcome replay) {
  return engine == replay || engine == Outcome::Unknown || engine == Outcome::Flapping;
}

struct Tally {
  std::size_t sets = 0;
  std::size_t less_sure = 0;  // the engine does not know what the replay does
};

void compare(std::uint64_t seed, std::size_t k, Tally& tally) {
  const RandomNetwork made = random_network(seed);
  const Network network = read(made);
  const pairing::Pairing net(network);
  const FailureUniverse universe = pairing::failure_universe(net);
  failures::Engine engine(net, universe);
  const replay::Replay judge(network, universe);
  const std::vector<FailureSet> sets = sets_of(universe.elements.size(), k);
  for (const pairing::Service& service : net.services().all()) {
    failures::ServiceEvaluator states(engine, service);
    for (const Flow& flow : pairing::flows_of(net, service)) {
      failures::FlowEvaluator evaluator(states, flow);
      std::vector<FailureSet> minimal;
      for (const FailureSet& set : sets) {
        const Outcome mine = evaluator.outcome(set);
        const Outcome theirs = judge.judge(flow, set);
        ++tally.sets;
        tally.less_sure += mine != theirs ? 1 : 0;
        ASSERT_TRUE(agree(mine, theirs))
            << "seed " << seed << ", " << service.name << ", " << names(universe, set) << ": engine "
            << to_string(mine) << ", replay " << to_string(theirs);
        const auto within = [&](const FailureSet& bad) { return std::ranges::includes(set, bad); };
        if (is_bad(mine) && std::ranges::none_of(minimal, within)) minimal.push_back(set);
      }
      failures::SearchOptions options;
      options.k = k;
      std::vector<FailureSet> found;
      for (const failures::BadSet& bad : failures::search(states, flow, options).bad)
        found.push_back(bad.elements);
      EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(minimal))
          << "seed " << seed << ", " << service.name;
    }
  }
}

TEST(EngineAndReplay, AgreeOnEverySetOfFailures) {
  std::uint64_t from = 400;
  std::uint64_t to = 600;
  if (const char* range = std::getenv("HOLDFAST_CROSS_CHECK")) {
    char* rest = nullptr;
    from = std::strtoull(range, &rest, 10);
    to = *rest == '-' ? std::strtoull(rest + 1, nullptr, 10) : from + 1;
  }
  const char* size = std::getenv("HOLDFAST_CROSS_CHECK_K");
  const std::size_t k = size != nullptr ? std::strtoull(size, nullptr, 10) : kUsualFailures;
  Tally tally;
  for (std::uint64_t seed = from; seed < to; ++seed) compare(seed, k, tally);
  EXPECT_GT(tally.sets, 100 * (to - from));
  EXPECT_LT(tally.less_sure * 100, tally.sets);
}

}  // namespace
}  // namespace holdfast::cross_check
