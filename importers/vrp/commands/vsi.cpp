// Virtual switch instances: the VSI view. Their PWs stand in vsi_peers.cpp, what BGP or multicast adds to
// them in vsi_bgp.cpp. Source: command reference, VPLS and PBB VPLS.

#include <algorithm>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

void bind_vsi(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<Vsi>& vsis = context.device().vsis;
  const auto known = std::ranges::find(vsis, **name, &Vsi::name);
  context.describes(static_cast<std::size_t>(known - vsis.begin()));
  if (known == vsis.end()) vsis.push_back(new_vsi(**name, context.line()));
}

// LDP wins where a VSI has both: its PWs are the ones that the lines name.
void bind_pwsignal_ldp(Context& context, const Match&) {
  context.vsi().signalling = VsiSignalling::Ldp;
  context.vsi().signalling_where = context.line();
  context.describes(context.frame(View::Vsi).object);
}

template <VsiSignalling signalling>
void bind_other_signalling(Context& context, const Match&) {
  Vsi& vsi = context.vsi();
  if (vsi.signalling != VsiSignalling::None) return;
  vsi.signalling = signalling;
  vsi.signalling_where = context.line();
}

void bind_encapsulation(Context& context, const Match& match) {
  context.vsi().encapsulation = context.fact(match.has("ethernet") ? VcType::Raw : VcType::Tagged);
}

void bind_undo_encapsulation(Context& context, const Match&) {
  context.vsi().encapsulation = new_vsi("", context.vsi().where).encapsulation;
}

void bind_undo_mtu(Context& context, const Match&) {
  context.vsi().mtu = new_vsi("", context.vsi().where).mtu;
}

void bind_undo_tunnel_policy(Context& context, const Match&) {
  context.vsi().tunnel_policy.reset();
}

void bind_mtu(Context& context, const Match& match) {
  if (const auto mtu = context.number(match, "mtu")) context.vsi().mtu = *mtu;
}

void bind_tunnel_policy(Context& context, const Match& match) {
  context.vsi().tunnel_policy = context.name(match, "policy");
}

template <Fact<bool> Vsi::*flag, bool value>
void bind_flag(Context& context, const Match&) {
  context.vsi().*flag = context.fact(value);
}

// Messages received from a spoke go to all others, those from a hub to the spokes.
template <bool value>
void bind_propagate(Context& context, const Match&) {
  for (Fact<bool> Vsi::*flag : {&Vsi::upe_upe_withdraw, &Vsi::upe_npe_withdraw, &Vsi::npe_upe_withdraw}) {
    context.vsi().*flag = context.fact(value);
  }
}

