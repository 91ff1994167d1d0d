#pragma once

// Pseudowires of point-to-point services (VPWS), as one device configures its own end.
// Facts are effective values: what the PW's line says, else its template, else the documented default.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/box.h"
#include "model/fact.h"
#include "model/ids.h"

namespace holdfast {

enum class PwRole : std::uint8_t { Primary, Secondary, Bypass, DualBypass, Admin };
enum class PwSignalling : std::uint8_t { Ldp, Static };

// What the PW carries, as its ends announce it. `Raw` is VC type Ethernet, `Tagged` is VC type VLAN.
enum class VcType : std::uint8_t {
  Raw,
  Tagged,
  IpInterworking,
  IpLayer2,
  Ppp,
  Hdlc,
  FrameRelay,
  AtmNto1Vcc,
  AtmNto1Vpc,
  Atm1to1Vcc,
  Atm1to1Vpc,
  AtmAal5Pdu,
  AtmAal5Sdu,
  AtmTransCell,
  SatopE1,
  SatopT1,
  SatopE3,
  SatopT3,
  CesopsnBasic,
  Cep,
};

enum class FlowLabel : std::uint8_t { None, Both, Send, Receive };

struct TdmOptions {
  MaybeFact<std::uint32_t> jitter_buffer;         // µs × 125, as configured
  MaybeFact<std::uint32_t> encapsulation_number;  // frames per packet
  MaybeFact<bool> sequence_number;
  MaybeFact<bool> rtp_header;
  MaybeFact<std::uint32_t> idle_code;
  MaybeFact<bool> payload_compression;  // of SDH payloads
};

struct AtmOptions {
  MaybeFact<std::uint32_t> max_cells;  // cells per packet accepted
  MaybeFact<std::uint32_t> transmit_cells;
  MaybeFact<std::uint32_t> pack_overtime;  // µs
  MaybeFact<bool> sequence_number;
};

// `mpls l2vc track admin-vrrp interface I vrid V [pw-redundancy]`; `… track admin-vrrp secondary` binds the
// secondary PW to the group of the primary one.
struct AdminVrrpBinding {
  Fact<std::string> interface;
  Fact<std::uint32_t> vrid;
  Fact<bool> pw_redundancy;
  Span where;
};

struct Pw {
  Fact<PwRole> role;
  PwSignalling signalling = PwSignalling::Ldp;
  Span where;                      // the whole line that makes the PW
  MaybeFact<Ipv4> peer;            // LSR ID of the far end, from the line or the template
  MaybeFact<std::uint32_t> vc_id;  // for a dual bypass: the ac-bypass VC ID
  MaybeFact<std::uint32_t> pw_bypass_vc_id;
  MaybeFact<std::string> pw_template;
  MaybeFact<std::string> tunnel_policy;
  MaybeFact<std::string> instance_name;
  Fact<VcType> vc_type;
  Fact<bool> control_word;
  Fact<std::uint32_t> mtu;  // bytes
  Fact<FlowLabel> flow_label;
  Fact<bool> access_port;
  Fact<bool> ignore_standby_state;
  Box<TdmOptions> tdm;
  Box<AtmOptions> atm;
  Box<AdminVrrpBinding> admin_vrrp;
  MaybeFact<std::string> admin_vc_interface;  // `track admin-vc interface I`
  MaybeFact<std::uint32_t> transmit_label;    // static PWs
  MaybeFact<std::uint32_t> receive_label;
};

// FRR is what an AC does when nothing is configured.
enum class RedundancyMode : std::uint8_t { Frr, Master, Independent };

enum class ReroutePolicy : std::uint8_t { Delay, Immediately, Never };
struct Reroute {
  ReroutePolicy policy = ReroutePolicy::Delay;
  std::uint32_t delay = 30;   // seconds
  std::uint32_t resume = 10;  // seconds
};

// How an AC treats its PWs; lines of the AC's own view.
struct AcRedundancy {
  Fact<RedundancyMode> mode;
  MaybeFact<Reroute> reroute;
  MaybeFact<std::uint32_t> holdoff;  // seconds
  Fact<bool> stream_dual_receiving;
  Fact<bool> arp_dual_sending;
  MaybeFact<std::uint32_t> arp_expire;  // seconds
  Fact<bool> nd_dual_sending;
  MaybeFact<std::uint32_t> nd_expire;  // seconds
  Fact<bool> vccv_parameter;           // `undo interface-parameter-type vccv` ⇒ false; of the primary PW
  Fact<bool> secondary_vccv_parameter;
  Fact<bool> ignore_ac_state;  // `mpls l2vpn pw ignore-ac-state`; of the primary PW
  Fact<bool> secondary_ignore_ac_state;
  Fact<bool> bypass_ignore_ac_state;
  MaybeFact<std::string> service_name;
  MaybeFact<std::uint32_t> pw_aps;  // `mpls l2vpn pw-aps N`: this PW APS instance decides which PW carries
};

// `pw-template NAME`
struct PwTemplate {
  std::string name;
  Span where;
  MaybeFact<Ipv4> peer;
  MaybeFact<bool> control_word;
  MaybeFact<std::uint32_t> mtu;
  MaybeFact<std::string> tunnel_policy;
  MaybeFact<FlowLabel> flow_label;
  Box<TdmOptions> tdm;
  Box<AtmOptions> atm;
  std::vector<Span> unread;  // lines of its view that were not understood
};

// One side of a PW switched at an SPE.
struct SwitchedSegment {
  Fact<Ipv4> peer;
  Fact<std::uint32_t> vc_id;
  MaybeFact<std::string> tunnel_policy;
  MaybeFact<std::uint32_t> transmit_label;  // set on both ⇒ a static segment
  MaybeFact<std::uint32_t> receive_label;

  bool is_static() const { return transmit_label.has_value(); }
};

// `mpls switch-l2vc A … between B … [backup C …] encapsulation T`
struct SwitchedPw {
  Span where;
  SwitchedSegment first;
  SwitchedSegment second;
  std::optional<SwitchedSegment> backup;  // of `second`
  Fact<VcType> vc_type;
  MaybeFact<bool> control_word;  // static segments only; dynamic ones pass it through
  MaybeFact<std::uint32_t> mtu;
  MaybeFact<std::string> instance_name;
  MaybeFact<Reroute> reroute;  // back from `backup`
};

// `ccc NAME interface A [raw|tagged] out-interface B`, or `mpls ccc out-interface B` in the view of A: two
// ACs of one device joined. Without a name in the second form.
struct LocalConnection {
  std::string name;
  Span where;
  Fact<std::string> first_interface;
  MaybeFact<std::string> second_interface;  // absent: a remote CCC connection
  bool secondary = false;                   // protects the primary PW of `first_interface`
};

}  // namespace holdfast
