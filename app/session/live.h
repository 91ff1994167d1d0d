#pragma once

// What-if questions one after another: engines that stay warm, so that an answer costs what the failures
// touch.

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/study.h"
#include "app/session/trace.h"
#include "app/session/whatif.h"

namespace holdfast::session {

// A service that the failures touch.
struct ServiceImpact {
  std::size_t service = 0;  // position in Study::services()
  Outcome before = Outcome::Delivered;
  Outcome after = Outcome::Delivered;
  bool moved = false;  // delivered as before, by another way
};

struct Impact {
  FailureSet failed;
  std::vector<ServiceImpact> services;  // those that change, in the order of all
  std::size_t evaluated = 0;            // services
  bool ways_known = true;  // else services that are only delivered by another way are still missing
  bool cancelled = false;
};

// What one service does under failures, told.
struct ServiceAccount {
  std::size_t service = 0;
  FailureSet failed;
  ServiceChange change;  // every flow
  TraceResult before;
  TraceResult after;
};

// Serves one thread at a time. Inside, services are shared out among `jobs` threads.
class LiveNetwork {
 public:
  LiveNetwork(std::shared_ptr<const Study> study, unsigned jobs);
  ~LiveNetwork();
  LiveNetwork(const LiveNetwork&) = delete;
  LiveNetwork& operator=(const LiveNetwork&) = delete;

  // Works out what every service rests on while nothing has failed. Asked for by impact() when it was not.
  void warm(const Progress& progress, const std::atomic<bool>* cancel);

  // What services do without failures, by position; once warm.
  std::vector<Outcome> outcomes() const;

  // `outcomes`, if it is not empty, is called once, with what is known before the ways of services that stay
  // delivered are compared, which takes longer than the rest.
  Impact impact(const FailureSet& failed, const std::atomic<bool>* cancel,
                const std::function<void(const Impact&)>& outcomes = {});
  ServiceAccount account(std::size_t service, const FailureSet& failed);

 private:
  class Share;
  Impact merged(const std::vector<Impact>& parts, const FailureSet& failed) const;

  std::shared_ptr<const Study> study_;
  std::vector<std::unique_ptr<Share>> shares_;
  bool warm_ = false;
};

}  // namespace holdfast::session
