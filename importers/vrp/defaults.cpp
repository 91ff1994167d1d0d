#include "importers/vrp/defaults.h"

#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kMtu = 1500;  // bytes, of interfaces and VSIs alike

}  // namespace

Device new_device() {
  Device device;
  device.vendor = "huawei-vrp";
  device.lacp_etrunk_priority = by_default<std::uint32_t>(32768);
  return device;
}

Interface new_interface(std::string_view canonical, Span where) {
  Interface made;
  made.name = std::string(canonical);
  made.where = where;
  if (auto name = parse_interface_name(canonical)) {
    made.kind = name->kind;
    made.slot = std::move(name->slot);
    made.number = name->number;
    made.is_sub = !name->parent.empty();
  }
  made.shutdown = by_default(false, where);
  made.ipv6 = by_default(false, where);
  made.mtu = by_default(kMtu, where);
  made.portswitch = by_default(false, where);
  made.hostroute_suppress = by_default(false, where);
  made.route_tracks_pw = by_default(false, where);
  made.l3ve_tracks_pw = by_default(false, where);
  made.hub_mode = by_default(false, where);
  made.mpls = by_default(false, where);
  made.ldp = by_default(false, where);
  made.te = by_default(false, where);
  made.rsvp_te = by_default(false, where);
  if (made.kind == InterfaceKind::EthTrunk && !made.is_sub) made.trunk.ensure() = new_trunk(where);
  if (made.kind == InterfaceKind::Tunnel) made.tunnel.ensure() = new_tunnel(where);
  return made;
}

AcRedundancy new_redundancy(Span block) {
  AcRedundancy made;
  made.mode = by_default(RedundancyMode::Frr, block);
  made.stream_dual_receiving = by_default(false, block);
  made.arp_dual_sending = by_default(false, block);
  made.nd_dual_sending = by_default(false, block);
  made.vccv_parameter = by_default(true, block);
  made.secondary_vccv_parameter = by_default(true, block);
  made.ignore_ac_state = by_default(false, block);
  made.secondary_ignore_ac_state = by_default(false, block);
  made.bypass_ignore_ac_state = by_default(false, block);
  return made;
}

TrunkSettings new_trunk(Span block) {
  TrunkSettings made;
  made.mode = by_default(TrunkMode::Manual, block);
  made.least_active = by_default<std::uint32_t>(1, block);
  made.max_active = by_default<std::uint32_t>(64, block);
  made.lacp_preempt = by_default(false, block);
  made.lacp_preempt_delay = by_default<std::uint32_t>(30, block);
  made.etrunk_mode = by_default(EtrunkMemberMode::Auto, block);
  return made;
}

TunnelSettings new_tunnel(Span block) {
  TunnelSettings made;
  made.protocol = by_default(TunnelProtocol::None, block);
  made.hot_standby = by_default(false, block);
  made.ordinary_backup = by_default(false, block);
  made.reserved_for_binding = by_default(false, block);
  return made;
}

Pw new_pw(Span where) {
  Pw made;
  made.where = where;
  made.role = by_default(PwRole::Primary, where);
  made.vc_type = by_default(VcType::Raw, where);
  made.control_word = by_default(false, where);
  made.mtu = by_default(kMtu, where);
  made.flow_label = by_default(FlowLabel::None, where);
  made.access_port = by_default(false, where);
  made.ignore_standby_state = by_default(false, where);
  return made;
}

Vsi new_vsi(std::string_view name, Span where) {
  Vsi made;
  made.name = std::string(name);
  made.where = where;
  made.encapsulation = by_default(VcType::Tagged, where);
  made.control_word = by_default(false, where);
  made.mtu = by_default(kMtu, where);
  for (Fact<bool> Vsi::*flag :
       {&Vsi::shutdown, &Vsi::ignore_ac_state, &Vsi::isolate_spoken, &Vsi::isolate_hub, &Vsi::mac_withdraw,
        &Vsi::interface_status_change, &Vsi::upe_upe_withdraw, &Vsi::upe_npe_withdraw, &Vsi::npe_upe_withdraw,
        &Vsi::is_admin}) {
    made.*flag = by_default(false, where);
  }
  return made;
}

ProtectGroup new_protect_group(std::string_view name, Span where) {
  ProtectGroup made;
  made.name = std::string(name);
  made.where = where;
  made.stream_dual_receiving = by_default(false, where);
  return made;
}

VsiPeer new_vsi_peer(Fact<Ipv4> address, Span where) {
  VsiPeer made;
  made.where = where;
  made.address = address;
  for (Fact<bool> VsiPeer::*flag :
       {&VsiPeer::upe, &VsiPeer::track_hub_pw, &VsiPeer::ignore_standby_state, &VsiPeer::control_word,
        &VsiPeer::ac_mode, &VsiPeer::secondary, &VsiPeer::is_static}) {
    made.*flag = by_default(false, where);
  }
  made.vc_type = by_default(VcType::Tagged, where);
  return made;
}

