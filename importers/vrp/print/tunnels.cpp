// Explicit paths, tunnel interfaces and tunnel policies.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

void print_binding(const TunnelBinding& binding, Writer& out) {
  std::string tunnels;
  for (const Fact<std::string>& tunnel : binding.tunnels) tunnels += ' ' + *tunnel;
  out.line("tunnel binding destination {} te{}{}", *binding.destination, tunnels,
           clause("down-switch", binding.down_switch));
}

std::string_view protocol_words(TunnelProtocol protocol) {
  if (protocol == TunnelProtocol::MplsTe) return "mpls te";
  return protocol == TunnelProtocol::Gre ? "gre" : "none";
}

}  // namespace

void print_explicit_paths(const Device& device, Writer& out) {
  for (const ExplicitPath& path : device.explicit_paths) {
    out.open("explicit-path {}", path.name);
    for (const ExplicitHop& hop : path.hops) {
      out.line("next hop {}{}", *hop.address, hop.exclude ? " exclude" : hop.loose ? " include loose" : "");
    }
    out.close();
  }
}

void print_tunnel_policies(const Device& device, Writer& out) {
  for (const TunnelPolicy& policy : device.tunnel_policies) {
    out.open("tunnel-policy {}", policy.name);
    if (!policy.select_sequence.empty()) {
      std::string kinds;
      for (const Fact<std::string>& kind : policy.select_sequence) kinds += ' ' + *kind;
      out.line("tunnel select-seq{} load-balance-number 1", kinds);
    }
    for (const TunnelBinding& binding : policy.bindings) print_binding(binding, out);
    out.close();
  }
}

void print_tunnel(const Interface& interface, Writer& out) {
  if (!interface.tunnel) return;
  const TunnelSettings& tunnel = *interface.tunnel;
  if (tunnel.protocol.configured() && *tunnel.protocol != TunnelProtocol::Other) {
    out.line("tunnel-protocol {}", protocol_words(*tunnel.protocol));
  }
  out.value("source", tunnel.source);
  out.value("destination", tunnel.destination);
  out.value("mpls te tunnel-id", tunnel.tunnel_id);
  out.value("mpls te signal-protocol", tunnel.signal_protocol);
  out.value("mpls te path explicit-path", tunnel.explicit_path);
  if (tunnel.secondary_explicit_path) {
    out.line("mpls te path explicit-path {} secondary", **tunnel.secondary_explicit_path);
  }
  out.flag("mpls te backup hot-standby", tunnel.hot_standby);
  out.flag("mpls te backup ordinary", tunnel.ordinary_backup);
  out.value("mpls te protection tunnel", tunnel.protection_tunnel);
  out.flag("mpls te reserved-for-binding", tunnel.reserved_for_binding);
}

}  // namespace holdfast::vrp
