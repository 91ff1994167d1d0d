#include "solver/rules/support/pw_paths.h"

#include <algorithm>

namespace holdfast::rules {

using control_plane::Carriage;
using control_plane::Failed;
using control_plane::State;
using control_plane::Tri;

PwPath PwPaths::of(pairing::PwEndId start) {
  const pairing::Pairing& net = engine_.net;
  const pairing::PwChain chain = net.pw_ends().chains(start).front();
  PwPath result;
  if (chain.end != pairing::ChainEnd::Reached) return result;
  for (std::size_t i = 0; i + 1 < chain.ends.size(); i += 2) {
    const pairing::PwEnd& here = net[chain.ends[i]];
    const failures::PwTransport::Key key = engine_.pws.key_of(here.id);
    const PwPath::Leg& next =
        leg(here.device, net[chain.ends[i + 1]].device, key.a == here.device ? key.a_policy : key.b_policy);
    if (!next.known) return {};
    result.legs.push_back(&next);
    result.rests_on |= next.support;
  }
  return result;
}

const PwPath::Leg& PwPaths::leg(DeviceId from, DeviceId to, std::string_view policy) {
  const auto [at, is_new] = legs_.try_emplace({from, to, std::string(policy)});
  PwPath::Leg& leg = at->second;
  if (!is_new) return leg;
  leg.from = from;
  leg.to = to;
  const State up = engine_.plane.transport.up(from, to, policy, {});
  if (up.value != Tri::Up) return leg;
  leg.support = up.support;
  if (const std::optional<Carriage> lsp = engine_.plane.transport.lsp(from, to, policy, {})) {
    leg.by_routes = true;
    leg.support = best_way(from, to, *lsp);
  }
  for (const PhysicalLink& link : universe_.links) {
    if (link.element.valid() && leg.support.contains(link.element)) leg.links.push_back(&link);
  }
  leg.known = connected(leg, {}) && (!leg.by_routes || has_equal_way(leg, {}));
  return leg;
}

// What an LSP rests on may be another way than the one it takes.
control_plane::Support PwPaths::best_way(DeviceId from, DeviceId to, Carriage carriage) {
  control_plane::Support result;
  for (const control_plane::WayHop& hop : engine_.plane.routes.way(from, to, carriage, {})) {
    result |= engine_.plane.interfaces().up(hop.out, {}).support;
    result |= engine_.plane.interfaces().up(hop.in, {}).support;
  }
  return result;
}

bool PwPaths::crosses(const PwPath& path, ElementId element) {
  return std::ranges::any_of(path.legs, [&](const PwPath::Leg* leg) {
    return !connected(*leg, Failed({&element, 1}));
  });
}

bool PwPaths::needs(const PwPath& path, ElementId element) {
  const Failed failed({&element, 1});
  return std::ranges::any_of(path.legs, [&](const PwPath::Leg* leg) {
    return !connected(*leg, failed) && !(leg->by_routes && has_equal_way(*leg, failed));
  });
}

bool PwPaths::connected(const PwPath::Leg& leg, Failed failed) {
  const auto is_up = [&](PortRef port) {
    return engine_.plane.interfaces().up(port, failed).value == Tri::Up;
  };
  std::vector<DeviceId> reached{leg.from};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const PhysicalLink* link : leg.links) {
      const bool forward = link->a.device == reached[i];
      if (!forward && link->b.device != reached[i]) continue;
      const DeviceId next = forward ? link->b.device : link->a.device;
      if (std::ranges::find(reached, next) != reached.end()) continue;
      if (is_up(link->a) && is_up(link->b)) reached.push_back(next);
    }
  }
  return std::ranges::find(reached, leg.to) != reached.end();
}

// Of the cost that the best way has without failures; in the one area or level that both ends have.
bool PwPaths::has_equal_way(const PwPath::Leg& leg, Failed failed) {
  const control_plane::Igp& igp = engine_.plane.routes.igp();
  for (const control_plane::IgpNodeId from : igp.of_device(leg.from)) {
    for (const control_plane::IgpNodeId to : igp.of_device(leg.to)) {
      if (igp[from].graph != igp[to].graph) continue;
      const control_plane::Dag best = shortest_.find(from, to, {});
      return best.reached() && shortest_.find(from, to, failed).cost == best.cost;
    }
  }
  return false;
}

}  // namespace holdfast::rules
