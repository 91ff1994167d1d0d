#include "solver/rules/support/single_points.h"

#include <algorithm>
#include <vector>

namespace holdfast::rules {
namespace {

using control_plane::Failed;
using control_plane::Tri;
using failures::Engine;

bool down(Engine& engine, PortRef port, ElementId element) {
  return engine.plane.interfaces().up(port, Failed({&element, 1})).value == Tri::Down;
}

bool on_one_device(const std::vector<PortRef>& ports) {
  return std::ranges::all_of(ports, [&](PortRef it) { return it.device == ports.front().device; });
}

bool takes_all(Engine& engine, const std::vector<PortRef>& ports, ElementId element) {
  return !ports.empty() && std::ranges::all_of(ports, [&](PortRef it) { return down(engine, it, element); });
}

// Whether a choice of the service leads with its primary PW to the device, and with its secondary elsewhere.
bool meant_to_be_redundant(const pairing::Pairing& net, const pairing::Service& service, DeviceId device) {
  return std::ranges::any_of(service.endpoints, [&](PortRef ac) {
    const pairing::AcGroup* group = net.ac_groups().of(ac);
    if (group == nullptr || !group->primary.valid() || !group->secondary.valid()) return false;
    const pairing::PwPeer& first = net.pw_ends().peer(group->primary);
    const pairing::PwPeer& second = net.pw_ends().peer(group->secondary);
    return first.device == device && second.device.valid() && second.device != device;
  });
}

bool is_site(Engine& engine, const FailureUniverse& universe, const pairing::Service& service,
             const Site& site, ElementId element) {
  if (!takes_all(engine, site.acs, element)) return false;
  if (on_one_device(site.acs)) return !meant_to_be_redundant(engine.net, service, site.acs.front().device);
  switch (universe.elements[element.index].kind) {
    case ElementKind::Node:
      return true;
    case ElementKind::Board:
      return holds_whole_device(engine, universe, element);
    default:
      return false;
  }
}

bool is_origin(Engine& engine, const Flow& flow, ElementId element) {
  if (!flow.has_prefix) return false;
  std::vector<PortRef> ports;
  for (const pairing::RouteOrigin& origin : engine.net.vpn_routes().origins(flow.prefix)) {
    if (!origin.interface.valid()) return false;
    ports.push_back({origin.device, origin.interface});
  }
  return takes_all(engine, ports, element) && on_one_device(ports);
}

}  // namespace

bool is_end_of(Engine& engine, const FailureUniverse& universe, const pairing::Service& service,
               const Flow& flow, ElementId element) {
  const std::vector<ElementId>& members = universe.elements[element.index].members;
  if (std::ranges::any_of(members,
                          [&](ElementId it) { return is_end_of(engine, universe, service, flow, it); })) {
    return true;
  }
  return is_site(engine, universe, service, flow.a, element) ||
         is_site(engine, universe, service, flow.b, element) || is_origin(engine, flow, element);
}

bool holds_whole_device(Engine& engine, const FailureUniverse& universe, ElementId element) {
  const Element& board = universe.elements[element.index];
  return board.kind == ElementKind::Board &&
         std::ranges::all_of(universe.links, [&](const PhysicalLink& link) {
           return (link.a.device != board.device || down(engine, link.a, element)) &&
                  (link.b.device != board.device || down(engine, link.b, element));
         });
}

bool cuts(failures::ServiceEvaluator& states, const Flow& flow, ElementId element) {
  return failures::FlowEvaluator(states, flow).outcome({element}) == Outcome::LostUnavoidable;
}

}  // namespace holdfast::rules
