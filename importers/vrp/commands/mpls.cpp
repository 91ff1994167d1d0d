// MPLS as a whole: LSR ID, the MPLS view, what switches MPLS on interfaces on.
// Source: command reference, MPLS LDP and MPLS TE.

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

void bind_lsr_id(Context& context, const Match& match) {
  context.device().mpls.lsr_id = context.ipv4(match, "id");
}

template <Fact<bool> Mpls::*flag, bool value>
void bind_flag(Context& context, const Match&) {
  context.device().mpls.*flag = context.fact(value);
}

template <Fact<bool> Interface::*flag, bool value>
void bind_interface_flag(Context& context, const Match&) {
  context.interface().*flag = context.fact(value);
}

void bind_lsp_trigger(Context& context, const Match& match) {
  for (const char* word : {"all", "host", "none", "ip-prefix"}) {
    if (const Capture* found = match.find_word(word)) {
      context.device().mpls.lsp_trigger = context.fact(std::string(word), match, *found);
    }
  }
}

void bind_undo_lsp_trigger(Context& context, const Match&) {
  context.device().mpls.lsp_trigger.reset();
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "mpls lsr-id <id:ip4>", bind_lsr_id},
    {View::System, kModelled, "mpls", bind_flag<&Mpls::enabled, true>, View::Mpls},
    {View::System, kModelled, "undo mpls", bind_flag<&Mpls::enabled, false>},
    {View::System, kIrrelevant,
     "[ undo ] mpls { 6pe | ldp-srbe | load-balance | multistep | p2mp } <more:rest>"},
    {View::System, kIrrelevant, "mpls traffic-statistics", nullptr, View::MplsOther},
    {View::System, kIrrelevant, "mpls bgp vpn-instance <vpn:ref(vpn-instance)(1-31)>", nullptr,
     View::MplsOther},
    {View::System, kIrrelevant, "[ undo ] bit-error-detection level <more:rest>"},
    {View::Interface, kIrrelevant, "[ undo ] bit-error-detection [ <more:rest> ]"},
    {View::System, kIrrelevant, "[ undo ] flow-label hash-fields { l2 | l3 | l4 }"},
    {View::System, kIrrelevant, "interface-mtu check-mode <more:rest>"},

    {View::Mpls, kModelled, "mpls te", bind_flag<&Mpls::te, true>},
    {View::Mpls, kModelled, "undo mpls te", bind_flag<&Mpls::te, false>},
    {View::Mpls, kModelled, "mpls rsvp-te", bind_flag<&Mpls::rsvp_te, true>},
    {View::Mpls, kModelled, "undo mpls rsvp-te", bind_flag<&Mpls::rsvp_te, false>},
    {View::Mpls, kModelled, "lsp-trigger { all | host | none | ip-prefix <list:ref(ip-prefix)(1-169)> }",
     bind_lsp_trigger},
    {View::Ldp, kModelled, "lsp-trigger { all | host | none | ip-prefix <list:ref(ip-prefix)(1-169)> }",
     bind_lsp_trigger},
    {View::Mpls, kModelled, "undo lsp-trigger", bind_undo_lsp_trigger},
    {View::Ldp, kModelled, "undo lsp-trigger", bind_undo_lsp_trigger},
    {View::Mpls, kPartial,
     "lsp-trigger bgp-label-route [ ip-prefix <list:ref(ip-prefix)(1-169)> ] [ not-only-host ]"},
    {View::Mpls, kPartial, "lsp-trigger segment-routing-interworking best-effort host"},
    {View::Mpls, kPartial, "[ undo ] proxy-egress disable"},
    {View::Mpls, kPartial, "[ undo ] mpls te cspf"},
    {View::Mpls, kPartial, "[ undo ] mpls te auto-frr [ self-adapting ]"},
    {View::Mpls, kPartial, "[ undo ] mpls te path-selection overload"},
    {View::Mpls, kPartial, "[ undo ] mpls te srlg path-calculation [ strict | preferred ]"},
    {View::Mpls, kIrrelevant,
     "[ undo ] mpls te { auto-frr | bfd | cspf | ds-te | entropy-label | frr-switch-delay | manual-flooding "
     "| p2mp-te "
     "| "
     "path | pce | periodic-flooding | physical-interface | reoptimization | self-ping | soft-preemption | "
     "static-cr-lsp | suppress-flapping | switch-delay | tedb | tie-breaking | timer | ttl-mode } [ "
     "<more:rest> ]"},
    {View::Mpls, kPartial, "mpls rsvp-te peer <peer:ip4>", nullptr, View::MplsOther},
    {View::Mpls, kIrrelevant,
     "[ undo ] mpls rsvp-te { bfd | challenge-lost | fast-reroute-bandwidth | graceful-shutdown | hello | "
     "hello-lost "
     "| "
     "keep-multiplier | reliable-delivery | resv-rro | resvconfirm | retrans-timer | send-message | srefresh "
     "| "
     "timer } [ <more:rest> ]"},
    {View::Mpls, kIrrelevant,
     "[ undo ] mpls { bfd | bfd-option-tlv | bfd-trigger | bfd-trigger-tunnel | bfd-tunnel | bgp | ldp | lsp "
     "| mldp | "
     "path-mtu | sr } <more:rest>"},
    {View::Mpls, kIrrelevant, "[ undo ] mpls oam [ based-itu ]"},
    {View::Mpls, kIrrelevant,
     "mpls { autobypass-tunnel-number | autoprimary-tunnel-number | dynamic-label-number | ldp-lsp-number | "
     "mldp-branch-number | mldp-tree-number | outsegment-number | remote-adjacency-number | rsvp-lsp-number "
     "} "
     "threshold-alarm upper-limit <upper> lower-limit <lower>"},
    {View::Mpls, kIrrelevant, "undo { label | ftn | ttl | lsp-loopback } [ <more:rest> ]"},
    {View::Mpls, kIrrelevant, "label advertise { explicit-null | implicit-null | non-null }"},
    {View::Mpls, kIrrelevant, "ftn delay <delay>"},
    {View::Mpls, kIrrelevant, "ttl { expiration | propagate } <more:rest>"},
    {View::Mpls, kIrrelevant, "[ undo ] entropy-label { exp-mode | ttl-mode } { uniform | pipe }"},
    {View::Mpls, kIrrelevant, "[ undo ] entropy-label-capability enable"},
    {View::Mpls, kIrrelevant, "[ undo ] explicit-null-label { exp-mode | ttl-mode } { uniform | pipe }"},
    {View::Mpls, kIrrelevant, "lsp-loopback autoclear period <time>"},

    {View::Interface, kModelled, "mpls", bind_interface_flag<&Interface::mpls, true>},
    {View::Interface, kModelled, "undo mpls", bind_interface_flag<&Interface::mpls, false>},
    {View::Interface, kModelled, "mpls ldp", bind_interface_flag<&Interface::ldp, true>},
    {View::Interface, kModelled, "undo mpls ldp", bind_interface_flag<&Interface::ldp, false>},
    {View::Interface, kModelled, "mpls te", bind_interface_flag<&Interface::te, true>},
    {View::Interface, kModelled, "undo mpls te", bind_interface_flag<&Interface::te, false>},
    {View::Interface, kModelled, "mpls rsvp-te", bind_interface_flag<&Interface::rsvp_te, true>},
    {View::Interface, kModelled, "undo mpls rsvp-te", bind_interface_flag<&Interface::rsvp_te, false>},
    {View::Interface, kPartial,
     "mpls ldp { transport-address | local-lsr-id } { interface | <source:interface> }"},
    {View::Interface, kIrrelevant, "mpls ldp advertisement { du | dod }"},
    {View::Interface, kIrrelevant,
     "mpls ldp timer { hello-hold | hello-send | igp-sync-delay | keepalive-hold | keepalive-send } "
     "<seconds>"},
    {View::Interface, kPartial, "[ undo ] mpls rsvp-te authentication <more:rest>"},
    {View::Interface, kIrrelevant,
     "[ undo ] mpls rsvp-te { bfd | graceful-shutdown | hello | srefresh | timer } [ <more:rest> ]"},
    {View::Interface, kPartial,
     "undo mpls ldp { transport-address | local-lsr-id | advertisement | timer } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "undo mpls mtu"},
    {View::Interface, kIrrelevant, "mpls mtu <mtu:46-16352>"},
    {View::Interface, kIrrelevant, "[ undo ] mpls poison-reverse enable"},
    {View::Interface, kIrrelevant, "[ undo ] mpls mldp p2mp disable"},
};

}  // namespace

std::span<const Command> mpls_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
