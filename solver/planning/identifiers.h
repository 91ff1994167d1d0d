#pragma once

// Numbers from the pools of the intent, each given once.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/intent.h"
#include "solver/planning/existing.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

class NumberPool {
 public:
  NumberPool(const intent::Range& range, std::string what) : range_(range), what_(std::move(what)) {}

  void reserve(std::uint32_t number) { taken_.insert(number); }
  void reserve(const std::set<std::uint32_t>& numbers) { taken_.insert(numbers.begin(), numbers.end()); }
  // The next free number; 0 and a conflict when there is none.
  std::uint32_t take(std::vector<Conflict>& conflicts);

 private:
  intent::Range range_;
  std::string what_;
  std::set<std::uint32_t> taken_;
  std::uint32_t next_ = 0;
  bool reported_ = false;
};

// Loopbacks, subnets of links and of customers.
void number_network(const intent::Intent& intent, const Existing& existing, Plan& plan);

// VC IDs, VSI IDs and VLANs of all services of the plan.
void number_services(const intent::Intent& intent, const Existing& existing, Plan& plan);

}  // namespace holdfast::planning
