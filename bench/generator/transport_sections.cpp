// Transport of the generated network: numbered links, one IGP per side, LDP everywhere.

#include "bench/generator/sections.h"

namespace holdfast::generator {
namespace {

// Every link has a /30 of its own in 172.16.0.0/12; `a` has the first address.
std::string address(std::size_t link, std::size_t host) {
  const std::size_t offset = link * 4 + host;
  return fmt::format("172.{}.{}.{}", 16 + offset / 65536, offset / 256 % 256, offset % 256);
}

void protocols(const Link& link, Text& text) {
  if (link.core) {
    text.line(" isis enable 1");
    text.line(" isis circuit-type p2p");
    text.line(" isis circuit-level level-2");
    text.line(" isis cost 10");
  }
  if (link.region) {
    text.line(" ospf cost 10");
    text.line(" ospf network-type p2p");
  }
  text.line(" mpls");
  text.line(" mpls ldp");
}

void member(std::size_t slot, std::size_t port, std::size_t trunk, Text& text) {
  text.line("interface GigabitEthernet0/{}/{}", slot, port);
  text.line(" description member of Eth-Trunk{}", trunk);
  text.line(" undo shutdown");
  text.line(" eth-trunk {}", trunk);
  text.line(" undo dcn");
  text.end_view();
}

bool in_core(const Device& device) {
  return device.role != Role::Csg;
}
bool in_region(const Device& device) {
  return device.role == Role::Csg || device.role == Role::Agg;
}

}  // namespace

Text mpls_section(const Plan& plan, std::size_t device) {
  Text text;
  text.line("mpls lsr-id {}", plan.devices[device].loopback);
  text.end_view();
  text.line("mpls");
  text.end_view();
  text.line("mpls l2vpn");
  text.end_view();
  text.line("mpls ldp");
  text.line(" graceful-restart");
  text.end_view();
  for (const std::size_t peer : plan.ldp_peers_of[device]) {
    text.line("mpls ldp remote-peer {}", plan.devices[peer].name);
    text.line(" remote-ip {}", plan.devices[peer].loopback);
    text.end_view();
  }
  if (!plan.services_of[device].empty()) {
    text.line("tunnel-policy {}", kTunnelPolicy);
    text.line(" tunnel select-seq lsp load-balance-number 1");
    text.end_view();
  }
  return text;
}

// Bundles take one port of slot 1 and one of slot 2 each. A CSG's ring ports stand on those two slots, an
// AGG's on slot 3.
Text link_section(const Plan& plan, std::size_t device) {
  const Device& self = plan.devices[device];
  Text text;
  text.line("interface LoopBack0");
  text.line(" description router and LSR ID");
  text.line(" ip address {} 255.255.255.255", self.loopback);
  if (in_core(self)) text.line(" isis enable 1");
  text.end_view();
  std::size_t trunks = 0;
  std::size_t ports = 0;
  for (const std::size_t index : plan.links_of[device]) {
    const Link& link = plan.links[index];
    const bool first = link.a == device;
    const bool trunk = link.kind == LinkKind::Trunk;
    if (trunk) {
      text.line("interface Eth-Trunk{}", trunks + 1);
    } else if (self.role == Role::Csg) {
      text.line("interface GigabitEthernet0/{}/0", ports + 1);
    } else {
      text.line("interface GigabitEthernet0/3/{}", ports);
    }
    text.line(" description to {}", plan.devices[first ? link.b : link.a].name);
    if (!trunk) text.line(" undo shutdown");
    text.line(" ip address {} 255.255.255.252", address(index, first ? 1 : 2));
    protocols(link, text);
    if (trunk) text.line(" mode lacp-static");
    if (trunk) text.line(" lacp timeout fast");
    text.end_view();
    if (trunk) {
      member(1, trunks, trunks + 1, text);
      member(2, trunks, trunks + 1, text);
    }
    ++(trunk ? trunks : ports);
  }
  return text;
}

Text igp_section(const Plan& plan, std::size_t device) {
  const Device& self = plan.devices[device];
  Text text;
  if (in_core(self)) {
    text.line("isis 1");
    text.line(" is-level level-2");
    text.line(" cost-style wide");
    text.line(" bfd all-interfaces enable");
    text.line(" network-entity {}", self.net);
    text.line(" is-name {}", self.name);
    text.end_view();
  }
  if (in_region(self)) {
    text.line("ospf 1 router-id {}", self.loopback);
    text.line(" bfd all-interfaces enable");
    text.line(" area 0.0.0.0");
    text.line("  network {} 0.0.0.0", self.loopback);
    for (const std::size_t index : plan.links_of[device]) {
      if (plan.links[index].region) text.line("  network {} 0.0.0.3", address(index, 0));
    }
    text.end_view();
  }
  return text;
}

}  // namespace holdfast::generator
