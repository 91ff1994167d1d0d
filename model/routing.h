#pragma once

// Routing processes, static routes and VPN instances, per device.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/secret.h"

namespace holdfast {

struct OspfNetwork {
  Fact<IpPrefix> range;
  Span where;
};

struct OspfArea {
  Fact<std::uint32_t> id;  // 0 is the backbone
  Span where;
  std::vector<OspfNetwork> networks;
  MaybeFact<std::string> kind;            // "stub" or "nssa": must be the same on both ends
  MaybeFact<std::string> authentication;  // "simple", "md5", "hmac-sha256", "keychain NAME"…
  MaybeFact<std::uint32_t> key_id;
  MaybeFact<Secret> key;
  Fact<bool> mpls_te;   // its links can carry TE tunnels
  Fact<bool> ldp_sync;  // its links cost the most while they have no LDP session
};

struct OspfProcess {
  std::uint32_t id = 1;
  Span where;
  MaybeFact<Ipv4> router_id;
  MaybeFact<std::string> vpn_instance;
  std::vector<OspfArea> areas;
  std::vector<Fact<std::string>> silent_interfaces;  // "all": every one but the active_interfaces
  std::vector<Fact<std::string>> active_interfaces;  // `undo silent-interface I`
  std::vector<Fact<std::string>> imports;            // protocols redistributed: "direct", "isis 1"
  std::vector<Span> filters;                         // lines that can keep routes from being used or sent
  Fact<std::uint32_t> bandwidth_reference;           // Mbit/s
  Fact<std::uint32_t> preference;                    // of routes within the AS
  Fact<std::uint32_t> preference_ase;
  Fact<bool> stub_router;         // advertises its links at the largest cost: transit avoids it
  Fact<bool> advertises_default;  // `default-route-advertise`
  Fact<bool> segment_routing;     // SR-MPLS
  Fact<bool> ldp_auto_config;     // LDP on all its interfaces
  Fact<bool> bfd;                 // BFD sessions with all its neighbours
  std::vector<Span> unread;
};

enum class IsisLevel : std::uint8_t { Level1, Level2, Level12 };

struct IsisProcess {
  std::uint32_t id = 1;
  Span where;
  MaybeFact<std::string> network_entity;
  Fact<IsisLevel> level;
  Fact<std::string> cost_style;
  MaybeFact<std::string> vpn_instance;
  Fact<bool> ipv6;                          // `ipv6 enable`
  std::vector<Fact<std::string>> imports;   // protocols redistributed: "direct", "ospf 1"
  std::vector<Span> filters;                // lines that can keep routes from being used or sent
  MaybeFact<std::uint32_t> circuit_cost;    // of interfaces that name none
  Fact<std::uint32_t> bandwidth_reference;  // Mbit/s
  Fact<bool> auto_cost;                     // costs follow bandwidth
  Fact<std::uint32_t> preference;
  Fact<bool> overload;               // `set-overload`: transit avoids it
  Fact<bool> overload_tells_levels;  // and `allow interlevel`: it tells each level of the other all the same
  Fact<bool> advertises_default;     // `default-route-advertise`
  MaybeFact<std::string> area_authentication;    // level 1; named as in OspfArea
  MaybeFact<std::string> domain_authentication;  // level 2
  MaybeFact<Secret> area_key;
  MaybeFact<Secret> domain_key;
  MaybeFact<IsisLevel> traffic_eng;  // its links can carry TE tunnels, in these levels
  Fact<bool> segment_routing;        // SR-MPLS
  Fact<bool> ldp_auto_config;        // LDP on all its interfaces
  Fact<bool> bfd;                    // BFD sessions with all its neighbours
  Fact<bool> ldp_sync;               // as in OspfArea
  Fact<bool> shutdown;
  std::vector<Span> unread;
};

struct StaticRoute {
  Span where;
  Fact<IpPrefix> destination;
  MaybeFact<std::string> vpn_instance;
  MaybeFact<std::string> interface;
  MaybeFact<IpAddress> next_hop;
  MaybeFact<std::string> next_hop_instance;  // the next hop is looked up there; "public": outside any
  Fact<std::uint32_t> preference;            // the larger loses
  MaybeFact<std::string> bfd_session;
  MaybeFact<bool> tracked;  // withdrawn on something else than interface and BFD (NQA, EFM, a monitor group)
  MaybeFact<bool> permanent;  // stays when its interface goes down
};

enum class AddressFamily : std::uint8_t { Ipv4, Ipv6, Vpnv4, Vpnv6, L2vpn, Evpn, Other };

struct VpnFamily {
  AddressFamily family = AddressFamily::Ipv4;  // Ipv4 or Ipv6
  Span where;
  MaybeFact<std::string> route_distinguisher;
  std::vector<Fact<std::string>> import_targets;
  std::vector<Fact<std::string>> export_targets;
  MaybeFact<std::string> import_policy;  // a route-policy can drop what targets would take
  MaybeFact<std::string> export_policy;
  MaybeFact<std::string> tunnel_policy;
};

struct VpnInstance {
  std::string name;
  Span where;
  std::vector<VpnFamily> families;
  std::vector<Span> unread;
};

}  // namespace holdfast
