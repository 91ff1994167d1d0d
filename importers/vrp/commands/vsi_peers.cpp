// The PWs of a VSI that LDP signals: VSI-LDP view, PW view and protection groups.
// Source: command reference, VPLS.

#include <algorithm>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

bool same_id(const MaybeFact<std::uint32_t>& a, const MaybeFact<std::uint32_t>& b) {
  return a.has_value() == b.has_value() && (!a || **a == **b);
}

// The PW to that peer with that negotiated id, made if there is none.
std::size_t find_or_add_peer(Context& context, const Fact<Ipv4>& address,
                             const MaybeFact<std::uint32_t>& vc_id) {
  std::vector<VsiPeer>& peers = context.vsi().peers;
  const auto known = std::ranges::find_if(peers, [&](const VsiPeer& peer) {
    return *peer.address == *address && same_id(peer.negotiation_vc_id, vc_id);
  });
  const auto index = static_cast<std::size_t>(known - peers.begin());
  if (known == peers.end()) {
    peers.push_back(new_vsi_peer(address, context.line()));
    peers.back().negotiation_vc_id = vc_id;
  }
  return index;
}

VsiPeer& peer_of(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  return context.vsi().peers[find_or_add_peer(context, *address, context.number(match, "vc-id"))];
}

void set_if_given(Fact<bool>& flag, Context& context, const Match& match, std::string_view word) {
  if (const auto given = context.keyword(match, word)) flag = *given;
}

void bind_peer(Context& context, const Match& match) {
  VsiPeer& peer = peer_of(context, match);
  set_if_given(peer.upe, context, match, "upe");
  set_if_given(peer.upe, context, match, "static-upe");
  set_if_given(peer.ac_mode, context, match, "ac-mode");
  set_if_given(peer.secondary, context, match, "secondary");
  set_if_given(peer.ignore_standby_state, context, match, "ignore-standby-state");
  if (const auto policy = context.name(match, "policy")) peer.tunnel_policy = policy;
  if (const Capture* word = match.find_word("ethernet"))
    peer.vc_type = context.fact(VcType::Raw, match, *word);
  if (const Capture* word = match.find_word("vlan"))
    peer.vc_type = context.fact(VcType::Tagged, match, *word);
  if (const Capture* word = match.find_word("trans")) peer.is_static = context.fact(true, match, *word);
  if (const auto label = context.number(match, "transmit")) peer.transmit_label = label;
  if (const auto label = context.number(match, "receive")) peer.receive_label = label;
}

void bind_peer_admin_vrrp(Context& context, const Match& match) {
  AdminVrrpBinding& binding = peer_of(context, match).admin_vrrp.ensure();
  binding.where = context.line();
  binding.interface = *context.interface_name(match, "interface");
  binding.vrid = *context.number(match, "vrid");
  binding.pw_redundancy = context.fact(match.has("pw-redundancy"));
}

void bind_named_pw(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const std::size_t index = find_or_add_peer(context, *address, context.number(match, "vc-id"));
  VsiPeer& peer = context.vsi().peers[index];
  peer.pw_name = context.name(match, "name");
  peer.pw_view = context.line();
  context.describes(index);
}

// Also its place in protection groups ends, but a configuration shows that by itself.
void bind_undo_peer(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const auto vc_id = context.number(match, "vc-id");
  std::erase_if(context.vsi().peers, [&](const VsiPeer& peer) {
    return *peer.address == **address && same_id(peer.negotiation_vc_id, vc_id);
  });
}

void bind_undo_admin_vrrp(Context& context, const Match& match) {
  peer_of(context, match).admin_vrrp.reset();
}

void bind_undo_member(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const auto vc_id = context.number(match, "vc-id");
  std::erase_if(context.protect_group().members, [&](const ProtectMember& member) {
    return *member.peer == **address && same_id(member.negotiation_vc_id, vc_id);
  });
}

template <auto field>
void bind_undo_group_setting(Context& context, const Match&) {
  (context.protect_group().*field).reset();
}

void bind_vsi_id(Context& context, const Match& match) {
  context.vsi().vsi_id = context.number(match, "id");
}

template <Fact<bool> Vsi::*flag, bool value>
void bind_vsi_flag(Context& context, const Match&) {
  context.vsi().*flag = context.fact(value);
}

template <Fact<bool> VsiPeer::*flag, bool value>
void bind_peer_flag(Context& context, const Match&) {
  context.vsi_peer().*flag = context.fact(value);
}

// The PW then does as its VSI does.
void bind_undo_control_word(Context& context, const Match&) {
  context.vsi_peer().control_word = by_default(false, context.vsi_peer().where);
}

