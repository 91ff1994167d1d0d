// Pseudowires whose attachment circuit is an interface: `mpls l2vc` and `mpls static-l2vc`, on ACs of all
// kinds, and what a PW is bound to. How the AC treats its PWs stands in vpws_ac.cpp. Source: command
// reference, VPWS.

#include <algorithm>

#include "importers/vrp/commands/l2vpn_words.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

// The PW of this role, and of this service where an AC carries several services; null if there is none.
Pw* find_pw(Interface& ac, PwRole role, const MaybeFact<std::string>& instance = {}) {
  const auto known = std::ranges::find_if(ac.pws, [&](const Pw& pw) {
    if (*pw.role != role || pw.instance_name.has_value() != instance.has_value()) return false;
    return !instance || **pw.instance_name == **instance;
  });
  return known == ac.pws.end() ? nullptr : &*known;
}

Fact<PwRole> role_of(const Context& context, const Match& match) {
  for (const auto& [word, role] :
       {std::pair{"secondary", PwRole::Secondary}, std::pair{"bypass", PwRole::Bypass},
        std::pair{"ac-bypass", PwRole::DualBypass}, std::pair{"admin", PwRole::Admin}}) {
    if (const Capture* found = match.find_word(word)) return context.fact(role, match, *found);
  }
  return context.fact(PwRole::Primary);
}

void take_tdm(Pw& pw, const Context& context, const Match& match) {
  TdmOptions tdm;
  tdm.jitter_buffer = context.number(match, "jitter");
  tdm.encapsulation_number = context.number(match, "frames");
  tdm.sequence_number = context.keyword(match, "tdm-sequence-number");
  tdm.rtp_header = context.keyword(match, "rtp-header");
  tdm.idle_code = hex_number(context, match, "idle");
  tdm.payload_compression = context.keyword(match, "payload-compression");
  if (tdm.jitter_buffer || tdm.encapsulation_number || tdm.sequence_number || tdm.rtp_header ||
      tdm.idle_code || tdm.payload_compression) {
    pw.tdm.ensure() = tdm;
  }
}

void take_atm(Pw& pw, const Context& context, const Match& match) {
  AtmOptions atm;
  atm.max_cells = context.number(match, "cells");
  atm.transmit_cells = context.number(match, "transmit-cells");
  atm.pack_overtime = context.number(match, "overtime");
  atm.sequence_number = context.keyword(match, "seq-number");
  if (atm.max_cells || atm.transmit_cells || atm.pack_overtime || atm.sequence_number) pw.atm.ensure() = atm;
}

template <class T>
void take(T& value, const std::optional<T>& given) {
  if (given) value = *given;
}

Pw read_pw(const Context& context, const Match& match) {
  Pw pw = new_pw(context.line());
  pw.role = role_of(context, match);
  pw.peer = context.ipv4(match, "peer");
  pw.vc_id = context.number(match, "vc-id");
  pw.pw_bypass_vc_id = context.number(match, "pw-bypass-id");
  pw.pw_template = context.name(match, "template");
  pw.tunnel_policy = context.name(match, "policy");
  pw.instance_name = context.name(match, "instance");
  pw.transmit_label = context.number(match, "transmit");
  pw.receive_label = context.number(match, "receive");
  if (match.has("static-l2vc")) pw.signalling = PwSignalling::Static;
  take(pw.vc_type, vc_type(context, match));
  take(pw.control_word, control_word(context, match));
  take(pw.access_port, context.keyword(match, "access-port"));
  take(pw.ignore_standby_state, context.keyword(match, "ignore-standby-state"));
  take_tdm(pw, context, match);
  take_atm(pw, context, match);
  return pw;
}

// What other lines bind to a PW.
void take_bindings(Pw& pw, Pw& from) {
  pw.admin_vrrp = std::move(from.admin_vrrp);
  pw.admin_vc_interface = from.admin_vc_interface;
  if (from.flow_label.configured()) pw.flow_label = from.flow_label;
}

