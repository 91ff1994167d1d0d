// TE tunnels along explicit paths, and tunnel policies that bind PWs to them.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

graph::Route reversed(graph::Route route) {
  std::ranges::reverse(route.nodes);
  std::ranges::reverse(route.edges);
  return route;
}

}  // namespace

// The far end of each link in turn, then the loopback of the last device.
std::string Tunnels::path(std::size_t from, std::size_t to, const graph::Route& route) {
  const auto [at, fresh] = paths_.try_emplace({from, to, route.edges});
  if (!fresh) return at->second;
  Draft& draft = site_.at(from);
  ExplicitPath made;
  made.name = draft.new_name("to-" + site_.name(to));
  for (std::size_t i = 0; i < route.edges.size(); ++i) {
    made.hops.push_back({said(site_.host(route.edges[i], route.nodes[i + 1])), false, false});
  }
  made.hops.push_back({said(site_.loopback(to)), false, false});
  at->second = made.name;
  draft.device().explicit_paths.push_back(std::move(made));
  return at->second;
}

std::string Tunnels::tunnel(std::size_t from, const Way& way) {
  const auto [at, fresh] = tunnels_.try_emplace({from, way.to, way.route.edges});
  if (!fresh) return at->second;
  Draft& draft = site_.at(from);
  const std::uint32_t number = draft.new_number("Tunnel");
  at->second = fmt::format("Tunnel{}", number);
  const std::string first = path(from, way.to, way.route);
  Interface& made = draft.interface(at->second);
  made.description = said("to " + site_.name(way.to));
  made.unnumbered = said(site_.loopback_name(from));
  TunnelSettings& settings = made.tunnel.ensure();
  settings.protocol = said(TunnelProtocol::MplsTe);
  settings.destination = said(ip(site_.loopback(way.to)));
  settings.tunnel_id = said(number);
  settings.explicit_path = said(first);
  if (way.standby) {
    settings.secondary_explicit_path = said(path(from, way.to, *way.standby));
    settings.hot_standby = said(true);
  }
  settings.reserved_for_binding = said(true);
  return at->second;
}

std::string Tunnels::policy(std::size_t from, const std::vector<Way>& ways) {
  std::vector<std::string> names;
  names.reserve(ways.size());
  for (const Way& way : ways) names.push_back(tunnel(from, way));
  const auto [at, fresh] = policies_.try_emplace({from, names});
  if (!fresh) return at->second;
  Draft& draft = site_.at(from);
  TunnelPolicy made;
  made.name = draft.new_name("pw-over-te");
  for (std::size_t i = 0; i < ways.size(); ++i) {
    TunnelBinding& binding = made.bindings.emplace_back();
    binding.destination = said(site_.loopback(ways[i].to));
    binding.tunnels.push_back(said(names[i]));
  }
  at->second = made.name;
  draft.device().tunnel_policies.push_back(std::move(made));
  return at->second;
}

std::optional<std::string> policy_at_near_end(Tunnels& tunnels, const std::vector<PlannedPw>& pws) {
  std::vector<Tunnels::Way> ways;
  for (const PlannedPw& pw : pws) {
    if (pw.explicit_path) ways.push_back({pw.b, pw.route, pw.standby});
  }
  if (ways.empty()) return std::nullopt;
  return tunnels.policy(pws.front().a, ways);
}

std::optional<std::string> policy_at_far_end(Tunnels& tunnels, const std::vector<PlannedPw>& pws) {
  std::vector<Tunnels::Way> ways;
  for (const PlannedPw& pw : pws) {
    if (!pw.explicit_path) continue;
    std::optional<graph::Route> standby;
    if (pw.standby) standby = reversed(*pw.standby);
    ways.push_back({pw.a, reversed(pw.route), standby});
  }
  if (ways.empty()) return std::nullopt;
  return tunnels.policy(pws.front().b, ways);
}

}  // namespace holdfast::planning