void bind_protect_group(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<ProtectGroup>& groups = context.vsi().groups;
  const auto known = std::ranges::find(groups, **name, &ProtectGroup::name);
  context.describes(static_cast<std::size_t>(known - groups.begin()));
  if (known == groups.end()) groups.push_back(new_protect_group(**name, context.line()));
}

void bind_protect_mode(Context& context, const Match& match) {
  const bool master = match.has("master");
  context.protect_group().mode = context.fact(master ? ProtectMode::Master : ProtectMode::Independent);
}

void bind_member(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const auto vc_id = context.number(match, "vc-id");
  std::vector<ProtectMember>& members = context.protect_group().members;
  auto member = std::ranges::find_if(members, [&](const ProtectMember& known) {
    return *known.peer == **address && same_id(known.negotiation_vc_id, vc_id);
  });
  if (member == members.end()) {
    members.push_back({*address, vc_id, {}, context.line()});
    member = members.end() - 1;
  }
  member->preference = context.number(match, "preference");
}

void bind_reroute(Context& context, const Match& match) {
  Reroute reroute;
  if (match.has("immediately")) reroute.policy = ReroutePolicy::Immediately;
  if (match.has("never")) reroute.policy = ReroutePolicy::Never;
  if (const auto delay = context.number(match, "delay")) reroute.delay = **delay;
  context.protect_group().reroute = context.fact(reroute);
}

void bind_holdoff(Context& context, const Match& match) {
  context.protect_group().holdoff = context.number(match, "seconds");
}

template <bool value>
void bind_dual_receiving(Context& context, const Match&) {
  context.protect_group().stream_dual_receiving = context.fact(value);
}

