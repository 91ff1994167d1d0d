// What the address families of BGP say besides their peers: what they originate, reflect and filter. Lines in
// the BGP view are said about IPv4 unicast.
// Source: NE40E command reference, BGP.

#include <array>
#include <optional>
#include <string>

#include "importers/vrp/commands/bgp_objects.h"
#include "importers/vrp/commands/routing_words.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

// The length of an IPv4 network that is written without a mask: by its class.
std::uint8_t natural_length(Ipv4 network) {
  constexpr std::uint32_t kClassB = 0x80000000, kClassC = 0xc0000000;
  if (network.bits < kClassB) return 8;
  return network.bits < kClassC ? 16 : 24;
}

void note_filter(Context& context, const Match& match) {
  if (match.has("route-policy") || match.has("route-filter")) {
    bgp_family_of_line(context).filters.push_back(context.line());
  }
}

// The prefix of a `network` line; nothing when its mask has a gap.
std::optional<IpPrefix> read_prefix(const Context& context, const Match& match) {
  const auto network = context.ip_address(match, "network");
  IpPrefix prefix{**network, 0};
  const auto mask = match.text("mask");
  const auto length = match.integer("length");
  if (length) {
    prefix.length = static_cast<std::uint8_t>(*length);
  } else if (mask) {
    const auto parsed = parse_mask(*mask);
    if (!parsed) return std::nullopt;
    prefix.length = *parsed;
  } else {
    prefix.length = natural_length(prefix.address.v4);
  }
  return prefix.network();
}

void bind_network(Context& context, const Match& match) {
  const auto prefix = read_prefix(context, match);
  if (!prefix) return;
  bgp_family_of_line(context).networks.push_back(context.fact(*prefix));
  note_filter(context, match);
}

void bind_undo_network(Context& context, const Match& match) {
  const auto prefix = read_prefix(context, match);
  if (!prefix) return;
  std::erase_if(bgp_family_of_line(context).networks,
                [&](const Fact<IpPrefix>& network) { return *network == *prefix; });
}

void bind_import(Context& context, const Match& match) {
  bgp_family_of_line(context).imports.push_back(context.fact(imported_protocol(match, 1)));
  note_filter(context, match);
}

void bind_undo_import(Context& context, const Match& match) {
  const std::string protocol = imported_protocol(match, 2);
  std::erase_if(bgp_family_of_line(context).imports,
                [&](const Fact<std::string>& source) { return *source == protocol; });
}

void bind_filter(Context& context, const Match&) {
  bgp_family_of_line(context).filters.push_back(context.line());
}

template <auto Field, bool value>
void bind_flag(Context& context, const Match&) {
  bgp_family_of_line(context).*Field = context.fact(value);
}

void bind_cluster_id(Context& context, const Match& match) {
  bgp_family_of_line(context).cluster_id = context.name(match, "id");
}

constexpr auto origin_rows(View view) {
  return std::to_array<Command>({
      {view, kModelled,
       "network <network:ip4> [ <mask:mask> ] [ route-policy <policy:ref(route-policy)> | route-filter "
       "<filter> ] [ non-relay-tunnel ]",
       bind_network},
      {view, kModelled,
       "network <network:ip6> <length:0-128> [ route-policy <policy:ref(route-policy)> | route-filter "
       "<filter> ] [ non-relay-tunnel ]",
       bind_network},
      {view, kModelled,
       "import-route { direct | static | unr | op-route } [ med <med> | route-policy "
       "<policy:ref(route-policy)> | route-filter <filter> ] * [ non-relay-tunnel ]",
       bind_import},
      {view, kModelled,
       "import-route { rip | isis | ospf | ospfv3 | ripng } [ <process:1-4294967295> ] [ med <med> | "
       "route-policy <policy:ref(route-policy)> | route-filter <filter> ] * [ non-relay-tunnel ]",
       bind_import},
      {view, kModelled, "undo network <network:ip4> [ <mask:mask> ]", bind_undo_network},
      {view, kModelled, "undo network <network:ip6> <length:0-128>", bind_undo_network},
      {view, kModelled,
       "undo import-route { direct | static | unr | op-route | { rip | isis | ospf | ospfv3 | ripng } [ "
       "<process:1-4294967295> ] }",
       bind_undo_import},
      {view, kPartial, "aggregate <more:rest>"},
      {view, kPartial, "[ undo ] default-route imported"},
      {view, kPartial, "[ undo ] summary automatic"},
      {view, kPartial, "import-rib <more:rest>"},
      {view, kPartial, "advertise l2vpn evpn [ <more:rest> ]",
       bind_flag<&BgpFamily::advertises_to_evpn, true>},
      {view, kIrrelevant,
       "[ undo ] advertise { best-route | valid-routes | ebgp | route-reoriginate } [ "
       "<more:rest> ]"},
  });
}

