// `peer …` of BGP, in its own view and in the views of its address families. The peer is an address or the
// name of a group.
//
// Every second word stands in a row of its own or in a list here: a mistyped one fits no row, so that it is
// reported with the word that was meant.
// Source: NE40E command reference, BGP, EVPN, BGP/MPLS IP VPN, VPLS.

#include <array>
#include <string>

#include "importers/vrp/commands/bgp_objects.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/grammar/as_number.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kAllHops = 255;  // `ebgp-max-hop` without a number

// Applies a change to what holds the session: the peer of the process, or in an address family its peer.
template <class Change>
void change_session(Context& context, const Match& match, Change change) {
  if (in_bgp_family(context)) {
    change(bgp_family_peer_of_line(context, match));
  } else {
    change(bgp_peer_of_line(context, match));
  }
}

void bind_as_number(Context& context, const Match& match) {
  const Capture* as = match.find("AS_number");
  const auto number = parse_as_number(match.text(*as));
  change_session(context, match, [&](auto& peer) {
    if (number) peer.as_number = context.fact(*number, match, *as);
  });
}

void bind_fake_as(Context& context, const Match& match) {
  const Capture* as = match.find("AS_number");
  const auto number = parse_as_number(match.text(*as));
  change_session(context, match, [&](auto& peer) {
    if (number) peer.fake_as = context.fact(*number, match, *as);
  });
}

void bind_connect_interface(Context& context, const Match& match) {
  auto source = context.interface_name(match, "interface");
  if (!source) source = context.name(match, "source");
  change_session(context, match, [&](auto& peer) { peer.connect_interface = source; });
}

void bind_group(Context& context, const Match& match) {
  change_session(context, match, [&](auto& peer) { peer.group = context.name(match, "group"); });
}

void bind_max_hop(Context& context, const Match& match) {
  auto hops = context.number(match, "hops");
  if (!hops) hops = context.fact(kAllHops);
  change_session(context, match, [&](auto& peer) { peer.ebgp_max_hop = hops; });
}

template <bool value>
void bind_ignored(Context& context, const Match& match) {
  change_session(context, match, [&](auto& peer) { peer.ignored = context.fact(value); });
}

void bind_password(Context& context, const Match& match) {
  if (!in_bgp_family(context)) {
    bgp_peer_of_line(context, match).key = context.secret(match, "key", match.has("cipher"));
  }
}

void bind_keychain(Context& context, const Match& match) {
  if (!in_bgp_family(context)) bgp_peer_of_line(context, match).keychain = context.name(match, "keychain");
}

// Other lines that take something back stay unread: what they took back would still be in the model.
void bind_undo_session(Context& context, const Match& match) {
  change_session(context, match, [&](auto& peer) {
    if (match.has("as-number")) peer.as_number.reset();
    if (match.has("connect-interface")) peer.connect_interface.reset();
    if (match.has("group")) peer.group.reset();
    if (match.has("ebgp-max-hop")) peer.ebgp_max_hop.reset();
    if (match.has("fake-as")) peer.fake_as.reset();
  });
}

template <auto Field, bool value>
void bind_flag(Context& context, const Match& match) {
  bgp_family_peer_of_line(context, match).*Field = context.fact(value);
}

// A line that can drop routes from the peer or to it.
void bind_filter(Context& context, const Match& match) {
  BgpFamilyPeer& peer = bgp_family_peer_of_line(context, match);
  (match.has("import") ? peer.import_filters : peer.export_filters).push_back(context.line());
}

constexpr auto session_rows(View view) {
  return std::to_array<Command>({
      {view, kModelled, "peer <peer> as-number <AS_number:as>", bind_as_number},
      {view, kModelled,
       "peer <peer> connect-interface { <interface:interface> [ <source:ip> ] | <source:ip> }",
       bind_connect_interface},
      {view, kModelled, "peer <peer> group <group:text(1-47)> [ enable ]", bind_group},
      {view, kModelled, "peer <peer> ebgp-max-hop [ <hops:1-255> ]", bind_max_hop},
      {view, kModelled, "peer <peer> ignore", bind_ignored<true>},
      {view, kModelled, "undo peer <peer> ignore", bind_ignored<false>},
      {view, kModelled,
       "peer <peer> fake-as <AS_number:as> [ dual-as ] [ prepend-global-as ] [ prepend-fake-as ]",
       bind_fake_as},
      {view, kModelled,
       "undo peer <peer> { as-number | connect-interface | ebgp-max-hop | fake-as | group <group> }",
       bind_undo_session},
      {view, kModelled, "peer <peer> password { cipher | simple } <key:secret>", bind_password},
      {view, kModelled, "peer <peer> keychain <keychain>", bind_keychain},
  });
}

