// OSPF processes and their areas. OSPFv3 and RIP are known, and nothing of them is held.
// Source: NE40E command reference, OSPF; MPLS LDP and segment routing for what they add to it.

#include <algorithm>
#include <array>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/routing_words.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

OspfProcess* process_of(Context& context) {
  return &context.ospf();
}
OspfArea* area_of(Context& context) {
  return &context.ospf_area();
}

void bind_process(Context& context, const Match& match) {
  std::vector<OspfProcess>& all = context.device().ospf;
  const auto id = static_cast<std::uint32_t>(match.integer("process").value_or(1));
  const auto known = std::ranges::find(all, id, &OspfProcess::id);
  const auto index = static_cast<std::size_t>(known - all.begin());
  if (known == all.end()) all.push_back(new_ospf(id, context.line()));
  if (const auto router_id = context.ipv4(match, "router-id")) all[index].router_id = *router_id;
  if (auto instance = context.name(match, "instance")) all[index].vpn_instance = std::move(*instance);
  context.describes(index);
}

void bind_router_id(Context& context, const Match& match) {
  context.ospf().router_id = context.ipv4(match, "router-id");
}

void bind_area(Context& context, const Match& match) {
  const auto id = area_number(context, match);
  if (!id) return;
  std::vector<OspfArea>& all = context.ospf().areas;
  const auto known = std::ranges::find(all, id->value, [](const OspfArea& area) { return *area.id; });
  const auto index = static_cast<std::size_t>(known - all.begin());
  if (known == all.end()) all.push_back(new_ospf_area(*id, context.line()));
  context.describes(index);
}

// A wildcard with gaps selects no range that the model can say: the line stays unread.
void bind_network(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  const auto length = parse_wildcard(*match.text("wildcard"));
  if (!length) {
    context.ospf().unread.push_back(context.line());
    return;
  }
  const IpPrefix range{ip(**address), *length};
  context.ospf_area().networks.push_back({context.fact(range.network()), context.line()});
}

template <bool silent>
void bind_silent(Context& context, const Match& match) {
  auto name = context.interface_name(match, "interface");
  if (!name) name = context.fact(std::string("all"));
  OspfProcess& process = context.ospf();
  (silent ? process.silent_interfaces : process.active_interfaces).push_back(std::move(*name));
}

void bind_filter(Context& context, const Match&) {
  context.ospf().filters.push_back(context.line());
}

void bind_import(Context& context, const Match& match) {
  context.ospf().imports.push_back(context.fact(imported_protocol(match, 1)));
  if (match.has("route-policy") || match.has("route-filter")) bind_filter(context, match);
}

void bind_undo_import(Context& context, const Match& match) {
  const std::string protocol = imported_protocol(match, 2);
  std::erase_if(context.ospf().imports, [&](const Fact<std::string>& source) { return *source == protocol; });
}

void bind_preference(Context& context, const Match& match) {
  const auto value = context.number(match, "preference");
  if (!value) return;
  if (match.has("ase")) {
    context.ospf().preference_ase = *value;
  } else {
    context.ospf().preference = *value;
  }
}

void bind_authentication(Context& context, const Match& match) {
  Authentication read = read_authentication(context, match);
  OspfArea& area = context.ospf_area();
  area.authentication = std::move(read.mode);
  area.key_id = read.key_id;
  area.key = read.key;
}

void bind_stub(Context& context, const Match&) {
  context.ospf_area().kind = context.fact(std::string("stub"));
}
void bind_nssa(Context& context, const Match&) {
  context.ospf_area().kind = context.fact(std::string("nssa"));
}

