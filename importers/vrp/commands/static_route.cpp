// Static routes of both families.
// Source: NE40E command reference, Static Route.

#include <array>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

void bind_route(Context& context, const Match& match) {
  const auto destination = context.ip_address(match, "destination");
  IpPrefix prefix{**destination, 0};
  if (const auto length = match.integer("length")) {
    prefix.length = static_cast<std::uint8_t>(*length);
  } else if (const auto mask = parse_mask(*match.text("mask"))) {
    prefix.length = *mask;
  } else {
    return;  // a mask with a gap, reported as out of range
  }
  StaticRoute route;
  route.where = context.line();
  route.destination = configured(prefix.network(), destination->where);
  route.vpn_instance = context.name(match, "instance");
  route.interface = context.interface_name(match, "interface");
  route.next_hop = context.ip_address(match, "next");
  route.next_hop_instance = context.name(match, "other");
  if (const Capture* outside = match.find_word("public")) {
    route.next_hop_instance = context.fact(std::string("public"), match, *outside);
  }
  const auto preference = context.number(match, "preference");
  route.preference = preference ? *preference : by_default(kStaticPreference, context.line());
  route.bfd_session = context.name(match, "session");
  if (match.has("track") && !route.bfd_session) route.tracked = context.keyword(match, "track");
  route.permanent = context.keyword(match, "permanent");
  context.device().static_routes.push_back(std::move(route));
}

constexpr auto kRoutes = std::to_array<Command>({
    {View::System, kModelled,
     "ip route-static [ vpn-instance <instance:ref(vpn-instance)> ] <destination:ip4> <mask:mask> { "
     "<interface:interface> [ <next:ip4> | dhcp ] | vpn-instance <other:ref(vpn-instance)> [ <next:ip4> "
     "] | public | <next:ip4> [ public ] } [ recursive-lookup host-route | preference <preference:1-255> "
     "| tag <tag> | cost <cost> | ldp-sync | inherit-cost | bfd enable | track { bfd-session "
     "<session:ref(bfd-session)> | nqa <admin> <test> | nqa-group <group> | efm-state <efm:interface> | "
     "route-monitor-group <group> } | permanent | no-advertise | no-install | inter-protocol-ecmp ] * [ "
     "description <text:rest> ]",
     bind_route},
    {View::System, kModelled,
     "ipv6 route-static [ vpn-instance <instance:ref(vpn-instance)> ] <destination:ip6> <length:0-128> { "
     "<interface:interface> [ <next:ip6> | dhcp ] | vpn-instance <other:ref(vpn-instance)> [ <next:ip6> "
     "] | public | <next:ip6> [ public ] } [ recursive-lookup host-route | preference <preference:1-255> "
     "| tag <tag> | cost <cost> | ldp-sync | inherit-cost | bfd enable | track { bfd-session "
     "<session:ref(bfd-session)> | nqa <admin> <test> | nqa-group <group> | efm-state <efm:interface> | "
     "route-monitor-group <group> } | permanent | no-advertise | no-install | inter-protocol-ecmp ] * [ "
     "description <text:rest> ]",
     bind_route},
    {View::System, kModelled, "ip route-static default-preference <preference:1-255>",
     set_number<device_of, &Device::static_preference>},
    {View::System, kModelled, "ipv6 route-static default-preference <preference:1-255>",
     set_number<device_of, &Device::static_preference_v6>},
});

constexpr auto kRest = join(
    rows(View::System, kPartial,
         {
             "{ ip | ipv6 } route-static recursive-lookup tunnel [ ip-prefix <prefix:ref(ip-prefix)> ] [ "
             "tunnel-policy <policy:ref(tunnel-policy)> ]",
             "{ ip | ipv6 } route-static recursive-lookup inherit-label-route segment-routing-ipv6",
             "{ ip | ipv6 } route-static track bfd-session session-name <session:ref(bfd-session)> admindown "
             "invalid",
             "{ ip | ipv6 } route-static topology <more:rest>",
             "route recursive-lookup tunnel [ ip-prefix <prefix:ref(ip-prefix)> ] [ tunnel-policy "
             "<policy:ref(tunnel-policy)> ]",
         }),
    rows(View::System, kIrrelevant,
         {
             "[ undo ] { ip | ipv6 } route-static { bfd | default-bfd | selection-rule } <more:rest>",
             "[ undo ] { ip | ipv6 } route-static frr [ vpn-instance <instance:ref(vpn-instance)> ]",
             "[ undo ] { ip | ipv6 } route recursive-lookup <more:rest>",
             "[ undo ] ip rpf-route-static <more:rest>",
         }));

constexpr auto kCommands = join(kRoutes, kRest);

}  // namespace

std::span<const Command> static_route_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
