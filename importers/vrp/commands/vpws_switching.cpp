// PWs without an attachment circuit, and circuits without a PW: switching at an SPE, CCC connections.
// Source: command reference, VPWS.

#include <algorithm>

#include "importers/vrp/commands/l2vpn_words.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/context.h"

namespace holdfast::vrp {
namespace {

struct SegmentNames {
  const char* peer;
  const char* vc_id;
  const char* transmit;
  const char* receive;
  const char* policy;
};

std::optional<SwitchedSegment> segment(const Context& context, const Match& match,
                                       const SegmentNames& names) {
  const auto peer = context.ipv4(match, names.peer);
  const auto vc_id = context.number(match, names.vc_id);
  if (!peer || !vc_id) return std::nullopt;
  return SwitchedSegment{*peer, *vc_id, context.name(match, names.policy),
                         context.number(match, names.transmit), context.number(match, names.receive)};
}

bool same_segment(const SwitchedSegment& a, const SwitchedSegment& b) {
  return *a.peer == *b.peer && *a.vc_id == *b.vc_id;
}

void bind_switch(Context& context, const Match& match) {
  const auto first = segment(context, match, {"peer1", "vc1", "transmit1", "receive1", "policy1"});
  const auto second = segment(context, match, {"peer2", "vc2", "transmit2", "receive2", "policy2"});
  if (!first || !second) return;
  SwitchedPw pw;
  pw.where = context.line();
  pw.first = *first;
  pw.second = *second;
  pw.backup = segment(context, match, {"peer3", "vc3", "transmit3", "receive3", "policy3"});
  pw.vc_type = *vc_type(context, match);
  pw.control_word = control_word(context, match);
  pw.mtu = context.number(match, "mtu");
  pw.instance_name = context.name(match, "instance");
  std::vector<SwitchedPw>& all = context.device().switched_pws;
  const auto known = std::ranges::find_if(all, [&](const SwitchedPw& other) {
    return same_segment(other.first, pw.first) && same_segment(other.second, pw.second) &&
           *other.vc_type == *pw.vc_type;
  });
  if (known == all.end()) {
    all.push_back(std::move(pw));
  } else {
    pw.reroute = known->reroute;
    *known = std::move(pw);
  }
}

// Names the connection by one of its segments.
void bind_switch_reroute(Context& context, const Match& match) {
  const auto peer = context.ipv4(match, "peer1");
  const auto vc_id = context.number(match, "vc1");
  const auto type = vc_type(context, match);
  for (SwitchedPw& pw : context.device().switched_pws) {
    const auto names = [&](const SwitchedSegment& segment) {
      return *segment.peer == **peer && *segment.vc_id == **vc_id;
    };
    if (*pw.vc_type == **type && (names(pw.first) || names(pw.second))) {
      pw.reroute = context.fact(reroute(context, match));
    }
  }
}

void bind_ccc(Context& context, const Match& match) {
  LocalConnection made;
  made.name = std::string(*match.text("name"));
  made.where = context.line();
  made.first_interface = *context.interface_name(match, "first");
  made.second_interface = context.interface_name(match, "second");
  std::vector<LocalConnection>& all = context.device().local_connections;
  const auto known = std::ranges::find(all, made.name, &LocalConnection::name);
  if (known == all.end()) {
    all.push_back(std::move(made));
  } else {
    *known = std::move(made);
  }
}

constexpr Command kCommands[] = {
    {View::System, kModelled,
     "mpls switch-l2vc [ instance-name <instance:text(1-31)> ] <peer1:ip4> <vc1:1-4294967295> [ trans "
     "<transmit1:0-1048575> recv <receive1:16-1048575> ] [ cir <cir> [ pir <pir> ] [ qos-profile <profile> ] "
     "] "
     "[ tunnel-policy <policy1:ref(tunnel-policy)(1-39)> ] [ oam-packet pop flow-label ] between <peer2:ip4> "
     "<vc2:1-4294967295> [ trans <transmit2:0-1048575> recv <receive2:16-1048575> ] [ cir <cir> [ pir <pir> "
     "] "
     "[ qos-profile <profile> ] ] [ tunnel-policy <policy2:ref(tunnel-policy)(1-39)> ] [ oam-packet pop "
     "flow-label ] [ backup <peer3:ip4> <vc3:1-4294967295> [ trans <transmit3:0-1048575> recv "
     "<receive3:16-1048575> ] [ tunnel-policy <policy3:ref(tunnel-policy)(1-39)> ] ] "
     "encapsulation " HOLDFAST_VRP_ENCAPSULATIONS
     " [ mtu <mtu:46-16352> | { control-word | no-control-word } | rtp-header | timeslotnum <slots> | "
     "tdm-encapsulation <frames> | cc { cw | alert } * cv lsp-ping | flow-label { both | send | receive } | "
     "control-word-transparent ] *",
     bind_switch},
    {View::System, kModelled,
     "mpls switch-l2vc <peer1:ip4> <vc1:1-4294967295> encapsulation " HOLDFAST_VRP_ENCAPSULATIONS
     " reroute { delay <delay:10-10800> | immediately | never }",
     bind_switch_reroute},
    {View::System, kPartial,
     "mpls switch-l2vc <peer1:ip4> <vc1:1-4294967295> encapsulation " HOLDFAST_VRP_ENCAPSULATIONS
     " switchover"},
    {View::System, kIrrelevant,
     "mpls switch-l2vc <peer1:ip4> <vc1:1-4294967295> between <peer2:ip4> <vc2:1-4294967295> "
     "encapsulation " HOLDFAST_VRP_ENCAPSULATIONS " bit-error-detection"},

    {View::System, kIrrelevant,
     "mpls switch-l2vc <peer1:ip4> <vc1:1-4294967295> encapsulation " HOLDFAST_VRP_ENCAPSULATIONS
     " hard-pipe <more:rest>"},

    {View::System, kModelled,
     "ccc [ ip-interworking ] <name:text(1-31)> interface <first:interface> [ access-port ] [ raw | tagged ] "
     "out-interface <second:interface> [ access-port ] [ raw | tagged ] [ jitter-buffer <jitter> | idle-code "
     "<idle> | tdm-encapsulation <frames> | rtp-header | max-atm-cells <cells> | atm-pack-overtime "
     "<overtime> ] "
     "*",
     bind_ccc},
    {View::System, kPartial,
     "ccc [ ip-interworking ] <name:text(1-31)> interface <first:interface> in-label <in> out-label <out> { "
     "nexthop <hop:ip4> | out-interface <out-interface:interface> } [ control-word | no-control-word ]",
     bind_ccc},
    {View::System, kIrrelevant, "ccc <name:text(1-31)> description <text:rest>"},
};

}  // namespace

std::span<const Command> vpws_switching_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