constexpr auto path_rows(View view) {
  return join(
      std::to_array<Command>({
          {view, kModelled, "policy vpn-target", bind_flag<&BgpFamily::policy_vpn_target, true>},
          {view, kModelled, "undo policy vpn-target", bind_flag<&BgpFamily::policy_vpn_target, false>},
          {view, kModelled, "reflect between-clients", bind_flag<&BgpFamily::reflects_between_clients, true>},
          {view, kModelled, "undo reflect between-clients",
           bind_flag<&BgpFamily::reflects_between_clients, false>},
          {view, kIrrelevant, "[ undo ] reflect change-path-attribute"},
          {view, kModelled, "reflector cluster-id <id>", bind_cluster_id},
          {view, kPartial,
           "filter-policy { acl-name <acl:ref(acl)> | acl6-name <acl:ref(acl)> | ip-prefix "
           "<prefix:ref(ip-prefix)> | ipv6-prefix <prefix:ref(ip-prefix)> | <acl:ref(acl)> } { import | "
           "export [ direct | static | unr | op-route | { isis | ospf | ospfv3 | rip | ripng } <process> ] }",
           bind_filter},
          {view, kPartial,
           "route-filter <filter> { import | export [ direct | static | unr | { isis | ospf | ospfv3 | rip "
           "| ripng } <process> ] }",
           bind_filter},
          {view, kPartial, "rr-filter <filter>", bind_filter},
          {view, kPartial,
           "nexthop recursive-lookup { route-policy <policy:ref(route-policy)> | route-filter <filter> }",
           bind_filter},
          {view, kPartial,
           "routing-table rib-only [ route-policy <policy:ref(route-policy)> | route-filter "
           "<filter> ]",
           bind_filter},
          {view, kPartial, "[ undo ] tunnel-selector <selector:ref(tunnel-selector)> [ all ]"},
          {view, kPartial,
           "unicast-route recursive-lookup { tunnel | tunnel-v4 | tunnel-v6 } [ "
           "tunnel-selector <selector:ref(tunnel-selector)> ]"},
          {view, kPartial, "preference { route-policy <policy:ref(route-policy)> | route-filter <filter> }"},
          {view, kPartial, "preference <external:1-255> [ <internal:1-255> <local:1-255> ]"},
          {view, kPartial,
           "ingress-lsp trigger { route-policy <policy:ref(route-policy)> | route-filter "
           "<filter> }"},
          {view, kPartial, "as-number <AS_number:as>"},
      }),
      rows(view, kIrrelevant,
           {
               "[ undo ] auto-frr [ <more:rest> ]",
               "[ undo ] default { local-preference | med } [ <value> ]",
               "[ undo ] group <group>",
               "[ undo ] maximum load-balancing [ <more:rest> ]",
               "nexthop { recursive-lookup { delay | non-critical-event | restrain | bit-error-detection | "
               "default-route } [ <more:rest> ] | third-party }",
               "[ undo ] ingress-lsp protect-mode bgp-frr",
               "[ undo ] unicast-route label { advertise | pop-go } [ pop-go ]",
               "[ undo ] segment-routing <more:rest>",
               "[ undo ] signaling <more:rest>",
               "[ undo ] timer { keepalive | connect-retry | df-delay | wait-for-eor } <more:rest>",
               "[ undo ] router-id { auto-select | filter | <id:ip4> }",
               "[ undo ] dampening [ <more:rest> ]",
               "[ undo ] vpn-orf enable",
               "[ undo ] active-route-advertise",
               "[ undo ] apply-label <more:rest>",
               "[ undo ] check-first-as",
               "[ undo ] keep-all-routes",
               "[ undo ] local-cross-routing non-med",
               "[ undo ] local-cross { allow-remote-cross-route | export evpn-rt-match }",
               "[ undo ] constraint-rt-filter { enable | disable }",
               "[ undo ] ipv6 qppb",
               "[ undo ] bgp { dynamic-session-limit <number> | paf | yang-mode }",
               "[ undo ] { bgp-local-ifnet | bgp-lsp } mtu <mtu>",
               "[ undo ] prefix origin-validation enable",
               "[ undo ] supernet { label-route | unicast } advertise { enable | disable }",
               "[ undo ] qos-local-id <more:rest>",
           }));
}

constexpr auto kCommands = join(origin_rows(View::Bgp), path_rows(View::Bgp), origin_rows(View::BgpFamily),
                                path_rows(View::BgpFamily));

}  // namespace

std::span<const Command> bgp_family_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
