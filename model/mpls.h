#pragma once

// MPLS forwarding and its signalling, per device.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"

namespace holdfast {

struct LdpRemotePeer {
  std::string name;
  Span where;
  MaybeFact<Ipv4> remote_ip;
  std::vector<Span> unread;
};

struct Mpls {
  Fact<bool> enabled;  // `mpls` in the system view
  MaybeFact<Ipv4> lsr_id;
  Fact<bool> l2vpn;                // `mpls l2vpn`
  Fact<bool> l2vpn_martini;        // `mpls l2vpn default martini`
  Fact<bool> auto_create_session;  // `mpls l2vpn auto-create-session`
  Fact<bool> te;
  Fact<bool> rsvp_te;
  Fact<bool> ldp;  // `mpls ldp` in the system view
  Fact<bool> accept_target_hello;
  Fact<bool> longest_match;
  MaybeFact<std::string> lsp_trigger;  // for which routes LDP makes LSPs: all, host, none, ip-prefix
  Fact<bool> vpls_ignore_ac_state;     // `vpls ignore-ac-state`: every VSI ignores its ACs
  Fact<bool> segment_routing;
  std::vector<LdpRemotePeer> remote_peers;
};

struct ExplicitHop {
  Fact<Ipv4> address;
  bool loose = false;
  bool exclude = false;
};

struct ExplicitPath {
  std::string name;
  Span where;
  std::vector<ExplicitHop> hops;
  std::vector<Span> label_hops;  // `next sid label …`: where the path goes cannot be read from it
};

enum class TunnelProtocol : std::uint8_t { None, MplsTe, Gre, Other };

// Settings of a tunnel interface.
struct TunnelSettings {
  Fact<TunnelProtocol> protocol;
  MaybeFact<IpAddress> destination;
  MaybeFact<std::string> source;  // address or interface name
  MaybeFact<std::uint32_t> tunnel_id;
  MaybeFact<std::string> explicit_path;
  MaybeFact<std::string> secondary_explicit_path;  // `mpls te path explicit-path P secondary`
  Fact<bool> hot_standby;
  Fact<bool> ordinary_backup;
  Fact<bool> reserved_for_binding;
  MaybeFact<std::string> signal_protocol;
  MaybeFact<std::uint32_t>
      protection_tunnel;  // `mpls te protection tunnel N`: takes over when this one fails
};

struct TunnelBinding {
  Fact<Ipv4> destination;
  std::vector<Fact<std::string>> tunnels;  // interface names
  Fact<bool> down_switch;
  Span where;
};

struct TunnelPolicy {
  std::string name;
  Span where;
  std::vector<Fact<std::string>> select_sequence;  // tunnel kinds in order of preference
  Span select_where;
  std::vector<TunnelBinding> bindings;
  std::vector<Span> unread;
};

}  // namespace holdfast