constexpr auto family_rows(View view) {
  return std::to_array<Command>({
      {view, kModelled, "peer <peer> enable", bind_flag<&BgpFamilyPeer::enabled, true>},
      {view, kModelled, "undo peer <peer> enable", bind_flag<&BgpFamilyPeer::enabled, false>},
      {view, kModelled, "peer <peer> reflect-client", bind_flag<&BgpFamilyPeer::reflect_client, true>},
      {view, kModelled, "undo peer <peer> reflect-client", bind_flag<&BgpFamilyPeer::reflect_client, false>},
      {view, kModelled, "peer <peer> next-hop-local [ reflect-effective ]",
       bind_flag<&BgpFamilyPeer::next_hop_local, true>},
      {view, kModelled, "undo peer <peer> next-hop-local", bind_flag<&BgpFamilyPeer::next_hop_local, false>},
      {view, kModelled, "undo peer <peer> upe", bind_flag<&BgpFamilyPeer::upe, false>},
      {view, kModelled, "peer <peer> upe", bind_flag<&BgpFamilyPeer::upe, true>},
      {view, kPartial,
       "peer <peer> route-policy <policy:ref(route-policy)> { import | export } [ ignore-bit-error ]",
       bind_filter},
      {view, kPartial, "peer <peer> route-filter <filter> { import | export } [ ignore-bit-error ]",
       bind_filter},
      {view, kPartial, "peer <peer> { ip-prefix | ipv6-prefix } <prefix:ref(ip-prefix)> { import | export }",
       bind_filter},
      {view, kPartial,
       "peer <peer> filter-policy { acl-name <acl:ref(acl)> | acl6-name <acl:ref(acl)> | <acl:ref(acl)> } "
       "{ import | export }",
       bind_filter},
      {view, kPartial, "peer <peer> as-path-filter <filter> { import | export }", bind_filter},
      {view, kPartial,
       "peer <peer> default-route-advertise [ route-policy <policy:ref(route-policy)> | route-filter "
       "<filter> ] [ { conditional-route-match-all | conditional-route-match-any } <condition:rest> ]"},
      {view, kPartial, "peer <peer> default-originate vpn-instance <instance:ref(vpn-instance)>"},
      {view, kPartial, "peer <peer> tnl-policy <policy:ref(tunnel-policy)>"},
  });
}

constexpr auto other_rows(View view) {
  return join(
      rows(view, kPartial,
           {
               "[ undo ] peer <peer> { allow-as-loop | label-route-capability | listen-as | "
               "listen-as-segment | listen-net | listen-only | connect-only | next-hop-invariable | "
               "route-limit | route-server-client | signaling | soo | tracking | valid-ttl-hops | vpn-orf } "
               "[ <more:rest> ]",
           }),
      rows(
          view, kIrrelevant,
          {
              "[ undo ] peer <peer> { advertise | advertise-community | advertise-entropy-label | "
              "advertise-ext-community | advertise-large-community | aigp | allow-cluster-loop | bfd | "
              "capability-advertise | check-first-as | check-tunnel-reachable | description | "
              "discard-ext-community | egress-engineering | entropy-label | esad-route-compatible | exp-mode "
              "| graceful-restart | high-priority | import | keep-all-routes | load-balancing | "
              "local-graceful-restart | log-change | mac-limit | mpls-local-ifnet | path-attribute-treat | "
              "path-mtu | peer-set | preferred-value | prefix-sid | public-as-only | pw | redirect | "
              "remote-site | route-update-interval | rpd-policy | split-group | ssl-policy | ssl-server | "
              "substitute-as | tcp-mss | timer | update-group-independent | update-packet | "
              "validation-disable } [ <more:rest> ]",
          }));
}

constexpr auto peer_rows(View view) {
  return join(session_rows(view), family_rows(view), other_rows(view));
}

constexpr auto kCommands = join(peer_rows(View::Bgp), peer_rows(View::BgpFamily));

}  // namespace

std::span<const Command> bgp_peer_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
