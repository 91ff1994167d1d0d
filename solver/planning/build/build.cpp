#include "solver/planning/build/build.h"

#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

BuiltLink built_link(const Site& site, std::size_t i) {
  const intent::Link& link = site.plan.links[i];
  BuiltLink result{fmt::format("{}:{}", site.name(link.a), site.ports[i].first),
                   fmt::format("{}:{}", site.name(link.b), site.ports[i].second),
                   {}};
  for (const std::size_t group : link.groups) result.groups.push_back(site.intent.groups[group]);
  return result;
}

}  // namespace

BuiltNetwork build_devices(const intent::Intent& intent, const Existing& existing, const Plan& plan) {
  Site site{intent, existing, plan, existing.domains, {}, {}, {}, {}, {}};
  if (site.domains.empty()) site.domains.emplace_back().igp = intent.igp;
  site.circuits.resize(intent.services.size());
  for (std::size_t i = 0; i < intent.devices.size(); ++i) {
    const Device* const standing = existing.at(i);
    site.drafts.emplace_back(intent.devices[i].name, standing,
                             standing == nullptr ? std::vector<std::string>{} : existing.free_ports[i]);
  }
  build_transport(site);
  Tunnels tunnels(site);
  Access access(site);
  for (const PlannedService& service : plan.services) {
    switch (intent.services[service.service].kind) {
      case intent::ServiceKind::Vpws:
        build_vpws(site, tunnels, access, service);
        break;
      case intent::ServiceKind::Vpls:
        build_vpls(site, tunnels, access, service);
        break;
      case intent::ServiceKind::Handover:
        break;
    }
  }
  build_handovers(site, tunnels, access);
  BuiltNetwork result;
  for (Draft& draft : site.drafts) result.devices.push_back(draft.take());
  for (std::size_t i = 0; i < plan.links.size(); ++i) {
    if (!plan.links[i].standing) result.links.push_back(built_link(site, i));
  }
  result.circuits = std::move(site.circuits);
  result.conflicts = std::move(site.conflicts);
  return result;
}

}  // namespace holdfast::planning
