// PW templates, PW APS groups, and the MPLS-L2VPN view.
// Source: command reference, VPWS and VPLS.

#include <algorithm>

#include "importers/vrp/commands/l2vpn_words.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

void bind_template(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<PwTemplate>& all = context.device().pw_templates;
  const auto known = std::ranges::find(all, **name, &PwTemplate::name);
  context.describes(static_cast<std::size_t>(known - all.begin()));
  if (known != all.end()) return;
  PwTemplate made;
  made.name = **name;
  made.where = context.line();
  all.push_back(std::move(made));
}

void bind_peer(Context& context, const Match& match) {
  context.pw_template().peer = context.ipv4(match, "peer");
}

void bind_control_word(Context& context, const Match&) {
  context.pw_template().control_word = context.fact(true);
}

void bind_mtu(Context& context, const Match& match) {
  context.pw_template().mtu = context.number(match, "mtu");
}

void bind_policy(Context& context, const Match& match) {
  context.pw_template().tunnel_policy = context.name(match, "policy");
}

void bind_flow_label(Context& context, const Match& match) {
  context.pw_template().flow_label = flow_label(context, match);
}

template <MaybeFact<std::uint32_t> TdmOptions::*field>
void bind_tdm_number(Context& context, const Match& match) {
  context.pw_template().tdm.ensure().*field = context.number(match, "value");
}

template <MaybeFact<bool> TdmOptions::*field>
void bind_tdm_flag(Context& context, const Match&) {
  context.pw_template().tdm.ensure().*field = context.fact(true);
}

template <auto field>
void bind_undo(Context& context, const Match&) {
  (context.pw_template().*field).reset();
}

template <auto field>
void bind_undo_tdm(Context& context, const Match&) {
  (context.pw_template().tdm.ensure().*field).reset();
}

template <auto field>
void bind_undo_atm(Context& context, const Match&) {
  (context.pw_template().atm.ensure().*field).reset();
}

void bind_idle_code(Context& context, const Match& match) {
  context.pw_template().tdm.ensure().idle_code = hex_number(context, match, "value");
}

template <MaybeFact<std::uint32_t> AtmOptions::*field>
void bind_atm_number(Context& context, const Match& match) {
  context.pw_template().atm.ensure().*field = context.number(match, "value");
}

void bind_sequence_number(Context& context, const Match&) {
  context.pw_template().atm.ensure().sequence_number = context.fact(true);
}

