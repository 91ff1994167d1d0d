// Tunnel interfaces and what MPLS TE says on links.
// Source: command reference, VPN tunnel management and MPLS TE.

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

TunnelSettings& tunnel(Context& context) {
  Interface& interface = context.interface();
  if (!interface.tunnel) interface.tunnel.ensure() = new_tunnel(interface.where);
  return interface.tunnel.ensure();
}

void bind_protocol(Context& context, const Match& match) {
  TunnelProtocol protocol = TunnelProtocol::Other;
  if (match.has("mpls")) protocol = TunnelProtocol::MplsTe;
  if (match.has("gre")) protocol = TunnelProtocol::Gre;
  if (match.has("none")) protocol = TunnelProtocol::None;
  tunnel(context).protocol = context.fact(protocol);
}

void bind_destination(Context& context, const Match& match) {
  tunnel(context).destination = context.ip_address(match, "address");
}

void bind_undo_protocol(Context& context, const Match&) {
  tunnel(context).protocol = new_tunnel(context.interface().where).protocol;
}

void bind_undo_destination(Context& context, const Match&) {
  tunnel(context).destination.reset();
}

void bind_source(Context& context, const Match& match) {
  if (context.interface().kind != InterfaceKind::Tunnel) return;
  auto source = context.interface_name(match, "interface");
  tunnel(context).source = source ? source : context.name(match, "address");
}

void bind_tunnel_id(Context& context, const Match& match) {
  tunnel(context).tunnel_id = context.number(match, "id");
}

void bind_signalling(Context& context, const Match& match) {
  for (const char* word : {"rsvp-te", "cr-static", "static", "segment-routing"}) {
    if (const Capture* found = match.find_word(word)) {
      tunnel(context).signal_protocol = context.fact(std::string(word), match, *found);
    }
  }
}

void bind_path(Context& context, const Match& match) {
  TunnelSettings& settings = tunnel(context);
  (match.has("secondary") ? settings.secondary_explicit_path : settings.explicit_path) =
      context.name(match, "path");
}

void bind_undo_path(Context& context, const Match& match) {
  TunnelSettings& settings = tunnel(context);
  (match.has("secondary") ? settings.secondary_explicit_path : settings.explicit_path).reset();
}

template <Fact<bool> TunnelSettings::*flag, bool value>
void bind_flag(Context& context, const Match&) {
  tunnel(context).*flag = context.fact(value);
}

void bind_protection(Context& context, const Match& match) {
  tunnel(context).protection_tunnel = context.number(match, "id");
}

constexpr Command kCommands[] = {
    {View::Interface, kModelled,
     "tunnel-protocol { mpls te | ipv6-ipv4 [ 6to4 | 6rd ] | gre [ ipv6 | p2mp ] | none | ipsec | ipv4-ipv6 "
     "}",
     bind_protocol},
    {View::Interface, kModelled, "destination [ vpn-instance <vpn:ref(vpn-instance)(1-31)> ] <address:ip>",
     bind_destination},
    {View::Interface, kModelled, "undo tunnel-protocol", bind_undo_protocol},
    {View::Interface, kModelled, "undo destination", bind_undo_destination},
    {View::Interface, kModelled, "source { <address:ip> | <interface:interface> }", bind_source},
    {View::Interface, kIrrelevant, "tunnel { ipv4-ipv6 | pathmtu } <more:rest>"},
    {View::Interface, kModelled, "mpls te tunnel-id <id:1-65535>", bind_tunnel_id},
    {View::Interface, kModelled, "mpls te signal-protocol { rsvp-te | cr-static | static | segment-routing }",
     bind_signalling},
    {View::Interface, kModelled, "mpls te path explicit-path <path:ref(explicit-path)(1-128)> [ secondary ]",
     bind_path},
    {View::Interface, kModelled, "undo mpls te path explicit-path [ secondary ]", bind_undo_path},
    {View::Interface, kModelled,
     "mpls te backup hot-standby [ { mode { revertive [ wtr <wtr> ] | non-revertive } | wtr <wtr> } | "
     "dynamic-bandwidth | overlap-path ] *",
     bind_flag<&TunnelSettings::hot_standby, true>},
    {View::Interface, kModelled, "undo mpls te backup hot-standby",
     bind_flag<&TunnelSettings::hot_standby, false>},
    {View::Interface, kModelled, "mpls te backup ordinary [ best-effort ]",
     bind_flag<&TunnelSettings::ordinary_backup, true>},
    {View::Interface, kModelled, "undo mpls te backup ordinary",
     bind_flag<&TunnelSettings::ordinary_backup, false>},
    {View::Interface, kPartial, "[ undo ] mpls te backup frr-in-use"},
    {View::Interface, kModelled, "mpls te reserved-for-binding",
     bind_flag<&TunnelSettings::reserved_for_binding, true>},
    {View::Interface, kModelled, "undo mpls te reserved-for-binding",
     bind_flag<&TunnelSettings::reserved_for_binding, false>},
    {View::Interface, kModelled,
     "mpls te protection tunnel <id> [ holdoff <holdoff> | mode { non-revertive | revertive [ wtr <wtr> ] } "
     "] *",
     bind_protection},

    // What bounds the paths that a tunnel may take, or lends it to others
    {View::Interface, kPartial,
     "[ undo ] mpls te { affinity | bandwidth | bypass-tunnel | protected-interface | detour | fast-reroute "
     "| "
     "hop-limit | "
     "igp | bidirectional | binding | passive-tunnel | reverse-lsp | split-tunnel | original-tunnel } [ "
     "<more:rest> ]"},
    {View::Interface, kPartial,
     "[ undo ] mpls te { link administrative group | srlg | protect-switch } <more:rest>"},
    {View::Interface, kPartial, "mpls te metric { <metric:1-16777215> | inherit-igp }"},
    {View::Interface, kPartial, "[ undo ] mpls te lock"},
    {View::Interface, kPartial, "mpls te cspf { disable | disjoint | path-selection adjacency-sid }"},

    {View::Interface, kIrrelevant,
     "mpls te path { metric-type { igp | te } | verification { disable | enable } }"},
    {View::Interface, kIrrelevant,
     "[ undo ] mpls te { auto-bandwidth | auto-frr | bfd | binding-sid | bit-error-detection | "
     "bypass-attributes | "
     "commit | "
     "entropy-label | frr-switch | inter-area | leaf-list | lsp-tp | p2mp-mode | p2mp-te | pce | priority | "
     "record-route | reoptimization | reroute | resv-style | self-ping | service-class | signalled | "
     "soft-preemption | tie-breaking | timer } [ <more:rest> ]"},
    {View::Interface, kPartial,
     "[ undo ] te { bandwidth | link administrative group | metric | srlg } <more:rest>"},
    {View::Interface, kPartial,
     "undo mpls te { metric | cspf | path | protection | tunnel-id | signal-protocol } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "te link-attribute-application { flex-algo | <application> }", nullptr,
     View::MplsOther},
    {View::MplsOther, kIrrelevant, "{ link administrative group | metric | srlg } <more:rest>"},
    {View::Interface, kPartial, "hotstandby-switch { clear | force }"},
};

}  // namespace

std::span<const Command> tunnel_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
