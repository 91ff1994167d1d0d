#pragma once

// Routing processes, static routes, VPN instances and BGP, per device.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"

namespace holdfast {

struct OspfNetwork {
  Fact<IpPrefix> range;
  Span where;
};

struct OspfArea {
  Fact<std::uint32_t> id;  // 0 is the backbone
  Span where;
  std::vector<OspfNetwork> networks;
  MaybeFact<std::string> authentication;
};

struct OspfProcess {
  std::uint32_t id = 1;
  Span where;
  MaybeFact<Ipv4> router_id;
  MaybeFact<std::string> vpn_instance;
  std::vector<OspfArea> areas;
  std::vector<Fact<std::string>> silent_interfaces;
  std::vector<Fact<std::string>> imports;  // protocols redistributed
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
  std::vector<Fact<std::string>> imports;
  std::vector<Span> unread;
};

struct StaticRoute {
  Span where;
  Fact<IpPrefix> destination;
  MaybeFact<std::string> vpn_instance;
  MaybeFact<std::string> interface;
  MaybeFact<IpAddress> next_hop;
  Fact<std::uint32_t> preference;  // the larger loses
  MaybeFact<std::string> bfd_session;
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

struct BgpPeer {
  Fact<IpAddress> address;
  Span where;
  MaybeFact<std::uint32_t> as_number;
  MaybeFact<std::string> connect_interface;
  MaybeFact<std::string> group;
};

struct BgpFamilyPeer {
  Fact<IpAddress> address;
  Fact<bool> enabled;
  Fact<bool> reflect_client;
  Span where;
};

struct BgpFamily {
  AddressFamily family = AddressFamily::Ipv4;
  MaybeFact<std::string> vpn_instance;  // `ipv4-family vpn-instance V`
  Span where;
  std::vector<BgpFamilyPeer> peers;
  std::vector<Fact<IpPrefix>> networks;    // `network P`
  std::vector<Fact<std::string>> imports;  // `import-route P`
  Fact<bool> policy_vpn_target;            // off: route targets are not filtered on receipt
  std::vector<Span> unread;
};

struct Bgp {
  Fact<std::uint32_t> as_number;
  Span where;
  MaybeFact<Ipv4> router_id;
  std::vector<BgpPeer> peers;
  std::vector<Fact<std::string>> groups;
  std::vector<BgpFamily> families;
  std::vector<Span> unread;
};

}  // namespace holdfast