template <Fact<bool> Mpls::*flag, bool value>
void bind_mpls_flag(Context& context, const Match&) {
  context.device().mpls.*flag = context.fact(value);
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "pw-template <name:def(pw-template)(1-19)>", bind_template, View::PwTemplate},
    {View::PwTemplate, kModelled, "peer-address <peer:ip4>", bind_peer},
    {View::PwTemplate, kModelled, "control-word", bind_control_word},
    {View::PwTemplate, kModelled, "undo control-word", bind_undo<&PwTemplate::control_word>},
    {View::PwTemplate, kModelled, "mtu <mtu:46-9600>", bind_mtu},
    {View::PwTemplate, kModelled, "tnl-policy <policy:ref(tunnel-policy)(1-39)>", bind_policy},
    {View::PwTemplate, kModelled, "flow-label { both | send | receive } [ static ]", bind_flow_label},
    {View::PwTemplate, kModelled, "jitter-buffer depth <value:1-64>",
     bind_tdm_number<&TdmOptions::jitter_buffer>},
    {View::PwTemplate, kModelled, "jitter-buffer-cep depth <value:125-16000>",
     bind_tdm_number<&TdmOptions::jitter_buffer>},
    {View::PwTemplate, kModelled, "tdm-encapsulation-number <value:1-40>",
     bind_tdm_number<&TdmOptions::encapsulation_number>},
    {View::PwTemplate, kModelled, "rtp-header", bind_tdm_flag<&TdmOptions::rtp_header>},
    {View::PwTemplate, kModelled, "idle-code <value:hex>", bind_idle_code},
    {View::PwTemplate, kModelled, "payload-compression dba uneq",
     bind_tdm_flag<&TdmOptions::payload_compression>},
    {View::PwTemplate, kModelled, "cc seq-number", bind_sequence_number},
    {View::PwTemplate, kModelled, "max-atm-cells <value:1-28>", bind_atm_number<&AtmOptions::max_cells>},
    {View::PwTemplate, kModelled, "transmit-atm-cells <value:1-28>",
     bind_atm_number<&AtmOptions::transmit_cells>},
    {View::PwTemplate, kModelled, "atm-pack-overtime <value:100-10000>",
     bind_atm_number<&AtmOptions::pack_overtime>},
    {View::PwTemplate, kPartial,
     "bfd-detect [ detect-multiplier <multiplier:3-50> | min-rx-interval <rx:3-20000> | min-tx-interval "
     "<tx:3-20000> ] *"},

    {View::PwTemplate, kModelled, "undo peer-address", bind_undo<&PwTemplate::peer>},
    {View::PwTemplate, kModelled, "undo mtu", bind_undo<&PwTemplate::mtu>},
    {View::PwTemplate, kModelled, "undo tnl-policy", bind_undo<&PwTemplate::tunnel_policy>},
    {View::PwTemplate, kModelled, "undo flow-label [ { both | send | receive } [ static ] ]",
     bind_undo<&PwTemplate::flow_label>},
    {View::PwTemplate, kModelled, "undo { jitter-buffer | jitter-buffer-cep } depth",
     bind_undo_tdm<&TdmOptions::jitter_buffer>},
    {View::PwTemplate, kModelled, "undo tdm-encapsulation-number",
     bind_undo_tdm<&TdmOptions::encapsulation_number>},
    {View::PwTemplate, kModelled, "undo rtp-header", bind_undo_tdm<&TdmOptions::rtp_header>},
    {View::PwTemplate, kModelled, "undo idle-code", bind_undo_tdm<&TdmOptions::idle_code>},
    {View::PwTemplate, kModelled, "undo payload-compression dba",
     bind_undo_tdm<&TdmOptions::payload_compression>},
    {View::PwTemplate, kModelled, "undo cc seq-number", bind_undo_atm<&AtmOptions::sequence_number>},
    {View::PwTemplate, kModelled, "undo max-atm-cells", bind_undo_atm<&AtmOptions::max_cells>},
    {View::PwTemplate, kModelled, "undo transmit-atm-cells", bind_undo_atm<&AtmOptions::transmit_cells>},
    {View::PwTemplate, kModelled, "undo atm-pack-overtime", bind_undo_atm<&AtmOptions::pack_overtime>},
    {View::PwTemplate, kPartial, "undo bfd-detect [ <more:rest> ]"},

    {View::System, kPartial, "pw-aps <id> [ frr ]", nullptr, View::MplsOther},
    {View::MplsOther, kPartial, "remote-aps <id>"},
    {View::MplsOther, kPartial, "role { master | slave }"},
    {View::MplsOther, kPartial, "operation-type { non-revertive | revertive }"},
    {View::MplsOther, kPartial,
     "protect-switch { clear | force | lock | manual | manual-to-work | "
     "manual-to-protect }"},
    {View::MplsOther, kIrrelevant, "holdoff <value>"},
    {View::MplsOther, kIrrelevant, "wtr <value>"},

    {View::System, kModelled, "mpls l2vpn", bind_mpls_flag<&Mpls::l2vpn, true>, View::L2vpn},
    {View::System, kModelled, "undo mpls l2vpn", bind_mpls_flag<&Mpls::l2vpn, false>},
    {View::L2vpn, kModelled, "mpls l2vpn default martini", bind_mpls_flag<&Mpls::l2vpn_martini, true>},
    {View::L2vpn, kModelled, "undo mpls l2vpn default martini", bind_mpls_flag<&Mpls::l2vpn_martini, false>},
    {View::L2vpn, kModelled, "mpls l2vpn auto-create-session",
     bind_mpls_flag<&Mpls::auto_create_session, true>},
    {View::L2vpn, kModelled, "undo mpls l2vpn auto-create-session",
     bind_mpls_flag<&Mpls::auto_create_session, false>},
    {View::L2vpn, kModelled, "vpls ignore-ac-state", bind_mpls_flag<&Mpls::vpls_ignore_ac_state, true>},
    {View::L2vpn, kModelled, "undo vpls ignore-ac-state", bind_mpls_flag<&Mpls::vpls_ignore_ac_state, false>},
    {View::L2vpn, kIrrelevant,
     "undo { vpls { mac-withdraw | p2mp } | mpls l2vpn { ignore-te-oam-state | no-request-message | vccv } | "
     "bgp-vpn | default-martini | peer | monitor-group } [ <more:rest> ]"},
    {View::L2vpn, kIrrelevant, "vpls mac-withdraw loop-detect enable"},
    {View::L2vpn, kIrrelevant, "vpls p2mp group-select ldp enable"},
    {View::L2vpn, kPartial, "mpls l2vpn ignore-te-oam-state"},
    {View::L2vpn, kIrrelevant, "mpls l2vpn no-request-message peer <peer:ip4>"},
    {View::L2vpn, kIrrelevant, "mpls l2vpn vccv bfd-cv-negotiation <more:rest>"},
    {View::L2vpn, kIrrelevant, "bgp-vpn label-block-size <size>"},
    {View::L2vpn, kIrrelevant, "default-martini { enable | disable }"},
    {View::L2vpn, kIrrelevant, "peer <peer:ip4>", nullptr, View::L2vpn},
    {View::L2vpn, kPartial, "monitor-group <name:text(1-31)>", nullptr, View::MplsOther},
    {View::MplsOther, kPartial,
     "binding pw ldp vsi <vsi:ref(vsi)(1-31)> peer <peer:ip4> pw-id <id> encapsulation { vlan | ethernet }"},
    {View::MplsOther, kIrrelevant, "binding-pw-up trigger unblock-delay <delay>"},
    {View::MplsOther, kIrrelevant, "trigger unblock-delay <delay>"},
    {View::MplsOther, kPartial, "monitor enable"},
};

}  // namespace

std::span<const Command> pw_template_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
