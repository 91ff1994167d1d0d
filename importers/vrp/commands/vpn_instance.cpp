// L3VPN instances: `ip vpn-instance` with its address families.
// Old releases have no families: what stands in the instance's own view is said about IPv4.
// Source: NE40E command reference, BGP/MPLS IP VPN and BGP/MPLS IPv6 VPN. What the families say about EVPN
// carries no route that a PW tracks, so it is irrelevant.

#include <algorithm>
#include <array>
#include <vector>

#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/grammar/as_number.h"

namespace holdfast::vrp {
namespace {

using Targets = std::vector<Fact<std::string>>;

void bind_instance(Context& context, const Match& match) {
  std::vector<VpnInstance>& all = context.device().vpn_instances;
  const std::string name(*match.text("name"));
  const auto known = std::ranges::find(all, name, &VpnInstance::name);
  context.describes(static_cast<std::size_t>(known - all.begin()));
  if (known == all.end()) all.push_back({name, context.line(), {}, {}});
}

std::size_t ensure_family(Context& context, AddressFamily family) {
  std::vector<VpnFamily>& all = context.vpn_instance().families;
  const auto known = std::ranges::find(all, family, &VpnFamily::family);
  const auto index = static_cast<std::size_t>(known - all.begin());
  if (known == all.end()) {
    VpnFamily& made = all.emplace_back();
    made.family = family;
    made.where = context.line();
  }
  return index;
}

template <AddressFamily family>
void bind_family(Context& context, const Match&) {
  context.describes(ensure_family(context, family));
}

VpnFamily& family_of_line(Context& context) {
  if (context.frames().back().view == View::VpnFamily) return context.vpn_family();
  return context.vpn_instance().families[ensure_family(context, AddressFamily::Ipv4)];
}

template <auto Field>
void bind_name(Context& context, const Match& match) {
  if (auto name = context.name(match, "name")) family_of_line(context).*Field = std::move(*name);
}

template <auto Field>
void bind_undo(Context& context, const Match&) {
  (family_of_line(context).*Field).reset();
}

// With an AS number in its plain form: 1.10:5 and 65546:5 are one target.
Targets targets_of(const Context& context, const Match& match) {
  Targets targets = context.names(match, "target");
  for (Fact<std::string>& target : targets) {
    const std::size_t colon = target->find(':');
    const auto number = parse_as_number(std::string_view(*target).substr(0, colon));
    if (number && colon != std::string::npos) target.value.replace(0, colon, std::to_string(*number));
  }
  return targets;
}

void add_targets(Targets& to, const Targets& more) {
  for (const Fact<std::string>& target : more) {
    if (std::ranges::find(to, *target, &Fact<std::string>::value) == to.end()) to.push_back(target);
  }
}

void remove_targets(Targets& from, const Targets& gone) {
  std::erase_if(from, [&](const Fact<std::string>& target) {
    return gone.empty() || std::ranges::find(gone, *target, &Fact<std::string>::value) != gone.end();
  });
}

void bind_targets(Context& context, const Match& match) {
  const Targets targets = targets_of(context, match);
  VpnFamily& family = family_of_line(context);
  if (!match.has("export-extcommunity")) add_targets(family.import_targets, targets);
  if (!match.has("import-extcommunity")) add_targets(family.export_targets, targets);
}

void bind_undo_targets(Context& context, const Match& match) {
  const Targets targets = targets_of(context, match);  // none: all
  VpnFamily& family = family_of_line(context);
  if (!match.has("export-extcommunity")) remove_targets(family.import_targets, targets);
  if (!match.has("import-extcommunity")) remove_targets(family.export_targets, targets);
}

constexpr auto kOpeners = std::to_array<Command>({
    {View::System, kModelled, "ip vpn-instance <name:def(vpn-instance)(1-31)>", bind_instance,
     View::VpnInstance},
    {View::System, kModelled, "ip dcn vpn-instance <name:def(vpn-instance)(1-31)>", bind_instance,
     View::VpnInstance},
    {View::VpnInstance, kModelled, "ipv4-family [ unicast ]", bind_family<AddressFamily::Ipv4>,
     View::VpnFamily},
    {View::VpnInstance, kModelled, "ipv6-family [ unicast ]", bind_family<AddressFamily::Ipv6>,
     View::VpnFamily},
});

// Of the instance's view and of its families' views.
constexpr auto family_rows(View view) {
  return join(
      std::to_array<Command>({
          {view, kModelled, "route-distinguisher <name:rd>", bind_name<&VpnFamily::route_distinguisher>},
          {view, kModelled, "undo route-distinguisher", bind_undo<&VpnFamily::route_distinguisher>},
          {view, kModelled,
           "vpn-target <target:rd> &<1-16> [ both | import-extcommunity | export-extcommunity ]",
           bind_targets},
          {view, kModelled,
           "undo vpn-target { all | <target:rd> &<1-16> } [ both | import-extcommunity | "
           "export-extcommunity ]",
           bind_undo_targets},
          {view, kModelled, "import route-policy <name:ref(route-policy)>",
           bind_name<&VpnFamily::import_policy>},
          {view, kModelled, "import route-filter <name>", bind_name<&VpnFamily::import_policy>},
          {view, kModelled, "undo import { route-policy | route-filter }",
           bind_undo<&VpnFamily::import_policy>},
          {view, kModelled, "export route-policy <name:ref(route-policy)> [ add-ert-first ]",
           bind_name<&VpnFamily::export_policy>},
          {view, kModelled, "export route-filter <name> [ add-ert-first ]",
           bind_name<&VpnFamily::export_policy>},
          {view, kModelled, "undo export { route-policy | route-filter }",
           bind_undo<&VpnFamily::export_policy>},
          {view, kModelled, "tnl-policy <name:ref(tunnel-policy)>", bind_name<&VpnFamily::tunnel_policy>},
          {view, kModelled, "undo tnl-policy", bind_undo<&VpnFamily::tunnel_policy>},
      }),
      rows(view, kPartial,
           {
               "[ undo ] import-rib <more:rest>",
               "[ undo ] routing-table limit <number> [ <percent:1-100> | simply-alert ]",
               "[ undo ] prefix limit <number> [ <more:rest> ]",
           }),
      rows(view, kIrrelevant,
           {
               "[ undo ] vpn-target <target:rd> &<1-16> [ both | import-extcommunity | "
               "export-extcommunity ] evpn",
               "[ undo ] { import | export } route-policy <policy:ref(route-policy)> evpn",
               "[ undo ] { import | export } msdp",
               "[ undo ] tnl-policy <policy:ref(tunnel-policy)> evpn",
               "undo tnl-policy evpn",
               "[ undo ] apply-label { per-instance | per-nexthop | per-route } [ pop-go | static <label> ]",
               "[ undo ] { ip | ipv6 } { direct-routing-table | static-routing-table } route-policy "
               "<policy:ref(route-policy)>",
               "[ undo ] { ip | ipv6 } frr [ route-policy <policy:ref(route-policy)> ]",
               "[ undo ] { arp | nd } vlink-direct-route advertise [ route-policy "
               "<policy:ref(route-policy)> | route-filter <filter> ]",
           }));
}

constexpr auto kCommands = join(kOpeners, family_rows(View::VpnInstance), family_rows(View::VpnFamily));

}  // namespace

std::span<const Command> vpn_instance_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