constexpr auto kProcesses = std::to_array<Command>({
    {View::System, kModelled,
     "ospf [ <process:1-65535> ] [ router-id <router-id:ip4> | vpn-instance <instance:ref(vpn-instance)> ] *",
     bind_process, View::Ospf},
    {View::System, kIrrelevant,
     "[ undo ] ospf { flush-source-trace | maxage-lsa | mib-binding | router-id | suppress-flapping } "
     "<more:rest>"},
    {View::System, kPartial, "ospf valid-ttl-hops <more:rest>"},
    {View::System, kPartial, "ospfv3 [ <process:1-65535> ] [ vpn-instance <instance:ref(vpn-instance)> ]",
     nullptr, View::Other},
    {View::System, kPartial,
     "{ rip | ripng } [ <process:1-65535> ] [ vpn-instance <instance:ref(vpn-instance)> ]", nullptr,
     View::Other},
    {View::Other, kPartial, "network <address:ip4>"},  // of RIP
    {View::System, kIrrelevant,
     "[ undo ] { ospfv3 | rip | ripng } { flush-source-trace | mib-binding | router-id | suppress-flapping | "
     "valid-ttl-hops } <more:rest>"},

    {View::Ospf, kModelled, "area { <area:0-4294967295> | <dotted:ip4> }", bind_area, View::OspfArea},
    {View::Ospf, kModelled, "router-id <router-id:ip4>", bind_router_id},
    {View::Ospf, kModelled, "silent-interface { all | <interface:interface> }", bind_silent<true>},
    {View::Ospf, kModelled, "undo silent-interface { all | <interface:interface> }", bind_silent<false>},
    {View::Ospf, kModelled,
     "import-route { direct | static | unr | bgp | { ospf | isis | rip } [ <process:1-4294967295> ] } [ "
     "permit-ibgp ] [ cost <cost> | route-policy <policy:ref(route-policy)> | route-filter <filter> | tag "
     "<tag> | type <type:1-2> ] *",
     bind_import},
    {View::Ospf, kPartial, "import-route limit <more:rest>", bind_filter},
    {View::Ospf, kPartial,
     "filter-policy { acl-name <acl:ref(acl)> | ip-prefix <prefix:ref(ip-prefix)> | route-policy "
     "<policy:ref(route-policy)> | route-filter <filter> | <acl:ref(acl)> } [ secondary ] { import | export "
     "[ direct | static | unr | bgp | { isis | ospf | rip } [ <process> ] ] }",
     bind_filter},
    {View::Ospf, kModelled, "preference [ ase | intra | inter ] <preference:1-255>", bind_preference},
    {View::Ospf, kPartial,
     "preference [ ase | intra | inter ] { <preference:1-255> | route-policy <policy:ref(route-policy)> | "
     "route-filter <filter> } *",
     bind_preference},
    {View::Ospf, kModelled, "bandwidth-reference <value:1-2147483648>",
     set_number<process_of, &OspfProcess::bandwidth_reference>},
    {View::Ospf, kModelled, "stub-router", set<process_of, &OspfProcess::stub_router, true>},
    {View::Ospf, kIrrelevant, "stub-router on-startup [ <more:rest> ]"},  // over once the network is steady
    {View::Ospf, kModelled, "stub-router <more:rest>", set<process_of, &OspfProcess::stub_router, true>},
    {View::Ospf, kModelled, "default-route-advertise [ <more:rest> ]",
     set<process_of, &OspfProcess::advertises_default, true>},
    {View::Ospf, kPartial, "asbr-summary <more:rest>", bind_filter},
    {View::Ospf, kPartial, "filter-lsa-out <more:rest>", bind_filter},
    {View::Ospf, kPartial, "suppress-reachability", bind_filter},
    {View::Ospf, kModelled, "undo stub-router", set<process_of, &OspfProcess::stub_router, false>},
    {View::Ospf, kModelled, "undo default-route-advertise",
     set<process_of, &OspfProcess::advertises_default, false>},
    {View::Ospf, kModelled,
     "undo import-route { direct | static | unr | bgp | { ospf | isis | rip } [ <process:1-4294967295> ] }",
     bind_undo_import},
    {View::Ospf, kModelled, "undo mpls ldp auto-config",
     set<process_of, &OspfProcess::ldp_auto_config, false>},
    {View::Ospf, kModelled, "segment-routing mpls [ over gre ]",
     set<process_of, &OspfProcess::segment_routing, true>},
    {View::Ospf, kModelled, "mpls ldp auto-config", set<process_of, &OspfProcess::ldp_auto_config, true>},
    {View::Ospf, kModelled, "bfd all-interfaces enable", set<process_of, &OspfProcess::bfd, true>},
    {View::Ospf, kModelled, "undo bfd all-interfaces [ enable ]", set<process_of, &OspfProcess::bfd, false>},
});

