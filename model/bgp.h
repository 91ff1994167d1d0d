#pragma once

// BGP as one device configures it.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/routing.h"
#include "model/secret.h"

namespace holdfast {

// A session. What its group says and it does not is filled in as inferred.
struct BgpPeer {
  Fact<IpAddress> address;
  Span where;
  MaybeFact<std::uint32_t> as_number;
  MaybeFact<std::string> connect_interface;  // interface or address that it is set up from
  MaybeFact<std::string> group;
  MaybeFact<std::uint32_t> ebgp_max_hop;  // absent: eBGP reaches connected addresses only
  Fact<bool> ignored;                     // `peer P ignore`: the session is kept down
  MaybeFact<std::uint32_t> fake_as;       // shown to the peer in place of the own AS number
  MaybeFact<Secret> key;
  MaybeFact<std::string> keychain;
};

struct BgpGroup {
  Fact<std::string> name;
  Fact<bool> internal;  // of the own AS
  BgpPeer settings;     // address and group are not used
};

// A peer in an address family. In the family of a VPN instance it is the session as well.
struct BgpFamilyPeer {
  Fact<IpAddress> address;
  Fact<bool> enabled;
  Fact<bool> reflect_client;
  MaybeFact<std::string> group;
  MaybeFact<std::uint32_t> as_number;        // in the family of a VPN instance
  MaybeFact<std::string> connect_interface;  // likewise
  MaybeFact<std::uint32_t> ebgp_max_hop;     // likewise
  MaybeFact<std::uint32_t> fake_as;          // likewise
  Fact<bool> ignored;                        // likewise
  Fact<bool> next_hop_local;
  Fact<bool> upe;                    // `peer P upe`: gets default routes in place of the others
  std::vector<Span> import_filters;  // lines that can drop routes that it sends
  std::vector<Span> export_filters;  // lines that can keep routes from it
  Span where;
};

struct BgpFamilyGroup {
  Fact<std::string> name;
  BgpFamilyPeer settings;  // address is not used
};

struct BgpFamily {
  AddressFamily family = AddressFamily::Ipv4;
  MaybeFact<std::string> vpn_instance;  // `ipv4-family vpn-instance V`
  Span where;
  std::vector<BgpFamilyPeer> peers;
  std::vector<BgpFamilyGroup> groups;
  std::vector<Fact<IpPrefix>> networks;    // `network P`
  std::vector<Fact<std::string>> imports;  // `import-route P`: "direct", "static", "ospf 1"
  std::vector<Span> filters;               // lines that can keep routes from being originated, used or sent
  Fact<bool> policy_vpn_target;            // off: route targets are not filtered on receipt
  Fact<bool> reflects_between_clients;
  MaybeFact<std::string> cluster_id;
  MaybeFact<bool> advertises_to_evpn;  // its routes travel as EVPN routes
  std::vector<Span> unread;
};

struct Bgp {
  Fact<std::uint32_t> as_number;
  Span where;
  MaybeFact<Ipv4> router_id;
  Fact<bool> shutdown;      // every session is kept down
  Fact<bool> ipv4_unicast;  // `default ipv4-unicast`: peers are enabled in that family without a line
  std::vector<BgpPeer> peers;
  std::vector<BgpGroup> groups;
  std::vector<BgpFamily> families;
  std::vector<Span> unread;
};

}  // namespace holdfast
