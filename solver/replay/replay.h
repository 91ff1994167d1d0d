#pragma once

// The independent judge of the failure engine: what becomes of a flow when elements fail, found by letting
// the devices of the network exchange what they exchange, in rounds, until nothing changes
// (docs/failures.md). It shares only the model with the engine. It is written to be plain, not to be fast.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/failure.h"
#include "model/network.h"

namespace holdfast::replay {

struct Judgement {
  Outcome outcome = Outcome::Unknown;
  std::string reason;  // of an unknown outcome: what is unseen or undocumented, and where
};

// Network and universe must outlive it. Any number of threads may ask one Replay.
class Replay {
 public:
  Replay(const Network& net, const FailureUniverse& universe);
  ~Replay();
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  Outcome judge(const Flow& flow, const FailureSet& failed) const;
  Judgement explain(const Flow& flow, const FailureSet& failed) const;
  // Of each flow, under one set.
  std::vector<Outcome> judge(std::span<const Flow> flows, const FailureSet& failed) const;

  const FailureUniverse& universe() const { return *universe_; }

 private:
  struct Setup;

  const Network* net_;
  const FailureUniverse* universe_;
  std::unique_ptr<const Setup> setup_;
};

}  // namespace holdfast::replay
