// Availability against the sum over all sets of failures, and certificates against Z3.

#include "solver/failures/availability.h"

#include <gtest/gtest.h>

#include "solver/failures/search.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/smt/coverage.h"
#include "tests/cross_check/random_network.h"

namespace holdfast::failures {
namespace {

struct Case {
  explicit Case(std::uint64_t seed)
      : network(cross_check::read(cross_check::random_network(seed))),
        net(network),
        universe(pairing::failure_universe(net)),
        engine(net, universe) {}

  Network network;
  pairing::Pairing net;
  FailureUniverse universe;
  Engine engine;
};

// The exact probability that all flows are delivered, by summing over every set of the elements that can
// fail.
double by_brute_force(ServiceEvaluator& states, const std::vector<Flow>& flows,
                      const std::vector<ElementId>& can_fail, double probability) {
  double sum = 0;
  for (std::size_t mask = 0; mask < (std::size_t{1} << can_fail.size()); ++mask) {
    FailureSet set;
    double weight = 1;
    for (std::size_t i = 0; i < can_fail.size(); ++i) {
      const bool fails = ((mask >> i) & 1U) != 0;
      weight *= fails ? probability : 1 - probability;
      if (fails) set.push_back(can_fail[i]);
    }
    bool all = true;
    for (const Flow& flow : flows)
      all = all && FlowEvaluator(states, flow).outcome(set) == Outcome::Delivered;
    if (all) sum += weight;
  }
  return sum;
}

TEST(Availability, IsTheSumOverAllSets) {
  constexpr double kDown = 0.03;
  std::size_t compared = 0;
  for (std::uint64_t seed = 400; seed < 430; ++seed) {
    Case c(seed);
    AvailabilityOptions options;
    options.probability.assign(c.universe.elements.size(), 0);
    std::vector<ElementId> can_fail;
    for (std::size_t i = 0; i < c.universe.elements.size() && can_fail.size() < 9; i += 3) {
      can_fail.emplace_back(i);
      options.probability[i] = kDown;
    }
    for (const pairing::Service& service : c.net.services().all()) {
      const std::vector<Flow> flows = pairing::flows_of(c.net, service);
      if (flows.empty()) continue;
      ServiceEvaluator states(c.engine, service);
      const Availability found = availability(states, flows, options);
      EXPECT_LE(found.lower, found.upper);
      if (found.upper - found.lower > 1e-9) continue;  // something is unknown
      EXPECT_NEAR(found.lower, by_brute_force(states, flows, can_fail, kDown), 1e-12) << "seed " << seed;
      ++compared;
    }
  }
  EXPECT_GT(compared, 20U);
}

TEST(Availability, HoldsTheTruthWhereItStopsEarly) {
  Case c(402);
  AvailabilityOptions options;
  options.probability.assign(c.universe.elements.size(), 0.05);
  for (const pairing::Service& service : c.net.services().all()) {
    const std::vector<Flow> flows = pairing::flows_of(c.net, service);
    if (flows.empty()) continue;
    ServiceEvaluator states(c.engine, service);
    options.evaluations = 3;
    const Availability coarse = availability(states, flows, options);
    options.evaluations = 3000;
    const Availability fine = availability(states, flows, options);
    EXPECT_LE(coarse.lower, fine.lower);
    EXPECT_GE(coarse.upper, fine.upper);
  }
}

std::vector<smt::CoverRow> rows_of(const FlowSearch& search) {
  std::vector<smt::CoverRow> rows;
  for (const SearchRow& row : search.rows) {
    smt::CoverRow& to = rows.emplace_back();
    for (const ElementId id : row.elements) to.failed.push_back(id.index);
    for (const ElementId id : row.support.elements()) to.support.push_back(id.index);
  }
  return rows;
}

TEST(Certificate, CoversEverySetAndNoLongerWithoutARow) {
  std::size_t checked = 0;
  for (std::uint64_t seed = 400; seed < 410; ++seed) {
    Case c(seed);
    for (const pairing::Service& service : c.net.services().all()) {
      ServiceEvaluator states(c.engine, service);
      for (const Flow& flow : pairing::flows_of(c.net, service)) {
        const FlowSearch found = search(states, flow, {}, true);
        std::vector<smt::CoverRow> rows = rows_of(found);
        EXPECT_EQ(smt::covers_all(rows, 2).verdict, smt::CoverVerdict::Covered) << "seed " << seed;
        if (rows.size() < 3) continue;
        rows.erase(rows.begin() + 1);
        const smt::Coverage without = smt::covers_all(rows, 2);
        EXPECT_EQ(without.verdict, smt::CoverVerdict::Uncovered) << "seed " << seed;
        EXPECT_FALSE(without.uncovered.empty());
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 5U);
}

}  // namespace
}  // namespace holdfast::failures
