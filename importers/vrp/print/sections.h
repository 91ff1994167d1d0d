#pragma once

// The sections of a configuration: each prints what the device says of one subject.

#include "importers/vrp/print/writer.h"
#include "model/device.h"

namespace holdfast::vrp {

// In the system view
void print_system(const Device& device, Writer& out);         // sysname, LACP, VLANs, BFD, E-Trunk ports
void print_vpn_instances(const Device& device, Writer& out);  // `ip vpn-instance`
void print_mpls(const Device& device, Writer& out);           // LSR ID, MPLS, TE, L2VPN, segment routing
void print_ldp(const Device& device, Writer& out);            // LDP and its remote peers
void print_explicit_paths(const Device& device, Writer& out);
void print_tunnel_policies(const Device& device, Writer& out);
void print_pw_templates(const Device& device, Writer& out);
void print_switched_pws(const Device& device, Writer& out);  // and CCC connections
void print_vsis(const Device& device, Writer& out);
void print_bridge_domains(const Device& device, Writer& out);
void print_isis(const Device& device, Writer& out);
void print_ospf(const Device& device, Writer& out);
void print_bgp(const Device& device, Writer& out);
void print_bfd_sessions(const Device& device, Writer& out);
void print_etrunks(const Device& device, Writer& out);
void print_static_routes(const Device& device, Writer& out);

// The views of interfaces
void print_interfaces(const Device& device, Writer& out);
void print_trunk(const Interface& interface, Writer& out);  // Eth-Trunk, LACP, E-Trunk membership
void print_tunnel(const Interface& interface, Writer& out);
void print_igp_interface(const Interface& interface, Writer& out);
void print_vrrp(const Interface& interface, Writer& out);
void print_pws(const Device& device, const Interface& interface, Writer& out);

}  // namespace holdfast::vrp
