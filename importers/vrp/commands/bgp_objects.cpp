#include "importers/vrp/commands/bgp_objects.h"

#include <algorithm>

#include "importers/vrp/defaults.h"

namespace holdfast::vrp {
namespace {

// The settings of a group in a list of groups.
template <class Groups, class Settings>
auto& ensure_group(Groups& groups, const Fact<std::string>& name, const Settings& fresh) {
  for (auto& group : groups) {
    if (*group.name == *name) return group;
  }
  auto& group = groups.emplace_back();
  group.name = name;
  group.settings = fresh;
  return group;
}

template <class Peers, class Peer>
Peer& ensure_peer(Peers& peers, const Fact<IpAddress>& address, Peer fresh) {
  for (Peer& peer : peers) {
    if (*peer.address == *address) return peer;
  }
  fresh.address = address;
  return peers.emplace_back(std::move(fresh));
}

// Are peers of this family enabled before a line says so?
bool enabled_by_default(const Bgp& bgp, const BgpFamily& family) {
  return family.vpn_instance.has_value() || (family.family == AddressFamily::Ipv4 && *bgp.ipv4_unicast);
}

}  // namespace

std::size_t ensure_bgp_family(Context& context, AddressFamily family, std::string_view instance, Span where) {
  std::vector<BgpFamily>& all = context.bgp().families;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view its = all[i].vpn_instance ? std::string_view(**all[i].vpn_instance) : "";
    if (all[i].family == family && its == instance) return i;
  }
  BgpFamily& made = all.emplace_back(new_bgp_family(family, context.line()));
  if (!instance.empty()) made.vpn_instance = configured(std::string(instance), where);
  return all.size() - 1;
}

bool in_bgp_family(Context& context) {
  return context.frames().back().view == View::BgpFamily;
}

BgpFamily& bgp_family_of_line(Context& context) {
  if (in_bgp_family(context)) return context.bgp_family();
  const std::size_t index = ensure_bgp_family(context, AddressFamily::Ipv4, {}, {});
  return context.bgp().families[index];
}

BgpPeer& bgp_peer_of_line(Context& context, const Match& match) {
  const BgpPeer fresh = new_bgp_peer(context.line());
  if (const auto address = context.ip_address(match, "peer")) {
    return ensure_peer(context.bgp().peers, *address, fresh);
  }
  return ensure_group(context.bgp().groups, *context.name(match, "peer"), fresh).settings;
}

BgpFamilyPeer& bgp_family_peer_of_line(Context& context, const Match& match) {
  BgpFamily& family = bgp_family_of_line(context);
  const BgpFamilyPeer fresh = new_bgp_family_peer(enabled_by_default(context.bgp(), family), context.line());
  if (const auto address = context.ip_address(match, "peer"))
    return ensure_peer(family.peers, *address, fresh);
  return ensure_group(family.groups, *context.name(match, "peer"), fresh).settings;
}

}  // namespace holdfast::vrp
