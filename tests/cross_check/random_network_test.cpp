// The generator itself: what it writes is read without a doubt, and shows everything that can happen.

#include "tests/cross_check/random_network.h"

#include <gmock/gmock.h>
#include <set>

#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/brute_force.h"

namespace holdfast::cross_check {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

constexpr std::uint64_t kNetworks = 300;

TEST(RandomNetwork, IsReadWithoutALineThatIsNotUnderstood) {
  for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
    for (const Device& device : read(random_network(seed)).devices) {
      for (const UnreadLine& line : device.reading.unread)
        ADD_FAILURE() << "seed " << seed << ": " << line.text;
      EXPECT_THAT(device.reading.out_of_range, IsEmpty()) << "seed " << seed;
      EXPECT_THAT(device.reading.notes, IsEmpty()) << "seed " << seed;
    }
  }
}

TEST(RandomNetwork, IsTheSameForTheSameSeed) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    EXPECT_EQ(to_text(random_network(seed)), to_text(random_network(seed)));
    EXPECT_NE(to_text(random_network(seed)), to_text(random_network(seed + 1)));
  }
}

TEST(RandomNetwork, IsSmall) {
  for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
    const std::size_t devices = random_network(seed).texts.size();
    EXPECT_GE(devices, 1U);
    EXPECT_LE(devices, 9U) << "seed " << seed;
  }
}

// Most services work while nothing has failed, and every outcome is there to be compared.
TEST(RandomNetwork, ShowsEveryOutcome) {
  std::size_t flows = 0;
  std::size_t delivered = 0;
  std::set<Outcome> seen;
  for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
    const Network network = read(random_network(seed));
    const pairing::Pairing pairing(network);
    const FailureUniverse universe = pairing::failure_universe(pairing);
    const replay::Replay judge(network, universe);
    std::vector<Flow> all;
    for (const pairing::Service& service : pairing.services().all()) {
      std::ranges::copy(pairing::flows_of(pairing, service), std::back_inserter(all));
    }
    for (const Outcome outcome : judge.judge(all, {})) {
      ++flows;
      if (outcome == Outcome::Delivered) ++delivered;
      seen.insert(outcome);
    }
    for (const auto& of_flow : replay::minimal_bad_sets(judge, all, 1)) {
      for (const replay::BadSet& bad : of_flow) seen.insert(bad.outcome);
    }
  }
  EXPECT_GT(flows, kNetworks);
  EXPECT_GT(2 * delivered, flows);
  EXPECT_THAT(seen, IsSupersetOf({Outcome::Delivered, Outcome::LostUnavoidable, Outcome::LostAvoidable,
                                  Outcome::DualActive, Outcome::Unknown, Outcome::Flapping}));
}

}  // namespace
}  // namespace holdfast::cross_check