constexpr Command kCommands[] = {
    {View::System, kModelled,
     "vsi <name:def(vsi)(1-31)> [ static | auto ] [ bd-mode | p2mp | i-vsi { p2p | b-evpn-interworking } | "
     "b-vsi ]",
     bind_vsi, View::Vsi},

    {View::Vsi, kModelled, "pwsignal ldp", bind_pwsignal_ldp, View::VsiLdp},
    {View::Vsi, kPartial, "pwsignal bgp [ multi-homing ]", bind_other_signalling<VsiSignalling::Bgp>,
     View::BgpL2vpn},
    {View::Vsi, kPartial, "bgp-ad", bind_other_signalling<VsiSignalling::BgpAd>, View::BgpL2vpn},

    {View::Vsi, kModelled, "encapsulation { ethernet | vlan }", bind_encapsulation},
    {View::Vsi, kIrrelevant, "[ undo ] encapsulation rfc4761-compatible"},
    {View::Vsi, kModelled, "undo encapsulation [ ethernet | vlan ]", bind_undo_encapsulation},
    {View::Vsi, kModelled, "undo mtu", bind_undo_mtu},
    {View::Vsi, kModelled, "undo tnl-policy", bind_undo_tunnel_policy},
    {View::Vsi, kModelled, "mtu <mtu:328-65535>", bind_mtu},
    {View::Vsi, kModelled, "tnl-policy <policy:ref(tunnel-policy)(1-39)>", bind_tunnel_policy},
    {View::Vsi, kModelled, "shutdown", bind_flag<&Vsi::shutdown, true>},
    {View::Vsi, kModelled, "undo shutdown", bind_flag<&Vsi::shutdown, false>},
    {View::Vsi, kModelled, "admin-vsi", bind_flag<&Vsi::is_admin, true>},
    {View::Vsi, kModelled, "undo admin-vsi", bind_flag<&Vsi::is_admin, false>},
    {View::Vsi, kPartial, "undo track admin-vsi"},
    {View::Vsi, kPartial, "track admin-vsi <name:ref(vsi)(1-31)>"},
    {View::Vsi, kModelled, "ignore-ac-state", bind_flag<&Vsi::ignore_ac_state, true>},
    {View::Vsi, kModelled, "undo ignore-ac-state", bind_flag<&Vsi::ignore_ac_state, false>},
    {View::Vsi, kModelled, "isolate spoken [ include-multicast ]", bind_flag<&Vsi::isolate_spoken, true>},
    {View::Vsi, kModelled, "undo isolate spoken", bind_flag<&Vsi::isolate_spoken, false>},
    {View::Vsi, kModelled, "isolate hub-ac hub-pw", bind_flag<&Vsi::isolate_hub, true>},
    {View::Vsi, kModelled, "undo isolate hub-ac hub-pw", bind_flag<&Vsi::isolate_hub, false>},
    {View::Vsi, kPartial, "[ undo ] response-ac-state"},

    {View::Vsi, kModelled, "mac-withdraw enable", bind_flag<&Vsi::mac_withdraw, true>},
    {View::Vsi, kModelled, "undo mac-withdraw enable", bind_flag<&Vsi::mac_withdraw, false>},
    {View::Vsi, kModelled, "mac-withdraw propagate enable", bind_propagate<true>},
    {View::Vsi, kModelled, "undo mac-withdraw propagate enable", bind_propagate<false>},
    {View::Vsi, kIrrelevant, "[ undo ] mac-withdraw bd <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] mac-withdraw bd-status down disable"},
    {View::Vsi, kModelled, "interface-status-change [ down ] mac-withdraw enable",
     bind_flag<&Vsi::interface_status_change, true>},
    {View::Vsi, kIrrelevant, "[ undo ] interface-status-change up mac-withdraw enable"},
    {View::Vsi, kModelled, "undo interface-status-change [ down ] mac-withdraw enable",
     bind_flag<&Vsi::interface_status_change, false>},
    {View::Vsi, kIrrelevant, "[ undo ] pw-redundancy mac-withdraw rfc-compatible"},
    {View::Vsi, kIrrelevant, "vrrp-backup mac-withdraw retry-interval <seconds>"},
    {View::Vsi, kIrrelevant, "[ undo ] local-mac remove { all-but-mine | all-from-me }"},

    {View::Vsi, kIrrelevant, "[ undo ] p2p-vsi enable"},
    {View::Vsi, kIrrelevant, "[ undo ] mac-address <more:rest>"},
    {View::Vsi, kIrrelevant, "mac-learn-style { qualify | unqualify }"},
    {View::Vsi, kIrrelevant, "[ undo ] mac-learning { enable | disable }"},
    {View::Vsi, kIrrelevant, "[ undo ] mac-limit <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] unknown-frame <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] unknown-unicast-suppression <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] multicast-suppression <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] broadcast-suppression <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] suppression { inbound | outbound } enable"},
    {View::Vsi, kIrrelevant, "[ undo ] traffic-statistics <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] l2-multicast <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] mpls vpls convergence separate enable"},
    {View::Vsi, kIrrelevant, "[ undo ] vpls-multicast fast-switch enable"},
    {View::Vsi, kIrrelevant, "e-tree { static | dynamic }", nullptr, View::BgpL2vpn},
    {View::Vsi, kIrrelevant, "inclusive-provider-tunnel", nullptr, View::BgpL2vpn},

    {View::Vsi, kPartial, "pbb binding b-vsi <name:ref(vsi)(1-31)>"},
    {View::Vsi, kIrrelevant, "pbb { i-tag | backbone-source-mac | backbone-destination-mac } <more:rest>"},
    {View::Vsi, kIrrelevant, "[ undo ] pbb { i-vsi | b-vsi } enable"},
    {View::Vsi, kIrrelevant, "pbb service-type p2p"},
    {View::Vsi, kIrrelevant, "[ undo ] pbb mac-withdraw mac-opt-compatible"},

    {View::System, kIrrelevant, "[ undo ] mpls vpls convergence separate enable"},
    {View::System, kIrrelevant, "[ undo ] mpls vpls-ldp fast-switch enable"},
    {View::System, kIrrelevant, "[ undo ] mpls pw static source-tunnel check disable"},
    {View::System, kIrrelevant, "[ undo ] vpls-pruning-mode tm-switch enable"},
};

}  // namespace

std::span<const Command> vsi_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
