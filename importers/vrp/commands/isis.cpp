// IS-IS processes.
// Source: NE40E command reference, IS-IS; MPLS LDP and segment routing for what they add to it.

#include <algorithm>
#include <array>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/routing_words.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kUnusedCost = 16777215;  // `maximum`: carries no traffic

IsisProcess* process_of(Context& context) {
  return &context.isis();
}

void bind_process(Context& context, const Match& match) {
  std::vector<IsisProcess>& all = context.device().isis;
  const auto id = static_cast<std::uint32_t>(match.integer("process").value_or(1));
  const auto known = std::ranges::find(all, id, &IsisProcess::id);
  const auto index = static_cast<std::size_t>(known - all.begin());
  if (known == all.end()) all.push_back(new_isis(id, context.line()));
  if (auto instance = context.name(match, "instance")) all[index].vpn_instance = std::move(*instance);
  context.describes(index);
}

void bind_level(Context& context, const Match& match) {
  context.isis().level = context.fact(named_level(match), match, match.captures()[1]);
}

void bind_cost_style(Context& context, const Match& match) {
  const Capture& style = match.captures()[1];
  context.isis().cost_style = context.fact(std::string(match.text(style)), match, style);
}

void bind_traffic_eng(Context& context, const Match& match) {
  context.isis().traffic_eng = context.fact(named_level(match));
}

void bind_circuit_cost(Context& context, const Match& match) {
  auto cost = context.number(match, "cost");
  if (!cost) cost = context.fact(kUnusedCost);
  context.isis().circuit_cost = cost;
}

void bind_overload(Context& context, const Match& match) {
  context.isis().overload = context.fact(!match.has("undo"));
  context.isis().overload_tells_levels = context.fact(match.has("interlevel"));
}

void bind_filter(Context& context, const Match&) {
  context.isis().filters.push_back(context.line());
}

void note_filter(Context& context, const Match& match) {
  if (match.has("route-policy") || match.has("route-filter") || match.has("filter-policy")) {
    bind_filter(context, match);
  }
}

void bind_import(Context& context, const Match& match) {
  context.isis().imports.push_back(context.fact(imported_protocol(match, 1)));
  note_filter(context, match);
}

void bind_leak(Context& context, const Match& match) {
  const bool down = match.text(match.captures()[2]) == "level-2";
  context.isis().imports.push_back(
      context.fact(std::string(down ? "isis level-2 into level-1" : "isis level-1 into level-2")));
  note_filter(context, match);
}

template <auto Mode, auto Key>
void bind_authentication(Context& context, const Match& match) {
  Authentication read = read_authentication(context, match);
  context.isis().*Mode = std::move(read.mode);
  context.isis().*Key = read.key;
}

constexpr auto kProcess = std::to_array<Command>({
    {View::System, kModelled, "isis [ <process:1-4294967295> ] [ vpn-instance <instance:ref(vpn-instance)> ]",
     bind_process, View::Isis},
    {View::System, kIrrelevant,
     "[ undo ] isis { interface | lsp | purge-lsp | purge-source-trace | suppress-flapping | system-id } "
     "<more:rest>"},

    {View::Isis, kModelled, "network-entity <net>", set_name<process_of, &IsisProcess::network_entity>},
    {View::Isis, kModelled, "is-level { level-1 | level-2 | level-1-2 }", bind_level},
    {View::Isis, kModelled,
     "cost-style { narrow | wide | wide-compatible | compatible | narrow-compatible } [ relax-spf-limit ]",
     bind_cost_style},
    {View::Isis, kModelled, "traffic-eng [ level-1 | level-2 | level-1-2 ]", bind_traffic_eng},
    {View::Isis, kModelled, "ipv6 enable [ topology { compatible [ enable-mt-spf ] | ipv6 | standard } ]",
     set<process_of, &IsisProcess::ipv6, true>},
    {View::Isis, kModelled, "circuit-cost { maximum | <cost:1-16777214> } [ level-1 | level-2 ]",
     bind_circuit_cost},
    {View::Isis, kModelled, "bandwidth-reference <value:1-2147483648>",
     set_number<process_of, &IsisProcess::bandwidth_reference>},
    {View::Isis, kModelled, "auto-cost enable [ compatible ]",
     set<process_of, &IsisProcess::auto_cost, true>},
    {View::Isis, kModelled, "undo auto-cost enable", set<process_of, &IsisProcess::auto_cost, false>},
    {View::Isis, kModelled, "preference <value:1-255>", set_number<process_of, &IsisProcess::preference>},
    {View::Isis, kPartial,
     "preference { <value:1-255> | route-policy <policy:ref(route-policy)> | route-filter <filter> } *"},
    {View::Isis, kIrrelevant, "set-overload on-startup [ <more:rest> ]"},  // over once the network is steady
    {View::Isis, kModelled, "set-overload [ allow { interlevel | external } * ]", bind_overload},
    {View::Isis, kModelled, "undo set-overload", bind_overload},
    {View::Isis, kModelled, "shutdown", set<process_of, &IsisProcess::shutdown, true>},
    {View::Isis, kModelled, "undo shutdown", set<process_of, &IsisProcess::shutdown, false>},
    {View::Isis, kModelled, "default-route-advertise [ <more:rest> ]",
     set<process_of, &IsisProcess::advertises_default, true>},
    {View::Isis, kModelled, "undo default-route-advertise",
     set<process_of, &IsisProcess::advertises_default, false>},
    {View::Isis, kModelled, "undo traffic-eng", clear<process_of, &IsisProcess::traffic_eng>},
    {View::Isis, kModelled, "undo ipv6 enable", set<process_of, &IsisProcess::ipv6, false>},
    {View::Isis, kModelled, "undo circuit-cost", clear<process_of, &IsisProcess::circuit_cost>},
    {View::Isis, kModelled, "undo mpls ldp auto-config",
     set<process_of, &IsisProcess::ldp_auto_config, false>},
    {View::Isis, kModelled, "undo ldp-sync enable", set<process_of, &IsisProcess::ldp_sync, false>},
    {View::Isis, kModelled, "segment-routing mpls [ over gre ]",
     set<process_of, &IsisProcess::segment_routing, true>},
    {View::Isis, kModelled, "mpls ldp auto-config", set<process_of, &IsisProcess::ldp_auto_config, true>},
    {View::Isis, kModelled, "bfd all-interfaces enable", set<process_of, &IsisProcess::bfd, true>},
    {View::Isis, kModelled, "undo bfd all-interfaces [ enable ]", set<process_of, &IsisProcess::bfd, false>},
    {View::Isis, kModelled, "ldp-sync enable [ mpls-binding-only ]",
     set<process_of, &IsisProcess::ldp_sync, true>},
    {View::Isis, kModelled,
     "area-authentication-mode { { simple | md5 } { plain <key:secret> | [ cipher ] <key:secret> } [ ip | "
     "osi ] "
     "| hmac-sha256 key-id <key-id> { plain <key:secret> | [ cipher ] <key:secret> } | keychain <keychain> } "
     "[ "
     "snp-packet { send-only | authentication-avoid } | all-send-only ]",
     bind_authentication<&IsisProcess::area_authentication, &IsisProcess::area_key>},
    {View::Isis, kModelled,
     "domain-authentication-mode { { simple | md5 } { plain <key:secret> | [ cipher ] <key:secret> } [ ip | "
     "osi "
     "] | hmac-sha256 key-id <key-id> { plain <key:secret> | [ cipher ] <key:secret> } | keychain <keychain> "
     "} "
     "[ snp-packet { send-only | authentication-avoid } | all-send-only ]",
     bind_authentication<&IsisProcess::domain_authentication, &IsisProcess::domain_key>},
});

