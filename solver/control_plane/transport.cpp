#include "solver/control_plane/transport.h"

#include <algorithm>

namespace holdfast::control_plane {

State Transport::up(DeviceId from, DeviceId to, std::string_view policy, Failed failed) {
  const auto& policies = net_[from].tunnel_policies;
  const auto named = std::ranges::find(policies, policy, &TunnelPolicy::name);
  const TunnelPolicy* chosen = policy.empty() || named == policies.end() ? nullptr : &*named;
  return memo_[{from, to, chosen}].get(failed,
                                       [&](Failed under) { return evaluate(from, to, chosen, under); });
}

State Transport::evaluate(DeviceId from, DeviceId to, const TunnelPolicy* policy, Failed failed) {
  if (policy == nullptr) return default_class(from, to, failed);
  if (!policy->select_sequence.empty()) return by_sequence(from, to, *policy, failed);
  const std::optional<Ipv4> peer = net_.locator().lsr_id(to);
  for (const TunnelBinding& binding : policy->bindings) {
    if (peer == *binding.destination) return by_binding(from, to, binding, failed);
  }
  if (!policy->bindings.empty()) return default_class(from, to, failed);
  const State lsp = routes_.lsp(from, to, Carriage::Ldp, failed);
  return lsp.value == Tri::Up ? lsp : either(lsp, te(from, to, failed));
}

State Transport::default_class(DeviceId from, DeviceId to, Failed failed) {
  State ldp = routes_.lsp(from, to, Carriage::Ldp, failed);
  if (ldp.value == Tri::Up || !*net_[from].mpls.segment_routing) return ldp;
  return either(ldp, routes_.lsp(from, to, Carriage::SrMpls, failed));
}

State Transport::te(DeviceId from, DeviceId to, Failed failed) {
  State result = always(Tri::Down);
  for (const PortRef tunnel : tunnels_.between(from, to)) {
    if (*net_[tunnel].tunnel->reserved_for_binding) continue;
    result = either(std::move(result), tunnels_.up(tunnel, failed));
  }
  return result;
}

State Transport::by_sequence(DeviceId from, DeviceId to, const TunnelPolicy& policy, Failed failed) {
  State result = always(Tri::Down);
  for (const Fact<std::string>& kind : policy.select_sequence) {
    State next = always(Tri::Unknown);
    if (*kind == "lsp" || *kind == "ldp") next = routes_.lsp(from, to, Carriage::Ldp, failed);
    if (*kind == "cr-lsp" || *kind == "te") next = te(from, to, failed);
    if (*kind == "sr-lsp") next = routes_.lsp(from, to, Carriage::SrMpls, failed);
    result = either(std::move(result), next);
    if (result.value == Tri::Up) break;
  }
  return result;
}

State Transport::by_binding(DeviceId from, DeviceId to, const TunnelBinding& binding, Failed failed) {
  State result = always(Tri::Down);
  for (const Fact<std::string>& name : binding.tunnels) {
    const InterfaceId id = net_[from].find_interface(*name);
    if (!id.valid() || !net_[from][id].tunnel) continue;
    result = either(std::move(result), tunnels_.up({from, id}, failed));
  }
  if (result.value == Tri::Up || !*binding.down_switch) return result;
  return either(std::move(result), default_class(from, to, failed));
}

}  // namespace holdfast::control_plane
