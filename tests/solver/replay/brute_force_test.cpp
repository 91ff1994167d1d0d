#include "solver/replay/brute_force.h"

#include <gmock/gmock.h>

#include "tests/solver/replay/lab.h"

namespace holdfast::replay {
namespace {

FailureUniverse of_size(std::size_t count) {
  FailureUniverse universe;
  universe.elements.resize(count);
  return universe;
}

std::vector<std::size_t> indices(const FailureSet& set) {
  std::vector<std::size_t> result;
  for (const ElementId id : set) result.push_back(id.index);
  return result;
}

TEST(AllSets, AreInOrder) {
  std::vector<std::vector<std::size_t>> got;
  for (const FailureSet& set : all_sets(of_size(3), 2)) got.push_back(indices(set));
  EXPECT_THAT(got, testing::ElementsAre(std::vector<std::size_t>{}, std::vector<std::size_t>{0},
                                        std::vector<std::size_t>{1}, std::vector<std::size_t>{2},
                                        std::vector<std::size_t>{0, 1}, std::vector<std::size_t>{0, 2},
                                        std::vector<std::size_t>{1, 2}));
}

TEST(AllSets, AreAllThereAre) {
  EXPECT_EQ(all_sets(of_size(7), 0).size(), 1U);
  EXPECT_EQ(all_sets(of_size(7), 3).size(), 1U + 7U + 21U + 35U);
  EXPECT_EQ(all_sets(of_size(3), 9).size(), 8U);
}

// Two PEs joined twice: either node, or both links.
TEST(MinimalBadSets, HaveNoBadSubset) {
  const std::string ac = "interface GigabitEthernet2/0/0.7\n vlan-type dot1q 7\n";
  const Lab lab(
      {router("A", "10.0.0.1", {{"GigabitEthernet1/0/0", "10.1.0.1"}, {"GigabitEthernet1/0/1", "10.1.0.5"}},
              ac + " mpls l2vc 10.0.0.2 7\n#\n"),
       router("B", "10.0.0.2", {{"GigabitEthernet1/0/0", "10.1.0.2"}, {"GigabitEthernet1/0/1", "10.1.0.6"}},
              ac + " mpls l2vc 10.0.0.1 7\n#\n")});
  std::vector<std::string> got;
  const std::vector<Flow> flows = lab.flows();
  const auto found = minimal_bad_sets(lab.replay(), flows, 3);
  for (const BadSet& bad : found.front()) {
    EXPECT_EQ(bad.outcome, Outcome::LostUnavoidable);
    std::string names;
    for (const ElementId id : bad.failed) names += lab.universe().elements[id.index].name + ' ';
    got.push_back(names);
  }
  EXPECT_THAT(got, testing::ElementsAre("node:A ", "node:B ", "board:A:1/0 ", "board:A:2/0 ", "board:B:1/0 ",
                                        "board:B:2/0 ",
                                        "link:A:GigabitEthernet1/0/0--B:GigabitEthernet1/0/0 "
                                        "link:A:GigabitEthernet1/0/1--B:GigabitEthernet1/0/1 "));
}

}  // namespace
}  // namespace holdfast::replay
