#pragma once

// Interfaces of a device, physical and logical, with everything configured in their views.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/bfd.h"
#include "model/box.h"
#include "model/etrunk.h"
#include "model/fact.h"
#include "model/ids.h"
#include "model/mpls.h"
#include "model/pseudowire.h"
#include "model/routing.h"
#include "model/secret.h"

namespace holdfast {

enum class InterfaceKind : std::uint8_t {
  Ethernet,
  EthTrunk,
  Loopback,
  Vlanif,
  Vbdif,
  Tunnel,
  VirtualEthernet,
  GlobalVe,
  PwVe,
  Pos,
  Serial,
  Atm,
  Cpos,
  E1,
  IpTrunk,
  MpGroup,
  VirtualTemplate,
  Null,
  Other,
};

enum class LinkProtocol : std::uint8_t { Ethernet, Ppp, Hdlc, FrameRelay, Atm, Tdm };

// Which tags a sub-interface takes.
enum class VlanMatchKind : std::uint8_t { Dot1q, Qinq, Untagged, Default, Dot1qTermination, QinqTermination };
struct VlanMatch {
  VlanMatchKind kind = VlanMatchKind::Dot1q;
  std::uint16_t outer_first = 0;  // VLAN ids 1–4094; 0 where there is none
  std::uint16_t outer_last = 0;
  std::uint16_t inner_first = 0;
  std::uint16_t inner_last = 0;
  friend constexpr auto operator<=>(const VlanMatch&, const VlanMatch&) = default;
};

struct VlanRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
};

enum class PortLinkType : std::uint8_t { Access, Trunk, Hybrid, Dot1qTunnel };

struct SwitchPort {
  MaybeFact<PortLinkType> link_type;
  std::vector<Fact<VlanRange>> allowed;
  MaybeFact<std::uint32_t> default_vlan;
};

struct VeGroup {
  std::uint32_t id = 0;
  bool l2_terminate = false;  // else `l3-access`
};

// `mpls l2vpn track route P vpn-instance V`
struct TrackedRoute {
  Fact<IpPrefix> prefix;
  MaybeFact<std::string> vpn_instance;
  Span where;
};

struct OspfInterface {
  MaybeFact<std::uint32_t> process;  // `ospf enable P area A`
  MaybeFact<std::uint32_t> area;
  MaybeFact<std::uint32_t> cost;
  MaybeFact<std::string> network_type;    // "broadcast", "p2p", "p2mp", "nbma"
  MaybeFact<std::string> authentication;  // named as in OspfArea
  MaybeFact<std::uint32_t> key_id;
  MaybeFact<Secret> key;
  MaybeFact<std::uint32_t> hello;  // seconds; must be the same on both ends, like `dead`
  MaybeFact<std::uint32_t> dead;   // seconds
  Fact<bool> mtu_enable;
  Fact<bool> ldp_sync;                // costs the most while it has no LDP session
  Fact<bool> bfd;                     // BFD sessions with its neighbours
  MaybeFact<std::string> prefix_sid;  // "index 10", "absolute 16100"
};

struct IsisInterface {
  MaybeFact<std::uint32_t> process;       // `isis enable P`
  MaybeFact<std::uint32_t> ipv6_process;  // `isis ipv6 enable P`
  MaybeFact<std::uint32_t> cost;          // 16777215 (`maximum`): not used for routes
  MaybeFact<std::uint32_t> level1_cost;   // wins over `cost` in its level
  MaybeFact<std::uint32_t> level2_cost;
  MaybeFact<std::uint32_t> ipv6_cost;
  MaybeFact<IsisLevel> circuit_level;
  Fact<bool> point_to_point;
  Fact<bool> silent;
  MaybeFact<std::string> authentication;  // named as in OspfArea
  MaybeFact<Secret> key;
  Fact<bool> ldp_sync;                // as in OspfInterface
  Fact<bool> bfd;                     // likewise
  MaybeFact<std::string> prefix_sid;  // likewise
};

struct InterfaceAddress {
  IpPrefix prefix;
  bool secondary = false;
};

struct Interface {
  std::string name;  // canonical: GigabitEthernet0/1/0.10
  InterfaceKind kind = InterfaceKind::Other;
  std::string slot;          // "0/1" of GigabitEthernet0/1/0: the board it sits on; empty if none
  InterfaceId parent;        // of a sub-interface, when the parent is configured
  std::uint32_t number = 0;  // of an Eth-Trunk, Loopback, Vlanif, Vbdif
  bool is_sub = false;
  bool is_l2_sub = false;  // `interface X mode l2`
  Span where;              // its first header line

  Fact<bool> shutdown;
  MaybeFact<std::string> description;
  std::vector<Fact<InterfaceAddress>> addresses;
  Fact<bool> ipv6;                    // `ipv6 enable`: without it IPv6 addresses do nothing
  MaybeFact<std::string> unnumbered;  // borrows the address of this interface
  Fact<std::uint32_t> mtu;            // bytes
  MaybeFact<std::string> vpn_instance;
  std::vector<Fact<VlanMatch>> vlans;
  Fact<bool> portswitch;
  Box<SwitchPort> switch_port;
  MaybeFact<LinkProtocol> link_protocol;
  Fact<bool> hostroute_suppress;  // `ppp peer hostroute-suppress`
  Fact<bool> route_tracks_pw;     // `direct-route track pw-state`
  Fact<bool> l3ve_tracks_pw;      // `l3ve track pw-state`

  MaybeFact<std::uint32_t> member_of;      // Eth-Trunk id
  MaybeFact<std::uint32_t> lacp_priority;  // as a member, the smaller is chosen first
  Box<TrunkSettings> trunk;
  Box<TunnelSettings> tunnel;

  Fact<bool> mpls;
  Fact<bool> ldp;
  Fact<bool> te;
  Fact<bool> rsvp_te;
  Box<OspfInterface> ospf;
  Box<IsisInterface> isis;

  std::vector<Pw> pws;           // this interface is their AC
  Box<AcRedundancy> redundancy;  // present on every interface that has PWs
  std::vector<TrackedRoute> tracked_routes;
  MaybeFact<VeGroup> ve_group;
  MaybeFact<std::string> vsi;  // `l2 binding vsi V`
  Fact<bool> hub_mode;         // `hub-mode enable`: to its VSI the AC is a hub, not a spoke
  MaybeFact<std::uint32_t> bridge_domain;
  std::vector<VrrpGroup> vrrp;

  std::vector<Span> unread;  // lines of its view that were not understood
};

}  // namespace holdfast
