#include "solver/planning/plan.h"

#include <fmt/format.h>

#include "solver/planning/identifiers.h"
#include "solver/planning/link_selection.h"
#include "solver/planning/service_planner.h"

namespace holdfast::planning {

Plan make_plan(const intent::Intent& intent, const PlanOptions& options) {
  Plan plan;
  select_links(intent, options, plan);
  if (!plan.conflicts.empty()) return plan;
  plan_services(intent, options, plan);
  if (!plan.conflicts.empty()) return plan;
  number_network(intent, plan);
  number_services(intent, plan);
  return plan;
}

std::string link_name(const intent::Intent& intent, const intent::Link& link) {
  return fmt::format("{}–{}", intent.devices[link.a].name, intent.devices[link.b].name);
}

}  // namespace holdfast::planning
