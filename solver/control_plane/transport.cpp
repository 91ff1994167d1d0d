#include "solver/control_plane/transport.h"

#include <algorithm>

namespace holdfast::control_plane {

const TunnelPolicy* Transport::named(DeviceId device, std::string_view policy) const {
  const auto& policies = net_[device].tunnel_policies;
  const auto found = std::ranges::find(policies, policy, &TunnelPolicy::name);
  return policy.empty() || found == policies.end() ? nullptr : &*found;
}

const TunnelBinding* Transport::binding(const TunnelPolicy& policy, DeviceId to) const {
  const std::optional<Ipv4> peer = net_.locator().lsr_id(to);
  const auto found =
      std::ranges::find_if(policy.bindings, [&](const TunnelBinding& it) { return peer == *it.destination; });
  return found == policy.bindings.end() ? nullptr : &*found;
}

State Transport::up(DeviceId from, DeviceId to, std::string_view policy, Failed failed) {
  const TunnelPolicy* chosen = named(from, policy);
  return memo_[{from, to, chosen}].get(failed,
                                       [&](Failed under) { return evaluate(from, to, chosen, under); });
}

State Transport::evaluate(DeviceId from, DeviceId to, const TunnelPolicy* policy, Failed failed) {
  if (policy == nullptr) return default_class(from, to, failed);
  if (!policy->select_sequence.empty()) return by_sequence(from, to, *policy, failed);
  if (const TunnelBinding* it = binding(*policy, to)) return by_binding(from, to, *it, failed);
  if (!policy->bindings.empty()) return default_class(from, to, failed);
  const State lsp = routes_.lsp(from, to, Carriage::Ldp, failed);
  return lsp.value == Tri::Up ? lsp : either(lsp, te(from, to, failed));
}

std::optional<Carriage> Transport::lsp(DeviceId from, DeviceId to, std::string_view policy, Failed failed) {
  const TunnelPolicy* chosen = named(from, policy);
  if (chosen == nullptr) return default_lsp(from, to, failed);
  if (!chosen->select_sequence.empty()) return lsp_by_sequence(from, to, *chosen, failed);
  if (const TunnelBinding* it = binding(*chosen, to)) {
    if (!*it->down_switch || bound(from, *it, failed).value != Tri::Down) return std::nullopt;
    return default_lsp(from, to, failed);
  }
  if (!chosen->bindings.empty()) return default_lsp(from, to, failed);
  return routes_.lsp(from, to, Carriage::Ldp, failed).value == Tri::Up ? std::optional(Carriage::Ldp)
                                                                       : std::nullopt;
}

std::optional<Carriage> Transport::default_lsp(DeviceId from, DeviceId to, Failed failed) {
  if (routes_.lsp(from, to, Carriage::Ldp, failed).value == Tri::Up) return Carriage::Ldp;
  if (!*net_[from].mpls.segment_routing) return std::nullopt;
  return routes_.lsp(from, to, Carriage::SrMpls, failed).value == Tri::Up ? std::optional(Carriage::SrMpls)
                                                                          : std::nullopt;
}

std::optional<Carriage> Transport::lsp_by_sequence(DeviceId from, DeviceId to, const TunnelPolicy& policy,
                                                   Failed failed) {
  for (const Fact<std::string>& kind : policy.select_sequence) {
    if (*kind == "cr-lsp" || *kind == "te") {
      if (te(from, to, failed).value == Tri::Up) return std::nullopt;
      continue;
    }
    const Carriage carriage = *kind == "sr-lsp" ? Carriage::SrMpls : Carriage::Ldp;
    if (*kind != "sr-lsp" && *kind != "lsp" && *kind != "ldp") return std::nullopt;
    if (routes_.lsp(from, to, carriage, failed).value == Tri::Up) return carriage;
  }
  return std::nullopt;
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

State Transport::bound(DeviceId from, const TunnelBinding& binding, Failed failed) {
  State result = always(Tri::Down);
  for (const Fact<std::string>& name : binding.tunnels) {
    const InterfaceId id = net_[from].find_interface(*name);
    if (!id.valid() || !net_[from][id].tunnel) continue;
    result = either(std::move(result), tunnels_.up({from, id}, failed));
  }
  return result;
}

State Transport::by_binding(DeviceId from, DeviceId to, const TunnelBinding& binding, Failed failed) {
  State result = bound(from, binding, failed);
  if (result.value == Tri::Up || !*binding.down_switch) return result;
  return either(std::move(result), default_class(from, to, failed));
}

}  // namespace holdfast::control_plane