constexpr Command kCommands[] = {
    {View::VsiLdp, kModelled, "vsi-id <id:1-4294967295>", bind_vsi_id},
    {View::VsiLdp, kModelled,
     "peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] [ encapsulation { vlan | ethernet } | "
     "tnl-policy <policy:ref(tunnel-policy)(1-39)> | upe | ac-mode | secondary | ignore-standby-state ] *",
     bind_peer},
    {View::VsiLdp, kModelled,
     "peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] [ encapsulation { vlan | ethernet } | "
     "tnl-policy <policy:ref(tunnel-policy)(1-39)> ] * { static-npe | static-upe } trans "
     "<transmit:0-1048575> "
     "recv <receive:16-1048575> [ hard-pipe bandwidth <bandwidth> [ burst-time <burst> ] ]",
     bind_peer},
    {View::VsiLdp, kModelled,
     "peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] pw <name:text(1-15)>", bind_named_pw,
     View::VsiPw},
    {View::VsiLdp, kModelled,
     "peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] track admin-vrrp interface "
     "<interface:interface> vrid <vrid:1-255> [ pw-redundancy [ backup-block-all ] ]",
     bind_peer_admin_vrrp},
    {View::VsiLdp, kModelled, "protect-group <name:text(1-15)>", bind_protect_group, View::ProtectGroup},
    {View::VsiLdp, kModelled, "control-word enable", bind_vsi_flag<&Vsi::control_word, true>},
    {View::VsiLdp, kModelled, "undo control-word enable", bind_vsi_flag<&Vsi::control_word, false>},
    {View::VsiLdp, kModelled, "mac-withdraw enable", bind_vsi_flag<&Vsi::mac_withdraw, true>},
    {View::VsiLdp, kModelled, "undo mac-withdraw enable", bind_vsi_flag<&Vsi::mac_withdraw, false>},
    {View::VsiLdp, kModelled, "interface-status-change [ down ] mac-withdraw enable",
     bind_vsi_flag<&Vsi::interface_status_change, true>},
    {View::VsiLdp, kIrrelevant, "[ undo ] interface-status-change up mac-withdraw enable"},
    {View::VsiLdp, kModelled, "undo interface-status-change [ down ] mac-withdraw enable",
     bind_vsi_flag<&Vsi::interface_status_change, false>},
    {View::VsiLdp, kModelled, "upe-upe mac-withdraw enable", bind_vsi_flag<&Vsi::upe_upe_withdraw, true>},
    {View::VsiLdp, kModelled, "upe-npe mac-withdraw enable", bind_vsi_flag<&Vsi::upe_npe_withdraw, true>},
    {View::VsiLdp, kModelled, "npe-upe mac-withdraw enable", bind_vsi_flag<&Vsi::npe_upe_withdraw, true>},
    {View::VsiLdp, kIrrelevant, "[ undo ] flow-label { both | send | receive } [ static ]"},
    {View::VsiLdp, kIrrelevant, "[ undo ] traffic-statistics <more:rest>"},
    {View::VsiLdp, kIrrelevant, "[ undo ] l2-multicast <more:rest>"},

    {View::VsiLdp, kModelled, "undo upe-upe mac-withdraw enable",
     bind_vsi_flag<&Vsi::upe_upe_withdraw, false>},
    {View::VsiLdp, kModelled, "undo upe-npe mac-withdraw enable",
     bind_vsi_flag<&Vsi::upe_npe_withdraw, false>},
    {View::VsiLdp, kModelled, "undo npe-upe mac-withdraw enable",
     bind_vsi_flag<&Vsi::npe_upe_withdraw, false>},
    {View::VsiLdp, kModelled,
     "undo peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] track admin-vrrp [ <more:rest> ]",
     bind_undo_admin_vrrp},
    {View::VsiLdp, kModelled,
     "undo peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] [ encapsulation { vlan | ethernet } "
     "| "
     "tnl-policy <policy> | upe | ac-mode | secondary | ignore-standby-state ] *",
     bind_undo_peer},
    // Shows the view of a PW that has a name; a saved configuration has `peer … pw …`
    {View::VsiLdp, kNotYet, "pw <name:text(1-15)>", nullptr, View::Other},

    {View::VsiPw, kModelled, "track hub-pw", bind_peer_flag<&VsiPeer::track_hub_pw, true>},
    {View::VsiPw, kModelled, "undo track hub-pw", bind_peer_flag<&VsiPeer::track_hub_pw, false>},
    {View::VsiPw, kPartial, "track monitor-group <name:text(1-31)>"},
    {View::VsiPw, kModelled, "control-word enable", bind_peer_flag<&VsiPeer::control_word, true>},
    {View::VsiPw, kModelled, "control-word disable", bind_peer_flag<&VsiPeer::control_word, false>},
    {View::VsiPw, kModelled, "undo control-word [ enable | disable ]", bind_undo_control_word},
    {View::VsiPw, kPartial, "[ undo ] preferred-control-word"},
    {View::VsiPw, kIrrelevant, "[ undo ] flow-label { { both | send | receive } [ static ] | disable }"},
    {View::VsiPw, kPartial,
     "bfd-detect [ detect-multiplier <multiplier:3-50> | min-rx-interval <rx:3-20000> | min-tx-interval "
     "<tx:3-20000> | option-tlv ] *"},
    {View::VsiPw, kPartial, "undo { bfd-detect | flow-label } [ <more:rest> ]"},
    {View::VsiPw, kIrrelevant, "[ undo ] encapsulation vlan pass"},
    {View::VsiPw, kIrrelevant, "[ undo ] ignore-stp-loopcheck"},
    {View::VsiPw, kPartial, "interface-parameter-type vccv"},
    {View::VsiPw, kPartial, "undo interface-parameter-type vccv"},
    {View::VsiPw, kIrrelevant, "[ undo ] status-code-change flush-mac disable"},
    {View::VsiPw, kIrrelevant, "[ undo ] stp <more:rest>"},
    {View::VsiPw, kIrrelevant, "[ undo ] e-tree mode <more:rest>"},

    {View::ProtectGroup, kModelled, "protect-mode pw-redundancy { master | independent }", bind_protect_mode},
    {View::ProtectGroup, kModelled,
     "peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ] preference <preference:1-32>",
     bind_member},
    {View::ProtectGroup, kModelled, "reroute { delay <delay:10-10800> | immediately | never }", bind_reroute},
    {View::ProtectGroup, kModelled, "holdoff <seconds:1-180>", bind_holdoff},
    {View::ProtectGroup, kModelled, "undo peer <address:ip4> [ negotiation-vc-id <vc-id:1-4294967295> ]",
     bind_undo_member},
    {View::ProtectGroup, kModelled, "undo protect-mode", bind_undo_group_setting<&ProtectGroup::mode>},
    {View::ProtectGroup, kModelled, "undo reroute", bind_undo_group_setting<&ProtectGroup::reroute>},
    {View::ProtectGroup, kModelled, "undo holdoff", bind_undo_group_setting<&ProtectGroup::holdoff>},
    {View::ProtectGroup, kModelled, "stream-dual-receiving", bind_dual_receiving<true>},
    {View::ProtectGroup, kModelled, "undo stream-dual-receiving", bind_dual_receiving<false>},
    {View::ProtectGroup, kPartial, "protect-switch { clear | manual }"},
};

}  // namespace

std::span<const Command> vsi_peer_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
