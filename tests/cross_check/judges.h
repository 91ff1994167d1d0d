#pragma once

// The failure engine and the replay, asked the same.

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "solver/failures/flow_outcome.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/replay.h"

namespace holdfast::cross_check {

class Judges {
 public:
  explicit Judges(Network network)
      : network_(std::move(network)),
        net_(network_),
        universe_(pairing::failure_universe(net_)),
        engine_(net_, universe_),
        replay_(network_, universe_) {}

  // What both say of the only flow.
  Outcome outcome(const std::vector<std::string>& names = {}) {
    FailureSet failed;
    for (const std::string& name : names) {
      failed.push_back(pairing::find_element(network_, universe_, name));
      EXPECT_TRUE(failed.back().valid()) << name;
    }
    std::ranges::sort(failed);
    EXPECT_EQ(net_.services().all().size(), 1U);
    const pairing::Service& service = net_.services().all().front();
    const std::vector<Flow> flows = pairing::flows_of(net_, service);
    EXPECT_EQ(flows.size(), 1U);
    failures::ServiceEvaluator states(engine_, service);
    const Outcome mine = failures::FlowEvaluator(states, flows.front()).outcome(failed);
    EXPECT_EQ(mine, replay_.judge(flows.front(), failed));
    return mine;
  }

 private:
  Network network_;
  pairing::Pairing net_;
  FailureUniverse universe_;
  failures::Engine engine_;
  replay::Replay replay_;
};

}  // namespace holdfast::cross_check
