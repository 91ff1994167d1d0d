// What holds for an interface as a whole: on or off, MTU, link protocol, what it follows. Source: command
// reference, chapters Basic Interface, PPP, IP Routing Basic, L2VPN Accessing L3VPN.

#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"

namespace holdfast::vrp {
namespace {

void bind_description(Context& context, const Match& match) {
  context.interface().description = rest_of_line(context, match, "description");
}

void bind_ve_group(Context& context, const Match& match) {
  const auto id = context.number(match, "VE_group");
  if (!id) return;
  context.interface().ve_group = Fact<VeGroup>{{**id, match.has("l2-terminate")}, id->where, id->origin};
}

template <auto Field, auto Value>
constexpr Binder kSet = set<interface_of, Field, Value>;
template <auto Field>
constexpr Binder kRestore = restore<interface_of, Field>;
template <auto Field>
constexpr Binder kClear = clear<interface_of, Field>;
template <LinkProtocol Protocol>
constexpr Binder kLink = set<interface_of, &Interface::link_protocol, Protocol>;

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "shutdown", kSet<&Interface::shutdown, true>},
    {View::Interface, kModelled, "undo shutdown", kSet<&Interface::shutdown, false>},
    {View::Interface, kModelled, "description <description:rest>", bind_description},
    {View::Interface, kModelled, "undo description", kClear<&Interface::description>},
    {View::Interface, kModelled, "mtu <interface_MTU:46-9600> [ spread ]",
     set_number<interface_of, &Interface::mtu>},
    {View::Interface, kModelled, "undo mtu [ spread ]", kRestore<&Interface::mtu>},

    {View::Interface, kModelled, "link-protocol ppp", kLink<LinkProtocol::Ppp>},
    {View::Interface, kModelled, "link-protocol hdlc", kLink<LinkProtocol::Hdlc>},
    {View::Interface, kModelled, "link-protocol fr [ ietf | nonstandard ]", kLink<LinkProtocol::FrameRelay>},
    {View::Interface, kModelled, "link-protocol atm", kLink<LinkProtocol::Atm>},
    {View::Interface, kModelled, "link-protocol tdm", kLink<LinkProtocol::Tdm>},
    {View::Interface, kModelled, "undo link-protocol [ ppp | hdlc | fr | atm | tdm ]",
     kClear<&Interface::link_protocol>},
    {View::Interface, kIrrelevant, "[ undo ] link-protocol { discard | forwarding | transport } <more:rest>"},

    {View::Interface, kModelled, "ppp peer hostroute-suppress", kSet<&Interface::hostroute_suppress, true>},
    {View::Interface, kModelled, "undo ppp peer hostroute-suppress",
     kRestore<&Interface::hostroute_suppress>},
    {View::Interface, kPartial, "ppp mp <more:rest>"},
    {View::Interface, kIrrelevant,
     "ppp { account-statistics | accounting-statistics | address-release | authentication-mode | chap | "
     "check | compression | delay-lcp-negotiation | framed-route | hold-echo-reply | ipcp | ipv6cp | "
     "keepalive | lcp | magic-number | mp-global | mplscp | mru-negotiate | osicp | pap | timer | "
     "username } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "undo ppp <more:rest>"},

    {View::Interface, kModelled, "ve-group <VE_group:1-8192> { l2-terminate | l3-access | l3-terminate }",
     bind_ve_group},
    {View::Interface, kModelled, "undo ve-group", kClear<&Interface::ve_group>},

    {View::Interface, kModelled, "direct-route [ ipv6 ] track pw-state degrade-cost <cost:0-4294967295>",
     kSet<&Interface::route_tracks_pw, true>},
    {View::Interface, kModelled, "undo direct-route [ ipv6 ] track pw-state",
     kRestore<&Interface::route_tracks_pw>},
    {View::Interface, kPartial,
     "direct-route track vrrp [ interface <interface:interface> ] vrid <VRRP_vrid:1-255> "
     "degrade-cost <cost:0-4294967295>"},
    {View::Interface, kPartial,
     "direct-route ipv6 track vrrp6 vrid <VRRP_vrid:1-255> degrade-cost <cost:0-4294967295>"},
    {View::Interface, kPartial,
     "direct-route track { ipsec-instance | <interface:interface> } degrade-cost <cost:0-4294967295>"},
    {View::Interface, kPartial,
     "direct-route [ ipv6 ] { cost <cost:0-4294967295> | degrade-delay <delay> degrade-cost <cost> }"},
    {View::Interface, kIrrelevant, "undo direct-route <more:rest>"},

    // Groups of monitored interfaces or routes that take this interface down.
    {View::Interface, kPartial,
     "track { monitor-group | route-monitor-group } <group> [ trigger-down-weight <weight> ]"},
    {View::Interface, kIrrelevant,
     "undo track { monitor-group | route-monitor-group | admin-vrrp } [ <more:rest> ]"},
    {View::Interface, kIrrelevant, "[ undo ] mode channel <more:rest>"},

    // Controllers (E1, CPOS) are printed without indentation: their lines are told by meaning.
    {View::System, kIrrelevant, "controller <more:rest>", nullptr, View::Other},
    {View::Other, kIrrelevant, "using { e1 | ce1 | t1 | ct1 }"},
    {View::Other, kIrrelevant, "code <code>"},
    {View::Other, kIrrelevant, "channel-set <more:rest>"},
    {View::Other, kIrrelevant, "frame-format <format>"},
    {View::Other, kIrrelevant, "undo shutdown [ <more:rest> ]"},
    {View::Other, kPartial, "shutdown [ <more:rest> ]"},
};

}  // namespace

std::span<const Command> interface_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
