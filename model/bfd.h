#pragma once

// Static BFD sessions and VRRP groups.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/secret.h"

namespace holdfast {

enum class BfdTarget : std::uint8_t {
  PeerIp,
  Pw,
  VsiPw,
  LdpLsp,
  TeTunnel,
  TeLsp,
  StaticLsp,
  Interface,
  Other
};

struct BfdSession {
  std::string name;
  Span where;
  BfdTarget target = BfdTarget::Other;
  MaybeFact<IpAddress> peer;         // `bind peer-ip`, `remote-peer`, or the LSP's destination
  MaybeFact<IpAddress> source;       // `source-ip`
  MaybeFact<IpAddress> remote_end;   // `remote-peer` of a VSI PW that is switched on its way
  MaybeFact<std::string> interface;  // outbound interface, or the AC of a bound PW
  MaybeFact<std::string> vpn_instance;
  MaybeFact<std::string> vsi;
  MaybeFact<std::uint32_t> vc_id;
  MaybeFact<std::string> nexthop;
  MaybeFact<std::string> tracked_interface;  // the session goes down with it: `track-interface interface I`
  Fact<bool> secondary_pw;                   // `bind pw interface I secondary`
  Fact<bool> automatic;                      // discriminators are negotiated (`auto`)
  Fact<bool> multicast_peer;                 // `peer-ip default-ip`
  MaybeFact<std::uint32_t> local_discriminator;
  MaybeFact<std::uint32_t> remote_discriminator;
  Fact<std::uint32_t> min_tx;  // ms
  Fact<std::uint32_t> min_rx;  // ms
  Fact<std::uint32_t> multiplier;
  Fact<std::uint32_t> wtr;  // minutes
  Fact<bool> shutdown;
  Fact<bool> one_arm_echo;
  Fact<bool> process_pst;               // writes its state into the port state table
  Fact<bool> process_interface_status;  // takes its interface down with it
  std::vector<Span> unread;
};

// What a tracked BFD session watches: with Peer, a Backup becomes Master when the session goes down; with
// Link, the group goes to Initialize.
enum class VrrpBfdRole : std::uint8_t { Priority, Peer, Link };

// Neither interface nor BFD session: a route, an NQA test, a monitor group and other things outside the
// model.
struct VrrpTrack {
  Span where;
  MaybeFact<std::string> interface;
  MaybeFact<std::string> bfd_session;
  MaybeFact<std::uint32_t> bfd_discriminator;  // a session named by its local discriminator
  VrrpBfdRole bfd_role = VrrpBfdRole::Priority;
  MaybeFact<std::uint32_t> reduced;    // taken off the priority when the tracked thing is down
  MaybeFact<std::uint32_t> increased;  // added to it
};

// One VRID of an interface.
struct VrrpGroup {
  Fact<std::uint32_t> vrid;
  bool is_v6 = false;
  Span where;
  std::vector<Fact<IpAddress>> virtual_ips;
  Fact<std::uint32_t> priority;  // 1–254, the larger wins
  Fact<bool> preempt;
  Fact<std::uint32_t> preempt_delay;  // seconds
  MaybeFact<Secret> key;
  MaybeFact<std::string> authentication_mode;
  Fact<bool> is_admin;  // `admin-vrrp vrid N`
  Span admin_where;
  Fact<bool> ignore_if_down;                       // `admin-vrrp vrid N ignore-if-down`
  MaybeFact<std::string> tracked_admin_interface;  // `vrrp vrid N track admin-vrrp interface I vrid M`
  MaybeFact<std::uint32_t> tracked_admin_vrid;
  std::vector<VrrpTrack> tracks;
  Fact<std::uint32_t> advertise_interval;  // ms
  MaybeFact<IpAddress> unicast_peer;       // `vrrp vrid N peer-ip A`: no multicast on the segment
  MaybeFact<IpAddress> unicast_source;
  Fact<bool> backup_forward;  // a Backup forwards too
};

}  // namespace holdfast
