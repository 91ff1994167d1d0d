// Services of the generated network: PWs in independent mode towards an E-Trunk or an mVRRP pair, and H-VPLS
// with protect groups.

#include <array>
#include <set>

#include "bench/generator/random.h"
#include "bench/generator/sections.h"

namespace holdfast::generator {
namespace {

// Three VC IDs for each service: to the first AGG, to the second, and between the two.
std::size_t vc_id(const Service& service, std::size_t which) {
  return service.number * 10 + which + 1;
}

// The fourth number of the ten: a VC ID of PWs as well.
std::size_t vsi_id(const Service& service) {
  return service.number * 10;
}

std::string vsi_name(const Service& service) {
  return fmt::format("vsi-{}", service.number);
}

const std::string& loopback(const Plan& plan, std::size_t device) {
  return plan.devices[device].loopback;
}

// The far sides' access numbers that this device uses for one kind of service.
std::set<std::size_t> accesses(const Plan& plan, std::size_t device, ServiceKind kind) {
  std::set<std::size_t> used;
  for (const std::size_t index : plan.services_of[device]) {
    const Service& service = plan.services[index];
    if (service.kind == kind) used.insert(service.far_access);
  }
  return used;
}

bool has_etrunk(const Plan& plan, std::size_t device) {
  return plan.devices[device].role == Role::Agg && !accesses(plan, device, ServiceKind::Etrunk).empty();
}

void pseudowire(const Plan& plan, std::size_t peer, std::size_t vc, const char* role, Text& text) {
  text.line(" mpls l2vc {} {} tunnel-policy {} control-word{}", loopback(plan, peer), vc, kTunnelPolicy,
            role);
}

void csg_interface(const Plan& plan, const Service& service, Text& text) {
  text.line("interface GigabitEthernet0/4/0.{}", service.csg_vlan);
  text.line(" vlan-type dot1q {}", service.csg_vlan);
  text.line(" description service {}", service.number);
  if (service.kind == ServiceKind::Vpls) {
    text.line(" l2 binding vsi {}", vsi_name(service));
  } else {
    pseudowire(plan, service.agg[0], vc_id(service, 0), "", text);
    pseudowire(plan, service.agg[1], vc_id(service, 1), " secondary", text);
    text.line(" mpls l2vpn redundancy independent");
    text.line(" mpls l2vpn stream-dual-receiving");
    text.line(" mpls l2vpn arp-dual-sending");
  }
  text.line(" statistic enable");
  text.end_view();
}

void agg_interface(const Plan& plan, const Device& self, const Service& service, Text& text) {
  const bool etrunk = service.kind == ServiceKind::Etrunk;
  if (etrunk) {
    text.line("interface Eth-Trunk{}.{}", 10 + service.far_access, service.far_vlan);
  } else {
    text.line("interface GigabitEthernet0/5/{}.{}", service.far_access, service.far_vlan);
  }
  text.line(" vlan-type dot1q {}", service.far_vlan);
  text.line(" description service {}", service.number);
  pseudowire(plan, service.csg, vc_id(service, self.second ? 1 : 0), "", text);
  pseudowire(plan, self.partner, vc_id(service, 2), " bypass", text);
  if (!etrunk) {
    text.line(" mpls l2vc track admin-vrrp interface GigabitEthernet0/5/{} vrid {} pw-redundancy",
              service.far_access, service.far_access + 1);
  }
  text.line(" statistic enable");
  text.end_view();
}

void npe_interface(const Service& service, Text& text) {
  text.line("interface GigabitEthernet0/4/{}.{}", service.far_access, service.far_vlan);
  text.line(" vlan-type dot1q {}", service.far_vlan);
  text.line(" description service {}", service.number);
  text.line(" l2 binding vsi {}", vsi_name(service));
  text.line(" statistic enable");
  text.end_view();
}

void port(std::size_t slot, std::size_t number, const char* what, Text& text) {
  text.line("interface GigabitEthernet0/{}/{}", slot, number);
  text.line(" description {}", what);
  text.line(" undo shutdown");
  text.line(" undo dcn");
}

void etrunk_ports(std::size_t access, Text& text) {
  text.line("interface Eth-Trunk{}", 10 + access);
  text.line(" description controller, dual-homed");
  text.line(" mode lacp-static");
  text.line(" e-trunk 1");
  text.line(" lacp timeout fast");
  text.end_view();
  for (const std::size_t leg : {access * 2, access * 2 + 1}) {
    port(4, leg, "controller", text);
    text.line(" eth-trunk {}", 10 + access);
    text.end_view();
  }
}

// The two AGGs hear each other through the switch behind this port. Each port has a subnet of its own in
// 100.64.0.0; a pair has at most sixteen of them.
void mvrrp_port(const Device& self, std::size_t access, Text& text) {
  const std::size_t third = self.pair * 16 + access;
  const std::string subnet = fmt::format("100.{}.{}", 64 + third / 256, third % 256);
  port(5, access, "controller, behind a switch", text);
  text.line(" ip address {}.{} 255.255.255.248", subnet, self.second ? 2 : 1);
  text.line(" vrrp vrid {} virtual-ip {}.3", access + 1, subnet);
  text.line(" admin-vrrp vrid {}", access + 1);
  if (!self.second) text.line(" vrrp vrid {} priority 150", access + 1);
  text.line(" vrrp vrid {} timer advertise 1", access + 1);
  text.end_view();
}

void vsi_head(const Service& service, Text& text) {
  text.line("vsi {} static", vsi_name(service));
  text.line(" pwsignal ldp");
  text.line("  vsi-id {}", vsi_id(service));
  text.line("  mac-withdraw enable");
  text.line("  interface-status-change mac-withdraw enable");
}

void upe_vsi(const Plan& plan, const Service& service, Text& text) {
  vsi_head(service, text);
  for (const std::size_t agg : service.agg) {
    text.line("  peer {} tnl-policy {}", loopback(plan, agg), kTunnelPolicy);
  }
  text.line("  protect-group {}", vsi_name(service));
  text.line("   protect-mode pw-redundancy master");
  text.line("   peer {} preference 1", loopback(plan, service.agg[0]));
  text.line("   peer {} preference 2", loopback(plan, service.agg[1]));
  text.end_view();
}

// No hub PW to the other SPE: it would stay up when the core is lost, and with it the spoke that tracks it.
void spe_vsi(const Plan& plan, const Service& service, Text& text) {
  vsi_head(service, text);
  text.line("  peer {} tnl-policy {} upe", loopback(plan, service.csg), kTunnelPolicy);
  text.line("  peer {} pw spoke", loopback(plan, service.csg));
  text.line("   track hub-pw");
  for (const std::size_t hub : service.npe) {
    text.line("  peer {} tnl-policy {}", loopback(plan, hub), kTunnelPolicy);
  }
  text.line(" mac-withdraw propagate enable");
  text.end_view();
}

void npe_vsi(const Plan& plan, const Device& self, const Service& service, Text& text) {
  vsi_head(service, text);
  for (const std::size_t hub : {service.agg[0], service.agg[1], self.partner}) {
    text.line("  peer {} tnl-policy {}", loopback(plan, hub), kTunnelPolicy);
  }
  text.end_view();
}

}  // namespace

Text vsi_section(const Plan& plan, std::size_t device) {
  const Device& self = plan.devices[device];
  Text text;
  for (const std::size_t index : plan.services_of[device]) {
    const Service& service = plan.services[index];
    if (service.kind != ServiceKind::Vpls) continue;
    if (self.role == Role::Csg) upe_vsi(plan, service, text);
    if (self.role == Role::Agg) spe_vsi(plan, service, text);
    if (self.role == Role::Npe) npe_vsi(plan, self, service, text);
  }
  return text;
}

Text access_section(const Plan& plan, std::size_t device) {
  const Device& self = plan.devices[device];
  Text text;
  if (self.role == Role::Csg) {
    port(4, 0, "base stations", text);
    text.end_view();
  }
  if (self.role == Role::Agg) {
    for (const std::size_t access : accesses(plan, device, ServiceKind::Etrunk)) etrunk_ports(access, text);
    for (const std::size_t access : accesses(plan, device, ServiceKind::Mvrrp))
      mvrrp_port(self, access, text);
  }
  if (self.role == Role::Npe) {
    for (const std::size_t access : accesses(plan, device, ServiceKind::Vpls)) {
      port(4, access, "broadband gateway", text);
      text.end_view();
    }
  }
  for (const std::size_t index : plan.services_of[device]) {
    const Service& service = plan.services[index];
    if (self.role == Role::Csg) csg_interface(plan, service, text);
    if (self.role == Role::Agg && service.kind != ServiceKind::Vpls) agg_interface(plan, self, service, text);
    if (self.role == Role::Npe) npe_interface(service, text);
  }
  return text;
}

Text lacp_section(const Plan& plan, std::size_t device) {
  Text text;
  if (!has_etrunk(plan, device)) return text;
  text.line("lacp e-trunk system-id 00e0-fc{:02x}-{:04x}", plan.devices[device].pair / 65536,
            plan.devices[device].pair % 65536);
  text.line("lacp e-trunk priority 100");
  text.end_view();
  return text;
}

Text etrunk_section(const Plan& plan, std::size_t device) {
  const Device& self = plan.devices[device];
  Text text;
  if (!has_etrunk(plan, device)) return text;
  const std::string& peer = loopback(plan, self.partner);
  const std::array<std::size_t, 2> discriminators = {1001, 1002};
  text.line("bfd etrunk1 bind peer-ip {} source-ip {}", peer, self.loopback);
  text.line(" discriminator local {}", discriminators[self.second ? 1 : 0]);
  text.line(" discriminator remote {}", discriminators[self.second ? 0 : 1]);
  text.line(" min-tx-interval 50");
  text.line(" min-rx-interval 50");
  text.line(" detect-multiplier 4");
  text.end_view();
  // One string on both sides: stored text that is equal is an equal key.
  Random key(plan.options.seed * 1000003 + self.pair);
  text.line("e-trunk 1");
  text.line(" priority {}", self.second ? 150 : 50);
  text.line(" peer-address {} source-address {}", peer, self.loopback);
  text.line(" security-key cipher {}", key.cipher());
  text.line(" timer hello 9");
  text.line(" timer hold-on-failure multiplier 10");
  text.line(" timer revert delay 240");
  text.line(" e-trunk track bfd-session session-name etrunk1");
  text.end_view();
  return text;
}

}  // namespace holdfast::generator
