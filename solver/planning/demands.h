#pragma once

// What the services ask of the topology, before any way is chosen: between which devices there must be a way,
// and what may fail meanwhile.

#include <vector>

#include "solver/planning/plan.h"
#include "solver/planning/topology.h"

namespace holdfast::planning {

// Where an end may hang: every device that could serve it, with the link to the customer's device if there is
// one.
struct Attachment {
  std::size_t pe = 0;
  std::optional<std::size_t> link;
  friend auto operator<=>(const Attachment&, const Attachment&) = default;
};
std::vector<Attachment> attachments(const Topology& topology, const intent::End& end);

std::vector<std::size_t> devices_of_role(const intent::Intent& intent, intent::Role role);

struct Demand {
  std::size_t service = 0;  // the first that asks for it
  std::vector<Attachment> from;
  std::vector<Attachment> to;
  bool node = false;
  bool link = false;
  bool group = false;
};

// Ends that cannot hang as they are said to are conflicts.
std::vector<Demand> demands_of(const Topology& topology, std::vector<Conflict>& conflicts);

}  // namespace holdfast::planning
