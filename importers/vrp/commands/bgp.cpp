// The BGP process, its groups, and what opens its address families.
// Source: NE40E command reference, BGP; address families also from the chapters of the services they carry.

#include <array>

#include "importers/vrp/commands/bgp_objects.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"
#include "importers/vrp/grammar/as_number.h"

namespace holdfast::vrp {
namespace {

void bind_bgp(Context& context, const Match& match) {
  Box<Bgp>& bgp = context.device().bgp;
  if (!bgp) bgp.ensure() = new_bgp(context.line());
  const Capture* as = match.find("AS_number");
  if (const auto number = parse_as_number(match.text(*as))) {
    bgp.ensure().as_number = context.fact(*number, match, *as);
  }
}

void bind_router_id(Context& context, const Match& match) {
  if (const auto id = context.ipv4(match, "id")) context.bgp().router_id = *id;
}

template <bool value>
void bind_shutdown(Context& context, const Match&) {
  context.bgp().shutdown = context.fact(value);
}

template <bool value>
void bind_ipv4_unicast(Context& context, const Match&) {
  context.bgp().ipv4_unicast = context.fact(value);
}

template <AddressFamily family>
void bind_family(Context& context, const Match& match) {
  const Capture* instance = match.find("instance");
  if (instance == nullptr) {
    context.describes(ensure_bgp_family(context, family, {}, {}));
  } else {
    context.describes(
        ensure_bgp_family(context, family, match.text(*instance), context.span(match, *instance)));
  }
}

// A group in the BGP view; in a family a group is made for that family only, and nothing more is said of it.
void bind_group(Context& context, const Match& match) {
  if (in_bgp_family(context)) {
    bgp_family_peer_of_line(context, match);
    return;
  }
  bgp_peer_of_line(context, match);
  for (BgpGroup& group : context.bgp().groups) {
    if (*group.name != *match.text("peer")) continue;
    const bool internal = !match.has("external") && !match.has("confederation-external");
    const bool said = match.has("internal") || !internal;
    group.internal = said ? context.fact(internal) : by_default(true, context.line());
  }
}

constexpr auto kProcess = std::to_array<Command>({
    {View::System, kIrrelevant, "[ undo ] bgp { paf | yang-mode } [ <more:rest> ]"},
    {View::System, kModelled, "bgp <AS_number:as>", bind_bgp, View::Bgp},
    {View::System, kPartial, "bgp <AS_number:as> instance <name:text(1-31)>", bind_bgp, View::Bgp},

    {View::Bgp, kModelled, "router-id <id:ip4>", bind_router_id},
    {View::Bgp, kPartial, "[ undo ] router-id vpn-instance auto-select"},
    {View::Bgp, kModelled, "shutdown", bind_shutdown<true>},
    {View::Bgp, kModelled, "undo shutdown", bind_shutdown<false>},
    {View::Bgp, kModelled, "default ipv4-unicast", bind_ipv4_unicast<true>},
    {View::Bgp, kModelled, "undo default ipv4-unicast", bind_ipv4_unicast<false>},
    {View::Bgp, kPartial, "confederation <more:rest>"},
});

constexpr auto kFamilies = std::to_array<Command>({
    {View::Bgp, kModelled, "ipv4-family [ unicast ]", bind_family<AddressFamily::Ipv4>, View::BgpFamily},
    {View::Bgp, kModelled, "ipv4-family vpnv4 [ unicast ]", bind_family<AddressFamily::Vpnv4>,
     View::BgpFamily},
    {View::Bgp, kModelled, "ipv4-family vpn-instance <instance:ref(vpn-instance)>",
     bind_family<AddressFamily::Ipv4>, View::BgpFamily},
    {View::Bgp, kModelled, "ipv6-family [ unicast ]", bind_family<AddressFamily::Ipv6>, View::BgpFamily},
    {View::Bgp, kModelled, "ipv6-family vpnv6 [ unicast ]", bind_family<AddressFamily::Vpnv6>,
     View::BgpFamily},
    {View::Bgp, kModelled, "ipv6-family vpn-instance <instance:ref(vpn-instance)>",
     bind_family<AddressFamily::Ipv6>, View::BgpFamily},
    {View::Bgp, kModelled, "{ l2vpn-family | l2vpn-ad-family | vpls-family | vpls-ad-family }",
     bind_family<AddressFamily::L2vpn>, View::BgpFamily},
    {View::Bgp, kModelled, "l2vpn-family evpn", bind_family<AddressFamily::Evpn>, View::BgpFamily},
    {View::Bgp, kModelled, "vpn-instance <instance:ref(vpn-instance)>", bind_family<AddressFamily::Other>,
     View::BgpFamily},
    {View::Bgp, kPartial, "ipv4-family { vpn-target | labeled-unicast }", bind_family<AddressFamily::Other>,
     View::BgpFamily},
    {View::Bgp, kPartial, "ipv4-labeled-unicast vpn-instance <instance:ref(vpn-instance)>",
     bind_family<AddressFamily::Other>, View::BgpFamily},
    {View::Bgp, kIrrelevant, "ipv4-family { flow | mdt | multicast | mvpn | sr-policy | vpnv4-multicast }",
     nullptr, View::Other},
    {View::Bgp, kIrrelevant, "ipv6-family { flow | mvpn | sr-policy }", nullptr, View::Other},
});

constexpr auto group_rows(View view) {
  return std::to_array<Command>({
      {view, kModelled,
       "group <peer:text(1-47)> [ internal | external | listen [ internal | external | "
       "confederation-external ] ]",
       bind_group},
  });
}

constexpr auto kCommands = join(kProcess, kFamilies, group_rows(View::Bgp), group_rows(View::BgpFamily));

}  // namespace

std::span<const Command> bgp_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