constexpr auto kRoutes = std::to_array<Command>({
    {View::Isis, kModelled,
     "import-route { direct | static | unr | bgp | { ospf | isis | rip } [ <process:1-4294967295> ] } [ "
     "permit-ibgp ] [ inherit-cost | cost-type { external | internal } | cost <cost> | tag <tag> | "
     "route-policy "
     "<policy:ref(route-policy)> | route-filter <filter> | { level-1 | level-2 | level-1-2 } | no-sid ] *",
     bind_import},
    {View::Isis, kModelled,
     "import-route isis { level-1 into level-2 | level-2 into level-1 } [ tag <tag> | filter-policy { "
     "acl-name "
     "<acl:ref(acl)> | ip-prefix <prefix:ref(ip-prefix)> | route-policy <policy:ref(route-policy)> | "
     "route-filter <filter> | <acl:ref(acl)> } | direct { allow-filter-policy | allow-up-down-bit } * | "
     "no-sid ] *",
     bind_leak},
    {View::Isis, kPartial,
     "filter-policy { acl-name <acl:ref(acl)> | ip-prefix <prefix:ref(ip-prefix)> | route-policy "
     "<policy:ref(route-policy)> | route-filter <filter> | <acl:ref(acl)> } { import | export [ direct | "
     "static "
     "| unr | bgp | { isis | ospf | rip } [ <process> ] ] }",
     bind_filter},
    {View::Isis, kPartial, "summary <more:rest>", bind_filter},
});

constexpr auto kRest = join(
    rows(
        View::Isis, kPartial,
        {
            "segment-routing { global-block | lsp-trigger | mapping-server } <more:rest>",
            "[ undo ] attached-bit { advertise { always | never } | avoid-learning }",
            "[ undo ] topology <topology> [ topology-id <id> ]",
            "[ undo ] multi-instance enable iid <id>",
            "[ undo ] virtual-system <id>",
            "[ undo ] ipv6 { import-route | filter-policy | summary | default-route-advertise | preference | "
            "topology | circuit-cost | auto-cost | bandwidth-reference | traffic-eng } [ <more:rest> ]",
        }),
    rows(View::Isis, kIrrelevant,
         {
             "[ undo ] ipv6 { advertise | avoid-microloop | bfd | bgp-ls | maximum | metric-delay | "
             "prefix-priority | qppb } [ <more:rest> ]",
             "[ undo ] segment-routing <more:rest>",
             "[ undo ] maximum load-balancing <number>",
             "[ undo ] advertise { link | one-interface-address } [ <more:rest> ]",
             "[ undo ] timer <more:rest>",
             "[ undo ] nexthop <address:ip4> weight <weight>",
             "[ undo ] is-name <more:rest>",
             "[ undo ] ecmp-prefer { te-tunnel | intact }",
             "[ undo ] adjacency-strict-check { enable | disable }",
             "[ undo ] bfd { all-interfaces | bit-error } <more:rest>",
             "[ undo ] [ ipv6 ] circuit default-tag <more:rest>",
         }),
    std::to_array<Command>({{View::Isis, kIrrelevant, "[ ipv6 ] frr", nullptr, View::Other},
                            {View::Isis, kIrrelevant, "link-group <name>", nullptr, View::Other}}));

constexpr auto kCommands = join(kProcess, kRoutes, kRest);

}  // namespace

std::span<const Command> isis_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
