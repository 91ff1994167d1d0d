// Static BFD sessions: `bfd`, `bfd NAME bind …` and the session view. Source: command reference, chapter BFD;
// "Configuring PW Status Negotiation" for older releases.

#include <algorithm>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"
#include "importers/vrp/session_names.h"

namespace holdfast::vrp {
namespace {

BfdSession& open_session(Context& context, const Match& match) {
  std::vector<BfdSession>& sessions = context.device().bfd_sessions;
  const auto name = context.name(match, "session");
  auto at = std::ranges::find_if(sessions,
                                 [&](const auto& known) { return same_session_name(known.name, **name); });
  if (at == sessions.end()) {
    at = sessions.insert(sessions.end(), new_bfd_session(**name, context.line()));
  }
  context.describes(static_cast<std::size_t>(at - sessions.begin()));
  return *at;
}

void bind_session(Context& context, const Match& match) {
  open_session(context, match);
}

void forget_session(Context& context, const Match& match) {
  const std::string_view name = match.text("session").value_or("");
  std::erase_if(context.device().bfd_sessions,
                [&](const auto& known) { return same_session_name(known.name, name); });
  std::erase_if(context.device().names, [&](const NameUse& use) {
    return use.kind == NameKind::BfdSession && use.definition && same_session_name(use.name, name);
  });
}

// What all kinds of session may name, by one parameter name each.
BfdSession& bind_session_to(Context& context, const Match& match, BfdTarget target) {
  BfdSession& session = open_session(context, match);
  session.target = target;
  if (const auto peer = context.ip_address(match, "peer")) session.peer = *peer;
  if (const auto source = context.ip_address(match, "source")) session.source = *source;
  if (const auto far = context.ip_address(match, "remote_peer")) session.remote_end = *far;
  if (auto port = context.interface_name(match, "interface")) session.interface = std::move(*port);
  if (auto tracked = context.interface_name(match, "tracked"))
    session.tracked_interface = std::move(*tracked);
  if (auto vpn = context.name(match, "vpn")) session.vpn_instance = std::move(*vpn);
  if (auto vsi = context.name(match, "vsi")) session.vsi = std::move(*vsi);
  if (auto nexthop = context.name(match, "nexthop")) session.nexthop = std::move(*nexthop);
  if (const auto vc = context.number(match, "VC_ID")) session.vc_id = *vc;
  if (const auto on = context.keyword(match, "auto")) session.automatic = *on;
  if (const auto on = context.keyword(match, "secondary")) session.secondary_pw = *on;
  if (const auto on = context.keyword(match, "default-ip")) session.multicast_peer = *on;
  if (const auto on = context.keyword(match, "one-arm-echo")) session.one_arm_echo = *on;
  return session;
}

template <BfdTarget Target>
void bind_to(Context& context, const Match& match) {
  bind_session_to(context, match, Target);
}

// The device makes a session for each member and chooses their discriminators.
void bind_to_link_bundle(Context& context, const Match& match) {
  bind_session_to(context, match, BfdTarget::PeerIp).automatic = inferred(true, context.line());
}

// The tunnel as a whole, or with `te-lsp` its LSP.
void bind_to_te(Context& context, const Match& match) {
  bind_session_to(context, match, match.has("te-lsp") ? BfdTarget::TeLsp : BfdTarget::TeTunnel);
}

// A VPWS PW is found by its AC; what `remote-peer` names is its far end, with or without switching.
void bind_to_pw(Context& context, const Match& match) {
  BfdSession& session = bind_session_to(context, match, BfdTarget::Pw);
  if (!session.peer) session.peer = session.remote_end;
}

void bind_discriminator(Context& context, const Match& match) {
  BfdSession& session = context.bfd_session();
  if (const auto local = context.number(match, "local")) session.local_discriminator = *local;
  if (const auto remote = context.number(match, "remote")) session.remote_discriminator = *remote;
}

template <auto Field>
constexpr Binder kSet = set_number<bfd_session_of, Field>;
template <auto Field>
constexpr Binder kOn = set<bfd_session_of, Field, true>;
template <auto Field>
constexpr Binder kRestore = restore<bfd_session_of, Field>;
template <auto Field>
constexpr Binder kClear = clear<bfd_session_of, Field>;

constexpr View kOpens = View::BfdSession;

constexpr Command kCommands[] = {
    {View::System, kModelled, "bfd", set<device_of, &Device::bfd, true>, View::Bfd},
    {View::System, kModelled, "undo bfd", set<device_of, &Device::bfd, false>},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind peer-ip <peer:ip4> [ vpn-instance "
     "<vpn:ref(vpn-instance)> ] "
     "[ interface <interface:interface> | source-ip <source:ip4> | select-board <slot> [ <slot> ] | "
     "track-interface { interface <tracked:interface> | controller <controller:interface> } | auto | group | "
     "one-arm-echo | destination-ip <destination:ip4> ] *",
     bind_to<BfdTarget::PeerIp>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind peer-ipv6 <peer:ip6> [ vpn-instance "
     "<vpn:ref(vpn-instance)> "
     "] "
     "[ interface <interface:interface> | source-ipv6 <source:ip6> | select-board <slot> [ <slot> ] | "
     "track-interface { interface <tracked:interface> | controller <controller:interface> } | auto | group | "
     "one-arm-echo | destination-ipv6 <destination:ip6> ] *",
     bind_to<BfdTarget::PeerIp>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind peer-ip default-ip interface "
     "<interface:interface> "
     "[ source-ip <source:ip4> ]",
     bind_to<BfdTarget::Interface>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind peer-ip default-ip vsi <vsi:ref(vsi)> "
     "peer <peer:ip4> "
     "[ vc-id <VC_ID:1-4294967295> ]",
     bind_to<BfdTarget::VsiPw>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind link-bundle [ compatible-mode ] "
     "{ peer-ip <peer:ip4> | peer-ipv6 <peer:ip6> } [ vpn-instance <vpn:ref(vpn-instance)> ] "
     "interface <interface:interface> { source-ip <source:ip4> | source-ipv6 <source:ip6> } "
     "[ unshared-mode ]",
     bind_to_link_bundle, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind ldp-lsp peer-ip <peer:ip4> [ nexthop "
     "<nexthop:ip4> "
     "[ interface <interface:interface> ] ] [ auto ]",
     bind_to<BfdTarget::LdpLsp>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind static-lsp <LSP_name> [ one-arm-echo ]",
     bind_to<BfdTarget::StaticLsp>, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind mpls-te interface <interface:interface> [ "
     "te-lsp [ backup ] "
     "] "
     "[ reverse-te lsr-id <LSR_ID:ip4> tunnel-id <tunnel_ID:0-65535> auto | one-arm-echo | "
     "select-board <slot> | group ] *",
     bind_to_te, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind pw interface <interface:interface> [ "
     "secondary | "
     "remote-peer <remote_peer:ip4> pw-ttl { auto-calculate | <TTL:1-255> } | select-board <slot> | "
     "track-interface [ interface <tracked:interface> | controller <controller:interface> ] | group ] *",
     bind_to_pw, kOpens},
    {View::System, kModelled,
     "bfd <session:def(bfd-session)(limit(bfd-session-name))> bind { pw | vsi-pw } vsi <vsi:ref(vsi)> peer "
     "<peer:ip4> "
     "[ vc-id <VC_ID:1-4294967295> | remote-peer <remote_peer:ip4> pw-ttl { auto-calculate | <TTL:1-255> } | "
     "group ] *",
     bind_to<BfdTarget::VsiPw>, kOpens},
    {View::System, kModelled, "bfd <session:text(limit(bfd-session-name))>", bind_session, kOpens},
    {View::System, kModelled, "undo bfd <session>", forget_session},
    {View::System, kIrrelevant, "sbfd", nullptr, View::Other},
    {View::System, kIrrelevant, "sbfd <more:rest>"},
    {View::System, kIrrelevant, "undo sbfd"},

    {View::Bfd, kPartial, "batch-shutdown <kind>"},
    {View::Bfd, kIrrelevant, "bfd { single-hop | multi-hop | mpls-passive | lsp-tunnel } <more:rest>"},
    {View::Bfd, kIrrelevant, "change bfd session <more:rest>"},
    {View::Bfd, kIrrelevant, "dampening timer-interval <more:rest>"},
    {View::Bfd, kIrrelevant, "default-ip-address <address:ip4>"},
    {View::Bfd, kIrrelevant, "delay-up <delay:1-600>"},
    {View::Bfd, kIrrelevant, "echo-passive { all | acl <number> }"},
    {View::Bfd, kIrrelevant, "ipv6-trap separated"},
    {View::Bfd, kIrrelevant, "lsp-path-check disable"},
    {View::Bfd, kIrrelevant, "mpls ping interval <interval>"},
    {View::Bfd, kIrrelevant, "mpls-passive"},
    {View::Bfd, kIrrelevant, "passive-session <more:rest>"},
    {View::Bfd, kIrrelevant, "tos-exp <value:0-7> { dynamic | static }"},
    {View::Bfd, kIrrelevant,
     "undo { batch-shutdown | bfd | dampening | default-ip-address | delay-up | echo-passive | ipv6-trap | "
     "lsp-path-check | mpls | mpls-passive | passive-session | tos-exp } [ <more:rest> ]"},

    {View::BfdSession, kModelled,
     "discriminator local <local:limit(bfd-local-discriminator)> "
     "[ remote <remote:limit(bfd-remote-discriminator)> ]",
     bind_discriminator},
    {View::BfdSession, kModelled, "discriminator remote <remote:limit(bfd-remote-discriminator)>",
     bind_discriminator},
    {View::BfdSession, kModelled, "undo discriminator local", kClear<&BfdSession::local_discriminator>},
    {View::BfdSession, kModelled, "undo discriminator remote", kClear<&BfdSession::remote_discriminator>},
    {View::BfdSession, kModelled, "min-tx-interval <BFD_transmit_interval:3-20000>",
     kSet<&BfdSession::min_tx>},
    {View::BfdSession, kModelled, "undo min-tx-interval", kRestore<&BfdSession::min_tx>},
    {View::BfdSession, kModelled, "min-rx-interval <BFD_receive_interval:3-20000>",
     kSet<&BfdSession::min_rx>},
    {View::BfdSession, kModelled, "undo min-rx-interval", kRestore<&BfdSession::min_rx>},
    {View::BfdSession, kModelled, "detect-multiplier <BFD_detection_multiplier:3-50>",
     kSet<&BfdSession::multiplier>},
    {View::BfdSession, kModelled, "undo detect-multiplier", kRestore<&BfdSession::multiplier>},
    {View::BfdSession, kModelled, "wtr <BFD_WTR_time:1-60>", kSet<&BfdSession::wtr>},
    {View::BfdSession, kModelled, "undo wtr", kRestore<&BfdSession::wtr>},
    {View::BfdSession, kModelled, "shutdown", kOn<&BfdSession::shutdown>},
    {View::BfdSession, kModelled, "undo shutdown", kRestore<&BfdSession::shutdown>},
    {View::BfdSession, kModelled, "process-pst", kOn<&BfdSession::process_pst>},
    {View::BfdSession, kModelled, "undo process-pst", kRestore<&BfdSession::process_pst>},
    {View::BfdSession, kModelled, "process-interface-status [ sub-if ] [ reboot-no-impact ]",
     kOn<&BfdSession::process_interface_status>},
    {View::BfdSession, kModelled, "undo process-interface-status [ sub-if ] [ reboot-no-impact ]",
     kRestore<&BfdSession::process_interface_status>},
    {View::BfdSession, kIrrelevant, "commit"},
    {View::BfdSession, kPartial, "authentication-mode met-sha1 <more:rest>"},
    {View::BfdSession, kIrrelevant, "bit-error-detection"},
    {View::BfdSession, kIrrelevant, "description <description:rest>"},
    {View::BfdSession, kIrrelevant, "dot1q vid <VLAN_ID:1-4094>"},
    {View::BfdSession, kIrrelevant, "min-echo-rx-interval <interval:3-20000>"},
    {View::BfdSession, kIrrelevant, "qinq pe-vid <VLAN_ID:1-4094> ce-vid <inner_VLAN_ID:1-4094>"},
    {View::BfdSession, kIrrelevant, "sub-session discriminator <more:rest>"},
    {View::BfdSession, kIrrelevant, "tos-exp <value:0-7>"},
    {View::BfdSession, kIrrelevant,
     "undo { authentication-mode | bit-error-detection | description | dot1q | min-echo-rx-interval | qinq | "
     "sub-session | tos-exp } [ <more:rest> ]"},

    {View::Interface, kIrrelevant, "[ undo ] bfd trigger if-down"},
    // In the views of multicast tunnels.
    {View::Other, kIrrelevant, "bfd { enable | track interface <interface:interface> }"},
};

}  // namespace

std::span<const Command> bfd_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
