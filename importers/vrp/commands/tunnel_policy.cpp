// Explicit paths of TE tunnels, and how services choose their tunnels: tunnel policies and selectors.
// Source: command reference, MPLS TE and VPN tunnel management.

#include <algorithm>

#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

void bind_explicit_path(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<ExplicitPath>& all = context.device().explicit_paths;
  const auto known = std::ranges::find(all, **name, &ExplicitPath::name);
  context.describes(static_cast<std::size_t>(known - all.begin()));
  if (known != all.end()) return;
  ExplicitPath made;
  made.name = **name;
  made.where = context.line();
  all.push_back(std::move(made));
}

// A path visits an address once: a second line for it is a repeated block.
void bind_next_hop(Context& context, const Match& match) {
  const auto address = context.ipv4(match, "address");
  std::vector<ExplicitHop>& hops = context.explicit_path().hops;
  const auto known =
      std::ranges::find_if(hops, [&](const ExplicitHop& hop) { return *hop.address == **address; });
  const ExplicitHop hop{*address, match.has("loose"), match.has("exclude")};
  if (known == hops.end()) {
    hops.push_back(hop);
  } else {
    *known = hop;
  }
}

void bind_next_label(Context& context, const Match&) {
  context.explicit_path().label_hops.push_back(context.line());
}

void bind_policy(Context& context, const Match& match) {
  const auto name = context.name(match, "name");
  std::vector<TunnelPolicy>& all = context.device().tunnel_policies;
  const auto known = std::ranges::find(all, **name, &TunnelPolicy::name);
  context.describes(static_cast<std::size_t>(known - all.begin()));
  if (known != all.end()) return;
  TunnelPolicy made;
  made.name = **name;
  made.where = context.line();
  all.push_back(std::move(made));
}

// Every word between `select-seq` and `load-balance-number`, in the line's order, names a kind of tunnel.
void bind_sequence(Context& context, const Match& match) {
  TunnelPolicy& policy = context.tunnel_policy();
  policy.select_sequence.clear();
  policy.select_where = context.line();
  bool inside = false;
  for (const Capture& capture : match.captures()) {
    if (capture.name == "load-balance-number") inside = false;
    if (inside) policy.select_sequence.push_back(context.fact(std::string(capture.name), match, capture));
    if (capture.name == "select-seq") inside = true;
  }
}

void bind_undo_sequence(Context& context, const Match&) {
  context.tunnel_policy().select_sequence.clear();
  context.tunnel_policy().select_where = {};
}

void bind_binding(Context& context, const Match& match) {
  TunnelBinding made;
  made.destination = *context.ipv4(match, "destination");
  made.where = context.line();
  made.down_switch = by_default(false, context.line());
  if (const auto given = context.keyword(match, "down-switch")) made.down_switch = *given;
  for (const Capture& capture : match.captures()) {
    if (capture.is_word() || capture.name != "tunnel") continue;
    made.tunnels.push_back(context.fact(canonical_interface(covered(match, capture)), match, capture));
  }
  std::vector<TunnelBinding>& bindings = context.tunnel_policy().bindings;
  const auto known = std::ranges::find_if(
      bindings, [&](const TunnelBinding& other) { return *other.destination == *made.destination; });
  if (known == bindings.end()) {
    bindings.push_back(std::move(made));
  } else {
    *known = std::move(made);
  }
}

void bind_undo_binding(Context& context, const Match& match) {
  const auto destination = context.ipv4(match, "destination");
  std::erase_if(context.tunnel_policy().bindings,
                [&](const TunnelBinding& binding) { return *binding.destination == **destination; });
}

constexpr Command kCommands[] = {
    {View::System, kModelled, "explicit-path <name:def(explicit-path)(1-128)> [ enable ]", bind_explicit_path,
     View::ExplicitPath},
    {View::ExplicitPath, kModelled,
     "next hop <address:ip4> [ include [ { strict | loose } | { incoming | outgoing } ] * | exclude ]",
     bind_next_hop},
    {View::ExplicitPath, kPartial,
     "next sid label <label> type { adjacency | prefix | binding-sid } [ index <index> ]", bind_next_label},
    // Typed by hand; a saved configuration shows their result as `next`
    {View::ExplicitPath, kNotYet, "{ add | modify | delete } { hop | sid | index } <more:rest>"},

    {View::System, kIrrelevant, "tunnel-policy nonexistent-config-check { disable | enable }"},
    {View::System, kModelled, "tunnel-policy <name:def(tunnel-policy)(1-39)>", bind_policy,
     View::TunnelPolicy},
    {View::TunnelPolicy, kModelled,
     "tunnel select-seq { gre | lsp | ldp | bgp | cr-lsp | te | sr-lsp | sr-te | sr-te-policy | "
     "flex-algo-lsp } "
     "* load-balance-number <number:1-64> [ unmix ]",
     bind_sequence},
    {View::TunnelPolicy, kModelled, "undo tunnel select-seq", bind_undo_sequence},
    {View::TunnelPolicy, kIrrelevant,
     "tunnel select-seq ipv6 { srv6-te-policy | srv6-te-policy-group | srv6-te-flow-group } * "
     "load-balance-number <number:1-64> [ unmix ]"},
    {View::TunnelPolicy, kModelled,
     "tunnel binding destination <destination:ip4> te { <tunnel:interface> } &<1-32> [ "
     "ignore-destination-check ] [ down-switch ]",
     bind_binding},
    {View::TunnelPolicy, kPartial,
     "tunnel binding destination <destination:ip4> te { <tunnel:interface> } &<1-32> [ "
     "ignore-destination-check ] include-ldp",
     bind_binding},
    {View::TunnelPolicy, kPartial,
     "tunnel binding destination <destination:ip4> { auto-tunnel { <auto> } &<1-32> | sr-te-policy group "
     "<group> "
     "} [ ignore-destination-check ] [ down-switch ]",
     bind_binding},
    {View::TunnelPolicy, kModelled, "undo tunnel binding destination <destination:ip4>", bind_undo_binding},
    {View::TunnelPolicy, kIrrelevant, "description <text:rest>"},
    {View::System, kPartial, "tunnel policy binding-default down-switch enable"},
    {View::System, kIrrelevant, "tunnel ipv4-ipv6 <more:rest>"},

    {View::System, kPartial,
     "tunnel-selector <name:def(tunnel-selector)(1-40)> { permit | deny } node <node:0-65535>", nullptr,
     View::TunnelSelector},
    {View::TunnelSelector, kPartial, "apply tunnel-policy <policy:ref(tunnel-policy)(1-39)>"},
    {View::TunnelSelector, kPartial, "apply segment-routing ipv6 <more:rest>"},
    {View::TunnelSelector, kPartial,
     "if-match { community-filter | ip | ipv6 | ip-prefix | rd-filter | extcommunity-filter } <more:rest>"},
};

}  // namespace

std::span<const Command> tunnel_policy_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
