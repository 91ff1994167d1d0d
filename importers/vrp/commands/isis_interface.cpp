// `isis …` under interfaces. What is said to one of several processes of the same interface (`process-id`) is
// not held.
// Source: NE40E command reference, IS-IS.

#include <array>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/routing_words.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kUnusedCost = 16777215;  // `maximum`: carries no traffic

IsisInterface* isis_of(Context& context) {
  Box<IsisInterface>& isis = context.interface().isis;
  if (!isis) isis.ensure() = new_isis_interface(context.interface().where);
  return &isis.ensure();
}

template <auto Field>
void bind_enable(Context& context, const Match& match) {
  auto process = context.number(match, "process");
  if (!process) process = context.fact<std::uint32_t>(1);
  isis_of(context)->*Field = process;
}

void bind_cost(Context& context, const Match& match) {
  auto cost = context.number(match, "cost");
  if (!cost) cost = context.fact(kUnusedCost);
  IsisInterface& isis = *isis_of(context);
  if (match.has("level-1")) {
    isis.level1_cost = cost;
  } else if (match.has("level-2")) {
    isis.level2_cost = cost;
  } else {
    isis.cost = cost;
  }
}

void bind_level(Context& context, const Match& match) {
  isis_of(context)->circuit_level = context.fact(named_level(match));
}

void bind_authentication(Context& context, const Match& match) {
  Authentication read = read_authentication(context, match);
  IsisInterface& isis = *isis_of(context);
  isis.authentication = std::move(read.mode);
  isis.key = read.key;
}

void bind_prefix_sid(Context& context, const Match& match) {
  const Capture& form = match.captures()[2];
  const Capture& value = *match.find("value");
  isis_of(context)->prefix_sid =
      context.fact(std::string(match.text(form)) + ' ' + std::string(match.text(value)));
}

constexpr auto kModelledRows = std::to_array<Command>({
    {View::Interface, kModelled, "isis enable [ <process:1-4294967295> ]",
     bind_enable<&IsisInterface::process>},
    {View::Interface, kModelled, "isis ipv6 enable [ <process:1-4294967295> ]",
     bind_enable<&IsisInterface::ipv6_process>},
    {View::Interface, kModelled, "undo isis enable", clear<isis_of, &IsisInterface::process>},
    {View::Interface, kModelled, "undo isis ipv6 enable", clear<isis_of, &IsisInterface::ipv6_process>},
    {View::Interface, kModelled, "isis cost { maximum | <cost:1-16777214> } [ level-1 | level-2 ]",
     bind_cost},
    {View::Interface, kModelled, "undo isis cost", clear<isis_of, &IsisInterface::cost>},
    {View::Interface, kModelled, "isis ipv6 cost <cost:1-16777214>",
     set_number<isis_of, &IsisInterface::ipv6_cost>},
    {View::Interface, kModelled, "isis circuit-level [ level-1 | level-2 | level-1-2 ]", bind_level},
    {View::Interface, kModelled, "isis circuit-type p2p [ strict-snpa-check ]",
     set<isis_of, &IsisInterface::point_to_point, true>},
    {View::Interface, kModelled, "undo isis circuit-type",
     set<isis_of, &IsisInterface::point_to_point, false>},
    {View::Interface, kModelled, "isis silent [ advertise-zero-cost ]",
     set<isis_of, &IsisInterface::silent, true>},
    {View::Interface, kModelled, "undo isis silent", set<isis_of, &IsisInterface::silent, false>},
    {View::Interface, kModelled, "isis bfd enable", set<isis_of, &IsisInterface::bfd, true>},
    {View::Interface, kModelled, "undo isis bfd [ enable ]", set<isis_of, &IsisInterface::bfd, false>},
    {View::Interface, kModelled, "isis ldp-sync", set<isis_of, &IsisInterface::ldp_sync, true>},
    {View::Interface, kModelled, "isis ldp-sync block", set<isis_of, &IsisInterface::ldp_sync, false>},
    {View::Interface, kModelled, "isis prefix-sid { index | absolute } <value:0-4294967295> [ node-disable ]",
     bind_prefix_sid},
    {View::Interface, kModelled,
     "isis authentication-mode { { simple | md5 } { plain <key:secret> | [ cipher ] <key:secret> } | "
     "hmac-sha256 key-id <key-id> { plain <key:secret> | [ cipher ] <key:secret> } | keychain <keychain> } [ "
     "level-1 | level-2 ] [ ip | osi ] [ send-only ]",
     bind_authentication},
});

constexpr auto kOtherRows = join(
    rows(View::Interface, kPartial,
         {
             "isis prefix-sid { index | absolute } <value:0-4294967295> [ node-disable ] flex-algo "
             "<algorithm>",
             "isis ipv6 cost <cost:1-16777214> { level-1 | level-2 }",
             "[ undo ] isis process-id <process> { authentication-mode | circuit-type | cost | ipv6 | "
             "link-quality | peer | prefix-sid | ti-lfa } <more:rest>",
             "[ undo ] isis [ ipv6 ] { suppress-reachability | topology } [ <more:rest> ]",
             "[ undo ] isis { mesh-group | mpls | peer-ip-ignore | ppp-negotiation } [ <more:rest> ]",
             "undo isis { authentication-mode | circuit-level | prefix-sid } [ <more:rest> ]",
         }),
    rows(View::Interface, kIrrelevant,
         {
             "[ undo ] isis ipv6 { bfd | lfa-backup | link-group | link-quality | tag-value | ti-lfa } [ "
             "<more:rest> ]",
             "[ undo ] isis { bfd | dis-name | dis-priority | lfa-backup | link-group | link-quality | "
             "padding-hello | peer | ppp-osicp-check | purge-source-trace | remote-lfa | small-hello | srlg "
             "| suppress-flapping | tag-value | ti-lfa | timer } [ <more:rest> ]",
         }));

constexpr auto kCommands = join(kModelledRows, kOtherRows);

}  // namespace

std::span<const Command> isis_interface_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
