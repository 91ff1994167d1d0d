// LDP: its view, its remote peers. `ipv4-family` stands in the same view here: its lines say the same there.
// Source: command reference, MPLS LDP.

#include <algorithm>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

template <Fact<bool> Mpls::*flag, bool value>
void bind_flag(Context& context, const Match&) {
  context.device().mpls.*flag = context.fact(value);
}

void bind_remote_peer(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<LdpRemotePeer>& peers = context.device().mpls.remote_peers;
  const auto known = std::ranges::find(peers, **name, &LdpRemotePeer::name);
  context.describes(static_cast<std::size_t>(known - peers.begin()));
  if (known == peers.end()) peers.push_back({**name, context.line(), {}, {}});
}

void bind_remote_ip(Context& context, const Match& match) {
  context.ldp_remote_peer().remote_ip = context.ipv4(match, "address");
}

void bind_undo_remote_ip(Context& context, const Match&) {
  context.ldp_remote_peer().remote_ip.reset();
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "mpls ldp", bind_flag<&Mpls::ldp, true>, View::Ldp},
    {View::System, kModelled, "undo mpls ldp", bind_flag<&Mpls::ldp, false>},
    {View::System, kModelled, "mpls ldp remote-peer <name:text(1-32)>", bind_remote_peer,
     View::LdpRemotePeer},
    {View::System, kIrrelevant, "mpls ldp vpn-instance <vpn:ref(vpn-instance)(1-31)>", nullptr,
     View::MplsOther},

    {View::LdpRemotePeer, kModelled, "remote-ip <address:ip4> [ pwe3 ]", bind_remote_ip},
    {View::LdpRemotePeer, kModelled, "undo remote-ip [ <address:ip4> ]", bind_undo_remote_ip},
    {View::LdpRemotePeer, kIrrelevant, "undo remote-ip pwe3"},
    {View::LdpRemotePeer, kIrrelevant, "[ undo ] remote-ip auto-dod-request [ block ]"},
    {View::LdpRemotePeer, kPartial, "undo mpls ldp { advertisement | local-lsr-id | timer } [ <more:rest> ]"},
    {View::LdpRemotePeer, kIrrelevant, "mpls ldp advertisement { du | dod }"},
    {View::LdpRemotePeer, kPartial, "mpls ldp local-lsr-id <source:interface>"},
    {View::LdpRemotePeer, kIrrelevant,
     "mpls ldp timer { hello-hold | hello-send | igp-sync-delay | keepalive-hold | keepalive-send } "
     "<seconds>"},
    {View::LdpRemotePeer, kIrrelevant, "description <text:rest>"},

    {View::Ldp, kModelled, "accept target-hello all", bind_flag<&Mpls::accept_target_hello, true>},
    {View::Ldp, kPartial, "accept target-hello peer-group ip-prefix <list:ref(ip-prefix)(1-169)>",
     bind_flag<&Mpls::accept_target_hello, true>},
    {View::Ldp, kModelled, "undo accept target-hello", bind_flag<&Mpls::accept_target_hello, false>},
    {View::Ldp, kModelled, "longest-match", bind_flag<&Mpls::longest_match, true>},
    {View::Ldp, kModelled, "undo longest-match", bind_flag<&Mpls::longest_match, false>},
    {View::Ldp, kIrrelevant, "ipv4-family", nullptr, View::Ldp},
    {View::Ldp, kPartial, "lsr-id <id:ip4>"},
    {View::Ldp, kPartial,
     "{ inbound | outbound } peer { <peer:ip4> | peer-group <group> | all } { fec | bgp-label-route } "
     "<more:rest>"},
    {View::Ldp, kPartial, "outbound peer { <peer:ip4> | all } split-horizon"},
    {View::Ldp, kPartial, "propagate mapping for ip-prefix <list:ref(ip-prefix)(1-169)>"},
    {View::Ldp, kIrrelevant, "propagate mapping unknown-tlv disable"},
    {View::Ldp, kPartial, "authentication { exclude | key-chain } <more:rest>"},
    {View::Ldp, kPartial,
     "md5-password { plain | cipher } { all | peer-group <group> | <peer:ip4> } <key:secret>"},
    {View::Ldp, kPartial, "label distribution control-mode { ordered | independent }"},
    {View::Ldp, kPartial, "session protection [ peer-group <group> ] [ duration { infinite | <seconds> } ]"},
    {View::Ldp, kPartial, "ecmp-frr-coexist enable"},
    {View::Ldp, kPartial,
     "auto-frr lsp-trigger { none | host | all | ip-prefix <list:ref(ip-prefix)(1-169)> }"},
    {View::Ldp, kIrrelevant, "backoff timer <first> <most>"},
    {View::Ldp, kIrrelevant, "bit-error-detection level <level>"},
    {View::Ldp, kIrrelevant, "capability-announcement"},
    {View::Ldp, kIrrelevant, "entropy-label { enable | negotiate } [ <more:rest> ]"},
    {View::Ldp, kIrrelevant, "graceful-delete [ timer <seconds> ]"},
    {View::Ldp, kIrrelevant,
     "graceful-restart [ timer { neighbor-liveness | reconnect | recovery } <seconds> ]"},
    {View::Ldp, kIrrelevant, "igp-sync-delay timer <seconds>"},
    {View::Ldp, kIrrelevant, "loop-detect"},
    {View::Ldp, kIrrelevant,
     "mldp { label-withdraw-delay | make-before-break | p2mp | p2mp-lsp | recursive-fec | reoptimize } [ "
     "<more:rest> ]"},
    {View::Ldp, kIrrelevant, "mtu-signalling [ apply-tlv ]"},
    {View::Ldp, kIrrelevant, "no-renegotiate session-parameter-change graceful-restart"},
    {View::Ldp, kIrrelevant, "protocol-packets suppress disable"},
    {View::Ldp, kIrrelevant, "remote-peer { auto-dod-request | pwe3 }"},
    {View::Ldp, kIrrelevant, "send-message address all-loopback"},
    {View::Ldp, kIrrelevant, "session-state-trap { public-only | remote-lfa-disable }"},
    {View::Ldp, kPartial,
     "undo { lsr-id | inbound | outbound | propagate | authentication | md5-password | label | session | "
     "ecmp-frr-coexist | auto-frr } [ <more:rest> ]"},
    {View::Ldp, kIrrelevant,
     "undo { backoff | bit-error-detection | capability-announcement | entropy-label | graceful-delete | "
     "graceful-restart | igp-sync-delay | ipv4-family | loop-detect | mldp | mtu-signalling | no-renegotiate "
     "| "
     "protocol-packets | remote-peer | send-message | session-state-trap | timer } [ <more:rest> ]"},
    {View::Ldp, kIrrelevant, "timer auto-remote keepalive-hold <seconds>"},
};

}  // namespace

std::span<const Command> ldp_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
