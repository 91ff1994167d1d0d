#include "solver/control_plane/transport.h"

#include <algorithm>

namespace holdfast::control_plane {

const TunnelPolicy* Transport::named(DeviceId device, std::string_view policy) const {
  const auto& policies = net_[device].tunnel_policies;
  const auto found = std::ranges::find(policies, policy, &TunnelPolicy::name);
  return policy.empty() || found == policies.end() ? nullptr : &*found;
}

State Transport::up(DeviceId from, DeviceId to, std::string_view policy, Failed failed) {
  const TunnelPolicy* chosen = named(from, policy);
  return memo_[{from, to, chosen}].get(failed,
                                       [&](Failed under) { return evaluate(from, to, chosen, under).state; });
}

std::optional<Carriage> Transport::lsp(DeviceId from, DeviceId to, std::string_view policy, Failed failed) {
  return evaluate(from, to, named(from, policy), failed).lsp;
}

Transport::Carrier Transport::evaluate(DeviceId from, DeviceId to, const TunnelPolicy* policy,
                                       Failed failed) {
  if (policy == nullptr) return default_class(from, to, failed);
  if (!policy->select_sequence.empty()) return by_sequence(from, to, *policy, failed);
  const std::optional<Ipv4> peer = net_.locator().lsr_id(to);
  for (const TunnelBinding& binding : policy->bindings) {
    if (peer == *binding.destination) return by_binding(from, to, binding, failed);
  }
  if (!policy->bindings.empty()) return default_class(from, to, failed);
  Carrier ldp = by_lsp(from, to, Carriage::Ldp, failed);
  if (!ldp.lsp) ldp.state = either(std::move(ldp.state), te(from, to, failed));
  return ldp;
}

Transport::Carrier Transport::by_lsp(DeviceId from, DeviceId to, Carriage carriage, Failed failed) {
  Carrier result{routes_.lsp(from, to, carriage, failed), std::nullopt};
  if (result.state.value == Tri::Up) result.lsp = carriage;
  return result;
}

Transport::Carrier Transport::default_class(DeviceId from, DeviceId to, Failed failed) {
  Carrier ldp = by_lsp(from, to, Carriage::Ldp, failed);
  if (ldp.lsp || !*net_[from].mpls.segment_routing) return ldp;
  Carrier sr = by_lsp(from, to, Carriage::SrMpls, failed);
  return {either(std::move(ldp.state), sr.state), sr.lsp};
}

State Transport::te(DeviceId from, DeviceId to, Failed failed) {
  State result = always(Tri::Down);
  for (const PortRef tunnel : tunnels_.between(from, to)) {
    if (*net_[tunnel].tunnel->reserved_for_binding) continue;
    result = either(std::move(result), tunnels_.up(tunnel, failed));
  }
  return result;
}

Transport::Carrier Transport::by_sequence(DeviceId from, DeviceId to, const TunnelPolicy& policy,
                                          Failed failed) {
  State result = always(Tri::Down);
  bool certain = true;  // else something that is not modelled may come first
  for (const Fact<std::string>& kind : policy.select_sequence) {
    Carrier next{always(Tri::Unknown), std::nullopt};
    if (*kind == "lsp" || *kind == "ldp") {
      next = by_lsp(from, to, Carriage::Ldp, failed);
    } else if (*kind == "cr-lsp" || *kind == "te") {
      next.state = te(from, to, failed);
    } else if (*kind == "sr-lsp") {
      next = by_lsp(from, to, Carriage::SrMpls, failed);
    } else {
      certain = false;
    }
    result = either(std::move(result), next.state);
    if (result.value == Tri::Up) return {std::move(result), certain ? next.lsp : std::nullopt};
  }
  return {std::move(result), std::nullopt};
}

Transport::Carrier Transport::by_binding(DeviceId from, DeviceId to, const TunnelBinding& binding,
                                         Failed failed) {
  State bound = always(Tri::Down);
  for (const Fact<std::string>& name : binding.tunnels) {
    const InterfaceId id = net_[from].find_interface(*name);
    if (!id.valid() || !net_[from][id].tunnel) continue;
    bound = either(std::move(bound), tunnels_.up({from, id}, failed));
  }
  if (bound.value == Tri::Up || !*binding.down_switch) return {std::move(bound), std::nullopt};
  const bool certain = bound.value == Tri::Down;
  Carrier instead = default_class(from, to, failed);
  return {either(std::move(bound), instead.state), certain ? instead.lsp : std::nullopt};
}

}  // namespace holdfast::control_plane
