// VRRP and VRRP6 groups of interfaces, management VRRP (mVRRP) and what groups track. Source: command
// reference, chapters VRRP and VRRP6.

#include <algorithm>
#include <utility>

#include "importers/vrp/commands/binders.h"
#include "importers/vrp/commands/tables.h"
#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kMsPerSecond = 1000;

// The group that the line names, made by the first line that does; the lines come in any order.
VrrpGroup& group_of(Context& context, const Match& match) {
  const bool is_v6 = match.has("vrrp6") || match.has("admin-vrrp6");
  const auto vrid = context.number(match, "VRRP_vrid").value_or(Fact<std::uint32_t>{});
  std::vector<VrrpGroup>& groups = context.interface().vrrp;
  const auto at = std::ranges::find_if(
      groups, [&](const VrrpGroup& group) { return *group.vrid == *vrid && group.is_v6 == is_v6; });
  if (at != groups.end()) return *at;
  groups.push_back(new_vrrp_group(vrid, is_v6, context.line()));
  return groups.back();
}

void bind_group(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  const auto address = context.ip_address(match, "address");
  if (!address) return;
  const bool known = std::ranges::any_of(group.virtual_ips, [&](const auto& ip) { return *ip == **address; });
  if (!known) group.virtual_ips.push_back(*address);
}

void bind_unicast(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.unicast_peer = context.ip_address(match, "peer");
  group.unicast_source = context.ip_address(match, "source");
}

template <auto Field, bool Value>
void set_group(Context& context, const Match& match) {
  group_of(context, match).*Field = context.fact(Value);
}

template <auto Field>
void restore_group(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.*Field = new_vrrp_group(group.vrid, group.is_v6, group.where).*Field;
}

void bind_priority(Context& context, const Match& match) {
  if (const auto value = context.number(match, "VRRP_priority")) group_of(context, match).priority = *value;
}

void bind_preempt_delay(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  if (const auto value = context.number(match, "VRRP_preemption_delay")) group.preempt_delay = *value;
}

void bind_interval(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  if (auto value = context.number(match, "VRRP_advertisement_interval")) {
    value->value *= kMsPerSecond;
    group.advertise_interval = *value;
  }
  if (const auto value = context.number(match, "milliseconds")) group.advertise_interval = *value;
}

void bind_authentication(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  for (const char* const mode : {"simple", "md5", "hmac-sha256"}) {
    if (match.has(mode)) group.authentication_mode = context.fact(std::string(mode));
  }
  // Keys of the digests are stored as cipher text without a word that says so.
  const bool cipher_form = match.has("cipher") || !match.has("simple");
  group.key = context.secret(match, "key", cipher_form);
}

void forget_authentication(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.authentication_mode.reset();
  group.key.reset();
}

void bind_admin(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.is_admin = context.fact(true);
  group.admin_where = context.line();
  if (const auto on = context.keyword(match, "ignore-if-down")) group.ignore_if_down = *on;
}

void bind_track_admin(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.tracked_admin_interface = context.interface_name(match, "interface");
  group.tracked_admin_vrid = context.number(match, "admin_VRRP_vrid");
}

void bind_track(Context& context, const Match& match) {
  VrrpTrack track;
  track.where = context.line();
  track.interface = context.interface_name(match, "interface");
  track.bfd_session = context.name(match, "session");
  track.bfd_discriminator = context.number(match, "discriminator");
  if (match.has("peer")) track.bfd_role = VrrpBfdRole::Peer;
  if (match.has("link")) track.bfd_role = VrrpBfdRole::Link;
  track.reduced = context.number(match, "reduced");
  track.increased = context.number(match, "increased");
  if (!track.reduced && !track.increased && track.bfd_role == VrrpBfdRole::Priority) {
    track.reduced = by_default(kVrrpTrackReduced, context.line());
  }
  group_of(context, match).tracks.push_back(std::move(track));
}

void forget_group(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  if (const auto address = context.ip_address(match, "address")) {
    std::erase_if(group.virtual_ips, [&](const auto& known) { return *known == **address; });
    if (!group.virtual_ips.empty()) return;
  }
  const VrrpGroup gone = group;
  std::erase_if(context.interface().vrrp, [&](const VrrpGroup& known) {
    return *known.vrid == *gone.vrid && known.is_v6 == gone.is_v6;
  });
}

void forget_track_admin(Context& context, const Match& match) {
  VrrpGroup& group = group_of(context, match);
  group.tracked_admin_interface.reset();
  group.tracked_admin_vrid.reset();
}

