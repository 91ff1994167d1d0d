#include "importers/vrp/finish_bgp.h"

#include <algorithm>

namespace holdfast::vrp {
namespace {

template <class T>
void inherit(MaybeFact<T>& value, const MaybeFact<T>& from) {
  if (!value && from) value = inferred(**from, from->where);
}

template <class T>
void inherit(Fact<T>& value, const Fact<T>& from) {
  if (!value.configured() && from.configured()) value = inferred(*from, from.where);
}

void inherit_session(BgpPeer& peer, const BgpGroup& group, const Fact<std::uint32_t>& own_as) {
  const BgpPeer& from = group.settings;
  inherit(peer.as_number, from.as_number);
  inherit(peer.connect_interface, from.connect_interface);
  inherit(peer.ebgp_max_hop, from.ebgp_max_hop);
  inherit(peer.ignored, from.ignored);
  inherit(peer.fake_as, from.fake_as);
  inherit(peer.key, from.key);
  inherit(peer.keychain, from.keychain);
  if (!peer.as_number && *group.internal && own_as.configured()) {
    peer.as_number = inferred(*own_as, group.name.where);
  }
}

void inherit_family(BgpFamilyPeer& peer, const BgpFamilyPeer& from) {
  inherit(peer.enabled, from.enabled);
  inherit(peer.reflect_client, from.reflect_client);
  inherit(peer.next_hop_local, from.next_hop_local);
  inherit(peer.upe, from.upe);
  inherit(peer.as_number, from.as_number);
  inherit(peer.connect_interface, from.connect_interface);
  inherit(peer.ebgp_max_hop, from.ebgp_max_hop);
  inherit(peer.fake_as, from.fake_as);
  inherit(peer.ignored, from.ignored);
  peer.import_filters.insert(peer.import_filters.end(), from.import_filters.begin(),
                             from.import_filters.end());
  peer.export_filters.insert(peer.export_filters.end(), from.export_filters.begin(),
                             from.export_filters.end());
}

// The element of `groups` that the peer is a member of, or null.
template <class Groups>
auto* group_of(const Groups& groups, const MaybeFact<std::string>& membership) {
  const auto at = std::ranges::find_if(
      groups, [&](const auto& group) { return membership && *group.name == **membership; });
  return at == groups.end() ? nullptr : &*at;
}

}  // namespace

void finish_bgp(Bgp& bgp) {
  for (BgpPeer& peer : bgp.peers) {
    if (const BgpGroup* group = group_of(bgp.groups, peer.group))
      inherit_session(peer, *group, bgp.as_number);
  }
  for (BgpFamily& family : bgp.families) {
    for (BgpFamilyPeer& peer : family.peers) {
      if (const BgpFamilyGroup* group = group_of(family.groups, peer.group)) {
        inherit_family(peer, group->settings);
      }
    }
  }
}

}  // namespace holdfast::vrp
