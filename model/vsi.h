#pragma once

// Virtual switch instances (VPLS), as one device configures them. Facts are effective values.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/pseudowire.h"

namespace holdfast {

enum class VsiSignalling : std::uint8_t { None, Ldp, Bgp, BgpAd, Static };

// One `peer` of a VSI, with what its own PW view (`peer … pw NAME`) adds.
struct VsiPeer {
  Span where;
  Fact<Ipv4> address;
  MaybeFact<std::uint32_t> negotiation_vc_id;
  Fact<bool> upe;  // a spoke PW on the SPE's side
  MaybeFact<std::string> tunnel_policy;
  MaybeFact<std::string> pw_name;
  Span pw_view;  // the line that opens the PW view
  Fact<bool> track_hub_pw;
  Fact<bool> ignore_standby_state;
  Fact<bool> control_word;  // effective: the PW's own, else the VSI's
  Fact<VcType> vc_type;     // Raw or Tagged: the VSI's encapsulation
  Fact<bool> ac_mode;       // `ac-mode`: the PW counts as an AC
  Fact<bool> secondary;     // `secondary`
  Fact<bool> is_static;     // labels set by hand
  MaybeFact<std::uint32_t> transmit_label;
  MaybeFact<std::uint32_t> receive_label;
  Box<AdminVrrpBinding> admin_vrrp;  // `peer … track admin-vrrp …`
  std::vector<Span> unread;

  // The VC ID of this PW is the negotiated one, else the VSI's id (semantics §3.5).
};

enum class ProtectMode : std::uint8_t { Master, Independent };

struct ProtectMember {
  Fact<Ipv4> peer;
  MaybeFact<std::uint32_t> negotiation_vc_id;
  MaybeFact<std::uint32_t> preference;  // 1–32, the smaller wins
  Span where;
};

// `protect-group NAME`
struct ProtectGroup {
  std::string name;
  Span where;
  MaybeFact<ProtectMode> mode;
  MaybeFact<Reroute> reroute;
  MaybeFact<std::uint32_t> holdoff;  // seconds
  Fact<bool> stream_dual_receiving;
  std::vector<ProtectMember> members;
  std::vector<Span> unread;
};

struct Vsi {
  std::string name;
  Span where;
  VsiSignalling signalling = VsiSignalling::None;
  Span signalling_where;
  MaybeFact<std::uint32_t> vsi_id;
  std::vector<VsiPeer> peers;
  std::vector<ProtectGroup> groups;
  Fact<VcType> encapsulation;  // Raw = `encapsulation ethernet`, Tagged = `encapsulation vlan` (default)
  Fact<bool> control_word;
  Fact<std::uint32_t> mtu;  // bytes
  Fact<bool> shutdown;
  Fact<bool> ignore_ac_state;
  Fact<bool> isolate_spoken;
  Fact<bool> isolate_hub;   // `isolate hub-ac hub-pw`
  Fact<bool> mac_withdraw;  // `mac-withdraw enable`
  Fact<bool> interface_status_change;
  // Which received MAC withdraw messages are forwarded: spoke to spoke, spoke to hub, hub to spoke.
  // `mac-withdraw propagate enable` sets all three.
  Fact<bool> upe_upe_withdraw;
  Fact<bool> upe_npe_withdraw;
  Fact<bool> npe_upe_withdraw;
  Fact<bool> is_admin;  // `admin-vsi`
  MaybeFact<std::string> tunnel_policy;
  MaybeFact<std::uint32_t> bridge_domain;
  std::vector<Span> unread;
};

}  // namespace holdfast
