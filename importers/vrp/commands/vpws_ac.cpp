// How an attachment circuit treats its PWs: redundancy mode, switchback, dual receiving and sending, what
// makes a PW follow something else; local connections made in the AC's view. Source: command reference, VPWS
// and L2VPN Accessing L3VPN.

#include <algorithm>

#include "importers/vrp/commands/l2vpn_words.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

AcRedundancy& redundancy(Context& context) {
  Interface& ac = context.interface();
  if (!ac.redundancy) ac.redundancy.ensure() = new_redundancy(ac.where);
  return ac.redundancy.ensure();
}

void bind_mode(Context& context, const Match& match) {
  const bool master = match.has("master");
  redundancy(context).mode = context.fact(master ? RedundancyMode::Master : RedundancyMode::Independent);
}

void bind_undo_mode(Context& context, const Match&) {
  redundancy(context).mode = by_default(RedundancyMode::Frr, context.interface().where);
}

void bind_reroute(Context& context, const Match& match) {
  redundancy(context).reroute = context.fact(reroute(context, match));
}

void bind_undo_reroute(Context& context, const Match&) {
  redundancy(context).reroute.reset();
}

void bind_holdoff(Context& context, const Match& match) {
  redundancy(context).holdoff = context.number(match, "seconds");
}

void bind_undo_holdoff(Context& context, const Match&) {
  redundancy(context).holdoff.reset();
}

void bind_pw_aps(Context& context, const Match& match) {
  redundancy(context).pw_aps = context.number(match, "id");
}

void bind_undo_pw_aps(Context& context, const Match&) {
  redundancy(context).pw_aps.reset();
}

void bind_undo_service_name(Context& context, const Match&) {
  redundancy(context).service_name.reset();
}

// One connection as primary, one as secondary.
void bind_undo_local_connection(Context& context, const Match& match) {
  const std::string& ac = context.interface().name;
  std::erase_if(context.device().local_connections, [&](const LocalConnection& connection) {
    return *connection.first_interface == ac && connection.secondary == match.has("secondary");
  });
}

template <Fact<bool> AcRedundancy::*flag, bool value>
void bind_flag(Context& context, const Match&) {
  redundancy(context).*flag = context.fact(value);
}

void bind_arp_dual_sending(Context& context, const Match& match) {
  redundancy(context).arp_dual_sending = context.fact(true);
  redundancy(context).arp_expire = context.number(match, "seconds");
}

void bind_nd_dual_sending(Context& context, const Match& match) {
  redundancy(context).nd_dual_sending = context.fact(true);
  redundancy(context).nd_expire = context.number(match, "seconds");
}

template <bool value>
void bind_ignore_ac(Context& context, const Match& match) {
  AcRedundancy& settings = redundancy(context);
  if (match.has("secondary")) {
    settings.secondary_ignore_ac_state = context.fact(value);
  } else if (match.has("bypass")) {
    settings.bypass_ignore_ac_state = context.fact(value);
  } else {
    settings.ignore_ac_state = context.fact(value);
  }
}

template <bool value>
void bind_vccv(Context& context, const Match& match) {
  AcRedundancy& settings = redundancy(context);
  (match.has("secondary") ? settings.secondary_vccv_parameter : settings.vccv_parameter) =
      context.fact(value);
}

void bind_service_name(Context& context, const Match& match) {
  redundancy(context).service_name = context.name(match, "name");
}

void bind_local_connection(Context& context, const Match& match) {
  const std::string& ac = context.interface().name;
  const auto other = context.interface_name(match, "other");
  std::vector<LocalConnection>& all = context.device().local_connections;
  const auto known = std::ranges::find_if(all, [&](const LocalConnection& connection) {
    return *connection.first_interface == ac && connection.second_interface &&
           **connection.second_interface == **other;
  });
  if (known != all.end()) return;
  LocalConnection made;
  made.where = context.line();
  made.first_interface = context.fact(ac);
  made.second_interface = other;
  made.secondary = match.has("secondary");
  if (const auto name = match.text("instance")) made.name = *name;
  all.push_back(std::move(made));
}