// A second line for the same role replaces the first, but not what other lines bound to the PW.
void bind_pw(Context& context, const Match& match) {
  Pw pw = read_pw(context, match);
  Interface& ac = context.interface();
  if (Pw* known = find_pw(ac, *pw.role, pw.instance_name)) {
    take_bindings(pw, *known);
    *known = std::move(pw);
    return;
  }
  if (!pw.instance_name) {
    if (auto awaited = context.take_awaited_pw(*pw.role)) take_bindings(pw, *awaited);
  }
  ac.pws.push_back(std::move(pw));
}

void bind_undo_pw(Context& context, const Match& match) {
  const PwRole role = *role_of(context, match);
  const MaybeFact<std::string> instance = context.name(match, "instance");
  std::vector<Pw>& pws = context.interface().pws;
  if (const Pw* pw = find_pw(context.interface(), role, instance)) pws.erase(pws.begin() + (pw - pws.data()));
}

// Named by where it leads instead of its role.
void bind_undo_named_pw(Context& context, const Match& match) {
  const auto vc_id = context.number(match, "vc-id");
  const auto peer = context.ipv4(match, "peer");
  const auto name = context.name(match, "template");
  std::erase_if(context.interface().pws, [&](const Pw& pw) {
    return pw.vc_id && **pw.vc_id == **vc_id && (!peer || !pw.peer || **pw.peer == **peer) &&
           (!name || (pw.pw_template && **pw.pw_template == **name));
  });
}

// The PW that a line binds something to. Devices print such lines behind the one that makes the PW; edited
// texts may have them before it.
Pw& bound_pw(Context& context, PwRole role) {
  Pw* pw = find_pw(context.interface(), role);
  return pw != nullptr ? *pw : context.awaited_pw(role);
}

void bind_admin_vrrp(Context& context, const Match& match) {
  AdminVrrpBinding& binding = bound_pw(context, PwRole::Primary).admin_vrrp.ensure();
  binding.where = context.line();
  binding.interface = *context.interface_name(match, "interface");
  binding.vrid = *context.number(match, "vrid");
  binding.pw_redundancy = by_default(false, context.line());
  take(binding.pw_redundancy, context.keyword(match, "pw-redundancy"));
}

// Names no group; finish.cpp takes the primary's.
void bind_secondary_admin_vrrp(Context& context, const Match&) {
  bound_pw(context, PwRole::Secondary).admin_vrrp.ensure().where = context.line();
}

void bind_undo_admin_vrrp(Context& context, const Match& match) {
  bound_pw(context, *role_of(context, match)).admin_vrrp.reset();
}

void bind_admin_vc(Context& context, const Match& match) {
  bound_pw(context, *role_of(context, match)).admin_vc_interface = context.interface_name(match, "interface");
}

void bind_undo_admin_vc(Context& context, const Match& match) {
  bound_pw(context, *role_of(context, match)).admin_vc_interface.reset();
}

PwRole flow_label_role(const Match& match) {
  return match.has("secondary") ? PwRole::Secondary : PwRole::Primary;
}

void bind_undo_flow_label(Context& context, const Match& match) {
  Pw& pw = bound_pw(context, flow_label_role(match));
  pw.flow_label = new_pw(pw.where).flow_label;
}

void bind_flow_label(Context& context, const Match& match) {
  take(bound_pw(context, flow_label_role(match)).flow_label, flow_label(context, match));
}

