#pragma once

// What the search finds for one service: the results of its flows put together.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "solver/failures/availability.h"
#include "solver/failures/narrative.h"
#include "solver/failures/search.h"

namespace holdfast::failures {

inline constexpr std::size_t kOutcomes = 6;  // of Outcome

// A set of failures that is bad for some flow, with the worst that it does.
struct ServiceSet {
  FailureSet elements;
  Outcome outcome = Outcome::LostUnavoidable;
  std::size_t flow = 0;  // position in ServiceFailures::flows: the first that it does that to
  Story story;           // of that flow; not told where nobody asked for it
};

struct ServiceFailures {
  std::vector<Flow> flows;
  // No subset of a set does as bad or worse. The worst outcomes first, then small sets, then by elements.
  std::vector<ServiceSet> bad;
  std::array<std::uint64_t, kOutcomes> outcomes{};  // of the sets evaluated, flow by flow
  std::uint64_t evaluations = 0;
  std::optional<Availability> availability;  // when asked for
  bool cancelled = false;                    // not all sets were looked at
  std::size_t first_alike = 0;  // position of the service that this was found for, and that fails alike

  bool has_bad_of(std::size_t size) const;
};

ServiceFailures search_service(Engine& engine, const pairing::Service& service, const SearchOptions& options);

// Tells the story of each set whose outcome is asked for.
void tell_stories(Engine& engine, const pairing::Service& service, ServiceFailures& found,
                  bool (*wanted)(Outcome));

}  // namespace holdfast::failures
