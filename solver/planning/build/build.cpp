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

BuiltNetwork build_devices(const intent::Intent& intent, const Plan& plan) {
  Site site{intent, plan, {}, {}, {}};
  for (const intent::Device& device : intent.devices) site.drafts.emplace_back(device.name);
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
  for (std::size_t i = 0; i < plan.links.size(); ++i) result.links.push_back(built_link(site, i));
  result.conflicts = std::move(site.conflicts);
  return result;
}

}  // namespace holdfast::planning