Etrunk new_etrunk(std::uint32_t id, Span where) {
  Etrunk made;
  made.id = id;
  made.where = where;
  made.priority = by_default<std::uint32_t>(100, where);
  made.hello = by_default<std::uint32_t>(10, where);
  made.hold_multiplier = by_default<std::uint32_t>(20, where);
  made.revert_delay = by_default<std::uint32_t>(120, where);
  made.revert_enabled = by_default(true, where);
  made.sequence = by_default(false, where);
  made.dynamic_bfd = by_default(false, where);
  made.selection = by_default(EtrunkSelection::Priority, where);
  made.udp_port = by_default<std::uint32_t>(1025, where);
  return made;
}

BfdSession new_bfd_session(std::string_view name, Span where) {
  BfdSession made;
  made.name = std::string(name);
  made.where = where;
  made.secondary_pw = by_default(false, where);
  made.automatic = by_default(false, where);
  made.multicast_peer = by_default(false, where);
  made.min_tx = by_default<std::uint32_t>(10, where);
  made.min_rx = by_default<std::uint32_t>(10, where);
  made.multiplier = by_default<std::uint32_t>(3, where);
  made.wtr = by_default<std::uint32_t>(0, where);
  made.shutdown = by_default(false, where);
  made.one_arm_echo = by_default(false, where);
  made.process_pst = by_default(false, where);
  made.process_interface_status = by_default(false, where);
  return made;
}

VrrpGroup new_vrrp_group(Fact<std::uint32_t> vrid, bool is_v6, Span where) {
  VrrpGroup made;
  made.vrid = vrid;
  made.is_v6 = is_v6;
  made.where = where;
  made.priority = by_default<std::uint32_t>(100, where);
  made.preempt = by_default(true, where);
  made.preempt_delay = by_default<std::uint32_t>(0, where);
  made.is_admin = by_default(false, where);
  made.ignore_if_down = by_default(false, where);
  made.advertise_interval = by_default<std::uint32_t>(1000, where);
  made.backup_forward = by_default(false, where);
  return made;
}

IsisProcess new_isis(std::uint32_t id, Span where) {
  IsisProcess made;
  made.id = id;
  made.where = where;
  made.level = by_default(IsisLevel::Level12, where);
  made.cost_style = by_default(std::string("narrow"), where);
  made.ipv6 = by_default(false, where);
  made.bandwidth_reference = by_default<std::uint32_t>(100, where);
  made.auto_cost = by_default(false, where);
  made.preference = by_default<std::uint32_t>(15, where);
  for (Fact<bool> IsisProcess::*flag :
       {&IsisProcess::overload, &IsisProcess::overload_tells_levels, &IsisProcess::advertises_default,
        &IsisProcess::segment_routing, &IsisProcess::ldp_auto_config, &IsisProcess::bfd,
        &IsisProcess::ldp_sync, &IsisProcess::shutdown}) {
    made.*flag = by_default(false, where);
  }
  return made;
}

OspfProcess new_ospf(std::uint32_t id, Span where) {
  OspfProcess made;
  made.id = id;
  made.where = where;
  made.bandwidth_reference = by_default<std::uint32_t>(100, where);
  made.preference = by_default<std::uint32_t>(10, where);
  made.preference_ase = by_default<std::uint32_t>(150, where);
  for (Fact<bool> OspfProcess::*flag :
       {&OspfProcess::stub_router, &OspfProcess::advertises_default, &OspfProcess::segment_routing,
        &OspfProcess::ldp_auto_config, &OspfProcess::bfd}) {
    made.*flag = by_default(false, where);
  }
  return made;
}

OspfArea new_ospf_area(Fact<std::uint32_t> id, Span where) {
  OspfArea made;
  made.id = id;
  made.where = where;
  made.mpls_te = by_default(false, where);
  made.ldp_sync = by_default(false, where);
  return made;
}

OspfInterface new_ospf_interface(Span block) {
  OspfInterface made;
  made.ldp_sync = by_default(false, block);
  made.bfd = by_default(false, block);
  made.mtu_enable = by_default(false, block);
  return made;
}

IsisInterface new_isis_interface(Span block) {
  IsisInterface made;
  made.point_to_point = by_default(false, block);
  made.silent = by_default(false, block);
  made.ldp_sync = by_default(false, block);
  made.bfd = by_default(false, block);
  return made;
}

Bgp new_bgp(Span where) {
  Bgp made;
  made.where = where;
  made.shutdown = by_default(false, where);
  made.ipv4_unicast = by_default(true, where);
  return made;
}

BgpPeer new_bgp_peer(Span where) {
  BgpPeer made;
  made.where = where;
  made.ignored = by_default(false, where);
  return made;
}

BgpFamilyPeer new_bgp_family_peer(bool enabled, Span where) {
  BgpFamilyPeer made;
  made.where = where;
  made.enabled = by_default(enabled, where);
  for (Fact<bool> BgpFamilyPeer::*flag : {&BgpFamilyPeer::reflect_client, &BgpFamilyPeer::ignored,
                                          &BgpFamilyPeer::next_hop_local, &BgpFamilyPeer::upe}) {
    made.*flag = by_default(false, where);
  }
  return made;
}

BgpFamily new_bgp_family(AddressFamily family, Span where) {
  BgpFamily made;
  made.family = family;
  made.where = where;
  made.policy_vpn_target = by_default(true, where);
  made.reflects_between_clients = by_default(true, where);
  return made;
}

}  // namespace holdfast::vrp
