#include "solver/planning/plan.h"

#include <fmt/format.h>

#include "solver/planning/existing.h"
#include "solver/planning/identifiers.h"
#include "solver/planning/link_selection.h"
#include "solver/planning/service_planner.h"

namespace holdfast::planning {

Plan make_plan(const intent::Intent& intent, const Existing& existing, const PlanOptions& options) {
  Plan plan;
  select_links(intent, existing, options, plan);
  if (!plan.conflicts.empty()) return plan;
  plan_services(intent, existing, options, plan);
  if (!plan.conflicts.empty()) return plan;
  number_network(intent, existing, plan);
  number_services(intent, existing, plan);
  return plan;
}

Plan make_plan(const intent::Intent& intent, const PlanOptions& options) {
  return make_plan(intent, Existing{}, options);
}

std::string link_name(const intent::Intent& intent, const intent::Link& link) {
  return fmt::format("{}–{}", intent.devices[link.a].name, intent.devices[link.b].name);
}

}  // namespace holdfast::planning
