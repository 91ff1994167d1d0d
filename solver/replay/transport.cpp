#include "solver/replay/transport.h"

#include <algorithm>

namespace holdfast::replay {

State Transport::default_class(DeviceId from, DeviceId to) const {
  return either(lsps_->ldp(from, to), lsps_->segment_routing(from, to));
}

State Transport::bound(DeviceId from, const TunnelBinding& binding) const {
  State result = kDown;
  for (const Fact<std::string>& name : binding.tunnels) {
    const PortRef port = find_port(setup_.net, from, *name);
    if (!port.valid() || !at(setup_.net, port).tunnel) continue;
    const auto& destination = at(setup_.net, port).tunnel->destination;
    if (destination && **destination == ip(*binding.destination)) result = either(result, te_->tunnel(port));
  }
  return result;
}

State Transport::any_tunnel(DeviceId from, DeviceId to) const {
  State result = kDown;
  const Device& device = setup_.net[from];
  const auto& lsr_id = setup_.net[to].mpls.lsr_id;
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& it = device.interfaces[i];
    if (!it.tunnel || *it.tunnel->reserved_for_binding || !it.tunnel->destination || !lsr_id) continue;
    if (**it.tunnel->destination != ip(**lsr_id)) continue;
    result = either(result, te_->tunnel({from, InterfaceId{i}}));
  }
  return result;
}

State Transport::of_kind(DeviceId from, DeviceId to, const std::string& kind, Span where) const {
  if (kind == "lsp" || kind == "ldp") return lsps_->ldp(from, to);
  if (kind == "cr-lsp" || kind == "te") return any_tunnel(from, to);
  if (kind == "sr-lsp") return lsps_->segment_routing(from, to);
  return unknown({DoubtKind::TunnelKind, from, where});
}

State Transport::one_way(DeviceId from, DeviceId to, Ipv4 peer, const std::string* policy) const {
  const auto& policies = setup_.net[from].tunnel_policies;
  const auto found =
      policy == nullptr ? policies.end() : std::ranges::find(policies, *policy, &TunnelPolicy::name);
  if (found == policies.end()) return default_class(from, to);
  for (const TunnelBinding& binding : found->bindings) {
    if (*binding.destination != peer) continue;
    const State own = bound(from, binding);
    return *binding.down_switch ? either(own, default_class(from, to)) : own;
  }
  if (!found->bindings.empty()) return default_class(from, to);
  if (found->select_sequence.empty()) return either(lsps_->ldp(from, to), any_tunnel(from, to));
  State result = kDown;
  for (const Fact<std::string>& kind : found->select_sequence) {
    result = either(result, of_kind(from, to, *kind, kind.where));
  }
  return result;
}

}  // namespace holdfast::replay