constexpr auto kProcessRest =
    join(rows(View::Ospf, kPartial,
              {
                  "segment-routing { global-block | lsp-trigger | mapping-server } <more:rest>",
                  "peer <peer:ip4> [ dr-priority <priority:0-255> ]",
                  "[ undo ] enable traffic-adjustment [ advertise ]",
                  "[ undo ] vpn-instance-capability simple",
                  "[ undo ] opaque-capability enable",
                  "[ undo ] advertise mpls-lsr-id [ cost <cost> ]",
              }),
         rows(View::Ospf, kIrrelevant,
              {
                  "[ undo ] maximum load-balancing <number>",
                  "[ undo ] bfd all-interfaces <more:rest>",
                  "[ undo ] default { cost | tag | type } <more:rest>",
                  "[ undo ] advertise link-attributes [ <more:rest> ]",
                  "[ undo ] segment-routing <more:rest>",
                  "[ undo ] nexthop <address:ip4> weight <weight>",
                  "[ undo ] graceful-restart [ <more:rest> ]",
                  "[ undo ] timer <more:rest>",
                  "[ undo ] { dn-bit-check | dn-bit-set } disable <more:rest>",
                  "[ undo ] ecmp prefer { te-tunnel | intact }",
              }),
         std::to_array<Command>({{View::Ospf, kIrrelevant, "frr", nullptr, View::Other}}));

constexpr auto kAreas = std::to_array<Command>({
    {View::OspfArea, kModelled, "network <address:ip4> <wildcard> [ description <text:rest> ]", bind_network},
    {View::OspfArea, kModelled,
     "authentication-mode { simple [ plain <key:secret> | [ cipher ] <key:secret> ] | { md5 | hmac-md5 | "
     "hmac-sha256 } [ <key-id:1-255> { plain <key:secret> | [ cipher ] <key:secret> } ] | keychain "
     "<keychain> }",
     bind_authentication},
    {View::OspfArea, kModelled, "stub [ <more:rest> ]", bind_stub},
    {View::OspfArea, kModelled, "nssa [ <more:rest> ]", bind_nssa},
    {View::OspfArea, kModelled, "mpls-te enable [ standard-complying ]",
     set<area_of, &OspfArea::mpls_te, true>},
    {View::OspfArea, kModelled, "undo mpls-te", set<area_of, &OspfArea::mpls_te, false>},
    {View::OspfArea, kModelled, "undo { stub | nssa }", clear<area_of, &OspfArea::kind>},
    {View::OspfArea, kModelled, "undo ldp-sync enable", set<area_of, &OspfArea::ldp_sync, false>},
    {View::OspfArea, kModelled, "ldp-sync enable", set<area_of, &OspfArea::ldp_sync, true>},
    {View::OspfArea, kPartial, "abr-summary <more:rest>", bind_filter},
    {View::OspfArea, kPartial,
     "filter { acl-name <acl:ref(acl)> | ip-prefix <prefix:ref(ip-prefix)> | route-policy "
     "<policy:ref(route-policy)> | route-filter <filter> | <acl:ref(acl)> } { import [ include-abr-summary ] "
     "| export }",
     bind_filter},
    {View::OspfArea, kPartial, "vlink-peer <more:rest>"},
    {View::OspfArea, kPartial, "sham-link <more:rest>"},
    {View::OspfArea, kIrrelevant, "[ undo ] default-cost [ <cost> ]"},
    {View::OspfArea, kIrrelevant, "[ undo ] timer ldp-sync <more:rest>"},
    {View::OspfArea, kIrrelevant, "nexthop <address:ip4> weight <weight>"},
    {View::OspfArea, kIrrelevant, "description <text:rest>"},
});

constexpr auto kCommands = join(kProcesses, kProcessRest, kAreas);

}  // namespace

std::span<const Command> ospf_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