// What follows the VC ID, on ACs of any kind.
#define HOLDFAST_VRP_PW_OPTIONS                                                                           \
  "{ control-word [ seq-number ] | no-control-word } | { raw | tagged | ip-interworking | ip-layer2 } | " \
  "tunnel-policy <policy:ref(tunnel-policy)(1-39)> | access-port | ignore-standby-state | "               \
  "max-atm-cells <cells:1-28> | atm-pack-overtime <overtime:100-10000> | transmit-atm-cells "             \
  "<transmit-cells:1-28> | { tdm-encapsulation-number | tdm-encapsulation } <frames:1-40> | "             \
  "tdm-sequence-number | { jitter-buffer <jitter:1-64> | jitter-buffer-cep <jitter:125-16000> } | "       \
  "rtp-header "                                                                                           \
  "[ private ] | idle-code <idle:hex> | payload-compression dba uneq"

constexpr Command kCommands[] = {
    {View::Interface, kModelled,
     "mpls l2vc [ instance-name <instance:text(1-31)> ] [ encapsulation { cesopsn-basic | satop-e1 } ] { "
     "<peer:ip4> | pw-template <template:ref(pw-template)(1-19)> } * <vc-id:1-4294967295> [ { secondary | "
     "bypass | admin } | " HOLDFAST_VRP_PW_OPTIONS " ] *",
     bind_pw},
    // Said twice in a published example; it says the same.
    {View::Interface, kModelled,
     "mpls l2vc { <peer:ip4> | pw-template <template:ref(pw-template)(1-19)> } * <vc-id:1-4294967295> "
     "secondary [ " HOLDFAST_VRP_PW_OPTIONS " ] * secondary",
     bind_pw},
    {View::Interface, kModelled,
     "mpls l2vc { <peer:ip4> | pw-template <template:ref(pw-template)(1-19)> } * ac-bypass "
     "<vc-id:1-4294967295> [ pw-bypass <pw-bypass-id:1-4294967295> ] [ " HOLDFAST_VRP_PW_OPTIONS " ] *",
     bind_pw},
    {View::Interface, kModelled,
     "mpls static-l2vc [ instance-name <instance:text(1-31)> ] { destination <peer:ip4> [ "
     "<vc-id:1-4294967295> ] | pw-template <template:ref(pw-template)(1-19)> [ <vc-id:1-4294967295> ] } * "
     "transmit-vpn-label <transmit:0-1048575> receive-vpn-label <receive:16-1048575> [ { secondary | bypass "
     "} "
     "| " HOLDFAST_VRP_PW_OPTIONS " ] *",
     bind_pw},
    {View::Interface, kModelled,
     "undo mpls { l2vc | static-l2vc } [ instance-name <instance:text(1-31)> ] [ secondary | bypass ]",
     bind_undo_pw},
    {View::Interface, kModelled,
     "undo mpls { l2vc | static-l2vc } [ instance-name <instance:text(1-31)> ] [ encapsulation { "
     "cesopsn-basic | "
     "satop-e1 } ] { [ destination ] <peer:ip4> | pw-template <template:text(1-19)> } * [ ac-bypass ] "
     "<vc-id:1-4294967295> [ <more:rest> ]",
     bind_undo_named_pw},
    {View::Interface, kModelled,
     "mpls l2vc track admin-vrrp interface <interface:interface> vrid <vrid:1-255> [ pw-redundancy ]",
     bind_admin_vrrp},
    {View::Interface, kModelled, "mpls l2vc track admin-vrrp secondary", bind_secondary_admin_vrrp},
    {View::Interface, kModelled, "undo mpls l2vc track admin-vrrp [ secondary ]", bind_undo_admin_vrrp},
    {View::Interface, kModelled, "undo mpls l2vc [ secondary | bypass ] track admin-vc", bind_undo_admin_vc},
    {View::Interface, kModelled,
     "mpls l2vc [ secondary | bypass ] track admin-vc interface <interface:interface>", bind_admin_vc},
    {View::Interface, kModelled, "mpls l2vpn flow-label { both | send | receive } [ secondary ] [ static ]",
     bind_flow_label},
    {View::Interface, kModelled,
     "undo mpls l2vpn flow-label [ both | send | receive ] [ secondary ] [ static ]", bind_undo_flow_label},
};

}  // namespace

std::span<const Command> vpws_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
