// `ospf …` under interfaces. What is said about a further area of the same interface (`multi-area`) is not
// held.
// Source: NE40E command reference, OSPF.

#include <array>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/routing_words.h"
#include "importers/vrp/commands/rows.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

OspfInterface* ospf_of(Context& context) {
  Box<OspfInterface>& ospf = context.interface().ospf;
  if (!ospf) ospf.ensure() = new_ospf_interface(context.interface().where);
  return &ospf.ensure();
}

void bind_enable(Context& context, const Match& match) {
  OspfInterface& ospf = *ospf_of(context);
  ospf.process = context.number(match, "process");
  if (!ospf.process) ospf.process = context.fact<std::uint32_t>(1);
  ospf.area = area_number(context, match);
}

void bind_authentication(Context& context, const Match& match) {
  Authentication read = read_authentication(context, match);
  OspfInterface& ospf = *ospf_of(context);
  ospf.authentication = std::move(read.mode);
  ospf.key_id = read.key_id;
  ospf.key = read.key;
}

void bind_network_type(Context& context, const Match& match) {
  const Capture& type = match.captures()[2];
  ospf_of(context)->network_type = context.fact(std::string(match.text(type)), match, type);
}

void bind_prefix_sid(Context& context, const Match& match) {
  const Capture& form = match.captures()[2];
  const Capture& value = *match.find("value");
  ospf_of(context)->prefix_sid =
      context.fact(std::string(match.text(form)) + ' ' + std::string(match.text(value)));
}

constexpr auto kModelledRows = std::to_array<Command>({
    {View::Interface, kModelled,
     "ospf enable [ <process:1-65535> ] area { <area:0-4294967295> | <dotted:ip4> }", bind_enable},
    {View::Interface, kModelled, "ospf cost <value:1-65535>", set_number<ospf_of, &OspfInterface::cost>},
    {View::Interface, kModelled, "undo ospf cost", clear<ospf_of, &OspfInterface::cost>},
    {View::Interface, kModelled, "ospf network-type { broadcast | p2p | p2mp | nbma } [ peer-ip-ignore ]",
     bind_network_type},
    {View::Interface, kModelled,
     "ospf authentication-mode { null | simple [ plain <key:secret> | [ cipher ] <key:secret> ] | { md5 | "
     "hmac-md5 | hmac-sha256 } [ <key-id:1-255> { plain <key:secret> | [ cipher ] <key:secret> } ] | "
     "keychain <keychain> }",
     bind_authentication},
    {View::Interface, kModelled, "ospf timer hello <seconds:1-65535> [ conservative ]",
     set_number<ospf_of, &OspfInterface::hello>},
    {View::Interface, kModelled, "ospf timer dead <seconds:1-235926000>",
     set_number<ospf_of, &OspfInterface::dead>},
    {View::Interface, kModelled, "ospf mtu-enable", set<ospf_of, &OspfInterface::mtu_enable, true>},
    {View::Interface, kModelled, "undo ospf mtu-enable", set<ospf_of, &OspfInterface::mtu_enable, false>},
    {View::Interface, kModelled, "ospf bfd enable", set<ospf_of, &OspfInterface::bfd, true>},
    {View::Interface, kModelled, "undo ospf bfd [ enable ]", set<ospf_of, &OspfInterface::bfd, false>},
    {View::Interface, kModelled, "ospf ldp-sync", set<ospf_of, &OspfInterface::ldp_sync, true>},
    {View::Interface, kModelled, "ospf ldp-sync block", set<ospf_of, &OspfInterface::ldp_sync, false>},
    {View::Interface, kModelled, "ospf prefix-sid { index | absolute } <value:0-4294967295> [ node-disable ]",
     bind_prefix_sid},
});

constexpr auto kOtherRows = join(
    rows(View::Interface, kPartial,
         {
             "ospf prefix-sid { index | absolute } <value:0-4294967295> [ node-disable ] flex-algo "
             "<algorithm>",
             "ospf enable multi-area { <area:0-4294967295> | <dotted:ip4> }",
             "ospf { cost <value> | mtu-enable | timer { hello | dead } <seconds> | ldp-sync [ block ] } "
             "multi-area <area>",
             "ospf authentication-mode { null | { simple | md5 | hmac-md5 | hmac-sha256 } [ <key-id:1-255> "
             "] [ plain | cipher ] <key:secret> | keychain <keychain> } multi-area <area>",
             "ospf { filter-lsa-out | suppress-reachability | cost-fallback | mpls | mpls-te | "
             "p2mp-mask-ignore } [ <more:rest> ]",
             "undo ospf { enable | network-type | authentication-mode | timer | prefix-sid | "
             "filter-lsa-out | suppress-reachability } [ <more:rest> ]",
             "[ undo ] { ospfv3 | rip | ripng } <more:rest>",
         }),
    rows(View::Interface, kIrrelevant,
         {
             "[ undo ] ospf timer { ldp-sync | poll | retransmit | wait } [ <more:rest> ]",
             "[ undo ] ospf { bfd | dr-priority | flush-source-trace | frr | link-quality | peer | "
             "remote-lfa | smart-discover | suppress-flapping | ti-lfa | trans-delay } [ <more:rest> ]",
         }));

constexpr auto kCommands = join(kModelledRows, kOtherRows);

}  // namespace

std::span<const Command> ospf_interface_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