template <Fact<bool> Interface::*flag, bool value>
void bind_interface_flag(Context& context, const Match&) {
  context.interface().*flag = context.fact(value);
}

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "mpls l2vpn redundancy { independent | master }", bind_mode},
    {View::Interface, kModelled, "undo mpls l2vpn redundancy [ independent | master ]", bind_undo_mode},
    {View::Interface, kModelled,
     "mpls l2vpn reroute { { delay <delay:10-10800> | immediately } [ resume <resume:0-600> ] | never }",
     bind_reroute},
    {View::Interface, kModelled, "undo mpls l2vpn reroute", bind_undo_reroute},
    {View::Interface, kModelled, "mpls l2vpn holdoff <seconds:1-180>", bind_holdoff},
    {View::Interface, kModelled, "undo mpls l2vpn holdoff", bind_undo_holdoff},
    {View::Interface, kModelled, "mpls l2vpn stream-dual-receiving",
     bind_flag<&AcRedundancy::stream_dual_receiving, true>},
    {View::Interface, kModelled, "undo mpls l2vpn stream-dual-receiving",
     bind_flag<&AcRedundancy::stream_dual_receiving, false>},
    {View::Interface, kPartial, "[ undo ] mpls l2vpn stream-dual-send"},  // older releases
    {View::Interface, kModelled,
     "mpls l2vpn { arp-dual-sending | arp-sending } [ expire-time <seconds:60-4294967295> ]",
     bind_arp_dual_sending},
    {View::Interface, kModelled,
     "undo mpls l2vpn { arp-dual-sending | arp-sending } [ expire-time <seconds> ]",
     bind_flag<&AcRedundancy::arp_dual_sending, false>},
    {View::Interface, kModelled, "mpls l2vpn nd-dual-sending [ expire-time <seconds:60-4294967295> ]",
     bind_nd_dual_sending},
    {View::Interface, kModelled, "undo mpls l2vpn nd-dual-sending [ expire-time <seconds> ]",
     bind_flag<&AcRedundancy::nd_dual_sending, false>},
    {View::Interface, kModelled, "mpls l2vpn pw ignore-ac-state [ bypass | secondary ]",
     bind_ignore_ac<true>},
    {View::Interface, kModelled, "undo mpls l2vpn pw ignore-ac-state [ bypass | secondary ]",
     bind_ignore_ac<false>},
    {View::Interface, kModelled, "mpls l2vpn service-name <name:text(1-31)>", bind_service_name},
    {View::Interface, kModelled, "undo mpls l2vpn service-name", bind_undo_service_name},
    {View::Interface, kModelled, "interface-parameter-type vccv [ secondary ]", bind_vccv<true>},
    {View::Interface, kModelled, "undo interface-parameter-type vccv [ secondary ]", bind_vccv<false>},

    {View::Interface, kModelled, "hub-mode enable", bind_interface_flag<&Interface::hub_mode, true>},
    {View::Interface, kModelled, "undo hub-mode enable", bind_interface_flag<&Interface::hub_mode, false>},

    {View::Interface, kModelled,
     "mpls ccc [ instance-name <instance:text(1-31)> ] out-interface <other:interface> [ { ip-interworking | "
     "ip-layer2 | raw | tagged } | access-port | secondary | jitter-buffer <jitter:1-64> | tdm-encapsulation "
     "<frames> | idle-code <idle:hex> | rtp-header | max-atm-cells <cells> | atm-pack-overtime <overtime> ] "
     "*",
     bind_local_connection},
    {View::Interface, kModelled, "undo mpls ccc [ instance-name <instance:text(1-31)> ] [ secondary ]",
     bind_undo_local_connection},

    // Protection that the model does not decide with
    {View::Interface, kPartial, "mpls l2vpn pw-aps <id:1-4294967295> { admin | reference }", bind_pw_aps},
    {View::Interface, kPartial, "undo mpls l2vpn pw-aps [ <id> { admin | reference } ]", bind_undo_pw_aps},
    {View::Interface, kPartial, "[ undo ] mpls l2vpn switchover"},
    {View::Interface, kPartial, "[ undo ] mpls l2vpn trigger if-down"},
    {View::Interface, kPartial,
     "mpls l2vpn pw bfd [ detect-multiplier <multiplier:3-50> | min-rx-interval <rx:3-20000> | "
     "min-tx-interval "
     "<tx:3-20000> ] * [ remote-vcid <vc-id:1-4294967295> ] [ secondary ]"},
    {View::Interface, kPartial, "[ undo ] mpls l2vpn pw bit-error-detection"},
    {View::Interface, kPartial, "mpls l2vpn oam-mapping [ 1ag md <md> ma <ma> ]"},
    {View::Interface, kPartial, "mpls l2vpn multi-homing trigger { efm | cfm md <md> ma <ma> }"},
    {View::Interface, kPartial, "[ undo ] mpls l2vpn mac-withdraw disable"},
    {View::Interface, kPartial, "[ undo ] manual-set pw-ac-fault [ secondary ]"},

    {View::Interface, kPartial,
     "undo mpls l2vpn { pw bfd | oam-mapping | multi-homing | description | hard-pipe | "
     "pw-ttl | qos } "
     "[ <more:rest> ]"},
    {View::Interface, kIrrelevant, "undo { local-ce | remote-ce } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "mpls l2vpn description <text:rest>"},
    {View::Interface, kIrrelevant, "[ undo ] mpls l2vpn forward-mode raw"},
    {View::Interface, kIrrelevant,
     "mpls l2vpn hard-pipe [ bandwidth <b> [ burst-time <t> ] ] [ expand-ratio <r> ]"},
    {View::Interface, kIrrelevant, "[ undo ] mpls l2vpn load-balance packet"},
    {View::Interface, kIrrelevant, "[ undo ] mpls l2vpn pw performance disable"},
    {View::Interface, kIrrelevant,
     "[ undo ] mpls l2vpn pw { traffic-statistics | traffic-statistic } enable [ secondary | bypass ]"},
    {View::Interface, kIrrelevant, "mpls l2vpn pw-ttl <ttl> [ bypass | secondary ]"},
    {View::Interface, kIrrelevant,
     "mpls l2vpn qos cir <cir> [ pir <pir> ] [ qos-profile <profile> ] [ secondary | bypass ]"},
    {View::Interface, kIrrelevant, "[ undo ] local-ce { ip <address:ip4> | mac { <mac:mac> | broadcast } }"},
    {View::Interface, kIrrelevant, "[ undo ] remote-ce ip <address:ip4>"},
};

}  // namespace

std::span<const Command> vpws_ac_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