// Everything of that kind, or the one that the line names.
void forget_track(Context& context, const Match& match) {
  const auto port = context.interface_name(match, "interface");
  const auto session = context.name(match, "session");
  const auto discriminator = context.number(match, "discriminator");
  std::erase_if(group_of(context, match).tracks, [&](const VrrpTrack& track) {
    if (match.has("interface")) return track.interface && (!port || **track.interface == **port);
    if (!match.has("bfd-session")) return !track.interface && !track.bfd_session && !track.bfd_discriminator;
    if (session) return track.bfd_session && **track.bfd_session == **session;
    if (discriminator) return track.bfd_discriminator && **track.bfd_discriminator == **discriminator;
    return track.bfd_session || track.bfd_discriminator;
  });
}

constexpr Command kCommands[] = {
    {View::Interface, kModelled, "vrrp vrid <VRRP_vrid:1-255> [ virtual-ip <address:ip4> ]", bind_group},
    {View::Interface, kModelled, "vrrp6 vrid <VRRP_vrid:1-255> [ virtual-ip <address:ip6> [ link-local ] ]",
     bind_group},
    {View::Interface, kModelled, "vrrp vrid <VRRP_vrid:1-255> peer-ip <peer:ip4> [ source-ip <source:ip4> ]",
     bind_unicast},
    {View::Interface, kModelled, "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> priority <VRRP_priority:1-254>",
     bind_priority},
    {View::Interface, kModelled, "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> priority",
     restore_group<&VrrpGroup::priority>},
    {View::Interface, kModelled, "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> preempt-mode disable",
     set_group<&VrrpGroup::preempt, false>},
    {View::Interface, kModelled,
     "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> preempt-mode timer delay <VRRP_preemption_delay:0-10800>",
     bind_preempt_delay},
    {View::Interface, kModelled, "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> preempt-mode timer delay",
     restore_group<&VrrpGroup::preempt_delay>},
    {View::Interface, kModelled, "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> preempt-mode",
     restore_group<&VrrpGroup::preempt>},
    {View::Interface, kModelled,
     "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> timer advertise "
     "{ <VRRP_advertisement_interval:1-255> | millisecond <milliseconds:100-999> }",
     bind_interval},
    {View::Interface, kModelled, "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> timer advertise",
     restore_group<&VrrpGroup::advertise_interval>},
    {View::Interface, kModelled,
     "vrrp vrid <VRRP_vrid:1-255> authentication-mode { simple [ plain | cipher ] <key:secret> | "
     "md5 <key:secret> | hmac-sha256 <key:secret> }",
     bind_authentication},
    {View::Interface, kModelled, "undo vrrp vrid <VRRP_vrid:1-255> authentication-mode",
     forget_authentication},
    {View::Interface, kModelled, "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> backup-forward",
     set_group<&VrrpGroup::backup_forward, true>},
    {View::Interface, kModelled, "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> backup-forward",
     restore_group<&VrrpGroup::backup_forward>},
    {View::Interface, kModelled, "{ admin-vrrp | admin-vrrp6 } vrid <VRRP_vrid:1-255> [ ignore-if-down ]",
     bind_admin},
    {View::Interface, kModelled, "undo { admin-vrrp | admin-vrrp6 } vrid <VRRP_vrid:1-255>",
     set_group<&VrrpGroup::is_admin, false>},
    {View::Interface, kModelled,
     "{ vrrp vrid <VRRP_vrid:1-255> track admin-vrrp | vrrp6 vrid <VRRP_vrid:1-255> track admin-vrrp6 } "
     "interface <interface:interface> vrid <admin_VRRP_vrid:1-255> [ unflowdown ]",
     bind_track_admin},
    {View::Interface, kModelled,
     "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track interface <interface:interface> "
     "[ increased <increased:1-255> | reduced <reduced:1-255> ]",
     bind_track},
    {View::Interface, kModelled,
     "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track bfd-session "
     "{ session-name <session:ref(bfd-session)> | <discriminator:1-16384> } "
     "[ increased <increased:1-255> | reduced <reduced:1-255> | peer | link ]",
     bind_track},
    // Other things to track: the model knows that the group depends on something.
    {View::Interface, kPartial, "vrrp vrid <VRRP_vrid:1-255> track efm interface <port:interface>",
     bind_track},
    {View::Interface, kPartial,
     "vrrp vrid <VRRP_vrid:1-255> track ip route <destination:ip4> <mask:mask> "
     "[ vpn-instance <vpn:ref(vpn-instance)> ] [ reduced <reduced:1-255> ]",
     bind_track},
    {View::Interface, kPartial, "vrrp vrid <VRRP_vrid:1-255> track link-bfd down-number <number>",
     bind_track},
    {View::Interface, kPartial,
     "vrrp vrid <VRRP_vrid:1-255> track { monitor-group | route-monitor-group } <name> "
     "failure-ratio <ratio:1-100> [ link | reduced <reduced:1-255> ]",
     bind_track},
    {View::Interface, kPartial,
     "vrrp vrid <VRRP_vrid:1-255> track nqa <admin> <test> [ reduced <reduced:1-255> ]", bind_track},
    {View::Interface, kPartial,
     "{ vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track service-location <location> [ reduced <reduced:1-255> ]",
     bind_track},
    {View::Interface, kPartial,
     "vrrp vrid <VRRP_vrid:1-255> track ipsec-instance <instance> [ reduced <reduced:1-255> ]", bind_track},
    {View::Interface, kModelled,
     "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track { admin-vrrp | admin-vrrp6 }", forget_track_admin},
    {View::Interface, kModelled,
     "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track interface [ <interface:interface> ]", forget_track},
    {View::Interface, kModelled,
     "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> track bfd-session "
     "[ session-name <session> | <discriminator:1-16384> ]",
     forget_track},
    {View::Interface, kPartial,
     "undo vrrp vrid <VRRP_vrid:1-255> track { efm | ip | ipsec-instance | link-bfd | monitor-group | "
     "route-monitor-group | nqa | service-location } [ <more:rest> ]",
     forget_track},
    {View::Interface, kModelled,
     "undo { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> [ virtual-ip <address:ip> [ link-local ] ]", forget_group},
    {View::Interface, kIrrelevant,
     "[ undo ] { vrrp | vrrp6 } vrid <VRRP_vrid:1-255> { fast-resume | gratuitous-arp copy-to-member | "
     "na copy-to-member | holding-multiplier [ <multiplier:3-10> ] | "
     "initialize state-hold-time [ <hold_time> ] }"},
    {View::Interface, kPartial,
     "vrrp vrid <VRRP_vrid:1-255> version-3 send-packet-mode { v2-only | v2v3-both | v3-only }"},
    {View::Interface, kIrrelevant, "undo vrrp vrid <VRRP_vrid:1-255> version-3 send-packet-mode"},
    {View::Interface, kIrrelevant, "[ undo ] vrrp advertise send-mode [ all | <VLAN_ID:1-4094> ]"},
    {View::Interface, kIrrelevant, "[ undo ] vrrp arp send-mode simple"},
    {View::Interface, kIrrelevant, "[ undo ] vrrp6 nd send-mode simple"},
    {View::Interface, kIrrelevant, "[ undo ] { vrrp | vrrp6 } recover-delay [ <delay> ]"},
    {View::Interface, kIrrelevant, "[ undo ] vrrp un-check ttl"},
    {View::Interface, kIrrelevant, "[ undo ] vrrp6 un-check hop-limit"},
    // The VLAN that hellos travel in, and a service interface that follows an mVRRP group.
    {View::Interface, kPartial, "dot1q vrrp vid <VLAN_ID:1-4094>"},
    {View::Interface, kPartial, "qinq vrrp pe-vid <VLAN_ID:1-4094> ce-vid <inner_VLAN_ID:1-4094>"},
    {View::Interface, kPartial, "track admin-vrrp interface <interface:interface> vrid <VRRP_vrid:1-255>"},

    {View::System, kIrrelevant,
     "[ undo ] vrrp gratuitous-arp { timeout [ disable | <time> ] | enhance enable }"},
    {View::System, kIrrelevant, "[ undo ] { vrrp | vrrp6 } recover-delay [ <delay> ]"},
    {View::System, kIrrelevant, "[ undo ] vrrp smooth-switching timer [ <timer> ]"},
    {View::System, kIrrelevant, "[ undo ] vrrp timer-advertise learning enable"},
    {View::System, kIrrelevant, "[ undo ] vrrp virtual-ip ping enable"},
    {View::System, kIrrelevant, "[ undo ] vrrp virtual-ip route-advertise disable [ isis | ospf | rip ] *"},
    {View::System, kIrrelevant, "[ undo ] vrrp6 { checksum exclude pseudo-header | na enhance enable }"},
    {View::System, kPartial, "vrrp unicast port <port>"},
    {View::System, kPartial, "vrrp version { v2 | v3 }"},
    {View::System, kPartial, "vrrp version-3 send-packet-mode { v2-only | v2v3-both | v3-only }"},
    {View::System, kIrrelevant, "undo vrrp { unicast port | version | version-3 send-packet-mode }"},
};

}  // namespace

std::span<const Command> vrrp_commands() {
  return kCommands;
}

}  // namespace holdfast::vrp
