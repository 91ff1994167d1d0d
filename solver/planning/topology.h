#pragma once

// The network that a plan runs over: devices that forward, links between them, and what hangs on it.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/intent.h"
#include "solver/graph/routes.h"
#include "solver/planning/existing.h"

namespace holdfast::planning {

// One thing whose failure a target speaks of.
struct Hazard {
  enum class Kind : std::uint8_t { None, Node, Link, Group } kind = Kind::None;
  std::size_t index = 0;  // of the device, link or group
};

class Topology {
 public:
  // All of them must outlive it.
  Topology(const intent::Intent& intent, const Existing& existing, const std::vector<intent::Link>& links);

  const intent::Intent& intent() const { return intent_; }
  const Existing& existing() const { return existing_; }
  // How the customer's device hangs on the PEs at the far ends of these links already.
  StandingHoming homing(std::size_t ce, std::size_t first, std::size_t second) const;
  const intent::Link& link(std::size_t i) const { return links_[i]; }
  std::size_t link_count() const { return links_.size(); }
  std::size_t domain_count() const { return std::max<std::size_t>(existing_.domains.size(), 1); }
  bool is_ce(std::size_t device) const { return intent_.devices[device].role == intent::Role::Ce; }
  // Neither end is a customer's device.
  bool is_inner(std::size_t link) const { return !is_ce(links_[link].a) && !is_ce(links_[link].b); }
  const std::vector<std::size_t>& links_of(std::size_t device) const { return at_[device]; }
  std::size_t other_end(std::size_t link, std::size_t device) const {
    return links_[link].a == device ? links_[link].b : links_[link].a;
  }

  bool fails(std::size_t link, const Hazard& hazard) const;

  // Devices that are reached from any of these over inner links of the domain while the hazard has failed.
  std::vector<bool> reached(const std::vector<std::size_t>& from, const Hazard& hazard,
                            std::size_t domain) const;

 private:
  const intent::Intent& intent_;
  const Existing& existing_;
  const std::vector<intent::Link>& links_;
  std::vector<std::vector<std::size_t>> at_;
};

bool contains(const std::vector<std::size_t>& list, std::size_t value);

}  // namespace holdfast::planning
