#pragma once

// Threads with a failure engine each, which lives through all that they do.

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "app/session/parallel.h"
#include "solver/failures/engine.h"

namespace holdfast::session {

class Crew {
 public:
  // At most `jobs` threads, and no more than there is work for.
  Crew(const pairing::Pairing& net, const FailureUniverse& universe, unsigned jobs, std::size_t work)
      : net_(net), universe_(universe), engines_(std::clamp<std::size_t>(work, 1, std::max(jobs, 1U))) {}

  // Calls work(engine, i) for each i below `count`. Which engine takes which is left open, but neighbours
  // mostly go to the same one: they have the most in common, which an engine works out once.
  void run(std::size_t count, const std::function<void(failures::Engine&, std::size_t)>& work) {
    constexpr std::size_t kTurns = 16;  // for each engine, so that none waits for long
    const std::size_t share = std::max<std::size_t>(1, count / (engines_.size() * kTurns));
    std::atomic<std::size_t> next{0};
    parallel_for(engines_.size(), static_cast<unsigned>(engines_.size()), [&](std::size_t worker) {
      std::unique_ptr<failures::Engine>& engine = engines_[worker];
      if (!engine) engine = std::make_unique<failures::Engine>(net_, universe_);
      for (std::size_t from = next.fetch_add(share); from < count; from = next.fetch_add(share)) {
        for (std::size_t i = from; i < std::min(from + share, count); ++i) work(*engine, i);
      }
    });
  }

 private:
  const pairing::Pairing& net_;
  const FailureUniverse& universe_;
  std::vector<std::unique_ptr<failures::Engine>> engines_;
};

}  // namespace holdfast::session
