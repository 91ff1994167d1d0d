#include "solver/replay/vrrp.h"

#include <algorithm>
#include <numeric>

namespace holdfast::replay {
namespace {

constexpr std::uint32_t kOwner = 255;
constexpr std::int64_t kLowest = 1;
constexpr std::int64_t kHighest = 254;

std::string_view table_of(const Interface& it) {
  return it.vpn_instance ? std::string_view(**it.vpn_instance) : std::string_view{};
}

bool share_subnet(const Interface& a, const Interface& b, bool v6) {
  return std::ranges::any_of(a.addresses, [&](const Fact<InterfaceAddress>& one) {
    return one->prefix.address.is_v6 == v6 &&
           std::ranges::any_of(b.addresses, [&](const Fact<InterfaceAddress>& other) {
             return one->prefix.network() == other->prefix.network();
           });
  });
}

bool share_virtual_address(const VrrpGroup& a, const VrrpGroup& b) {
  return std::ranges::any_of(a.virtual_ips, [&](const Fact<IpAddress>& one) {
    return std::ranges::any_of(b.virtual_ips, [&](const Fact<IpAddress>& other) { return *one == *other; });
  });
}

bool holds_all(const VrrpGroup& a, const VrrpGroup& b) {
  return std::ranges::all_of(a.virtual_ips, [&](const Fact<IpAddress>& one) {
    return std::ranges::any_of(b.virtual_ips, [&](const Fact<IpAddress>& other) { return *one == *other; });
  });
}

// An advertisement that says otherwise is dropped.
bool alike(const VrrpGroup& a, const VrrpGroup& b) {
  const auto mode = [](const VrrpGroup& it) {
    return it.authentication_mode ? std::string_view(**it.authentication_mode) : std::string_view("none");
  };
  return holds_all(a, b) && holds_all(b, a) && mode(a) == mode(b);
}

}  // namespace

VrrpSegments::VrrpSegments(const Network& net, const Cabling& cabling) {
  for_each_interface(net, [this](PortRef port, const Interface& it) {
    for (std::size_t i = 0; i < it.vrrp.size(); ++i) groups_.push_back({port, i});
  });
  segment_.resize(groups_.size());
  std::iota(segment_.begin(), segment_.end(), std::size_t{0});
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      for (std::size_t j = 0; j < groups_.size(); ++j) {
        if (segment_[j] >= segment_[i] || !hear(net, cabling, groups_[i], groups_[j])) continue;
        segment_[i] = segment_[j];
        changed = true;
      }
    }
  }
}

bool VrrpSegments::hear(const Network& net, const Cabling& cabling, VrrpRef a, VrrpRef b) const {
  const Interface& ia = at(net, a.port);
  const Interface& ib = at(net, b.port);
  const VrrpGroup& ga = ia.vrrp[a.index];
  const VrrpGroup& gb = ib.vrrp[b.index];
  if (*ga.vrid != *gb.vrid || ga.is_v6 != gb.is_v6) return false;
  if (table_of(ia) == table_of(ib) && (share_subnet(ia, ib, ga.is_v6) || share_virtual_address(ga, gb))) {
    return true;
  }
  const PortRef far = cabling.far(main_port(net, a.port));
  return far.valid() && far == main_port(net, b.port) && vlans_meet(ia, ib);
}

std::vector<VrrpRef> VrrpSegments::others(VrrpRef group) const {
  std::vector<VrrpRef> result;
  const auto own = std::ranges::find_if(
      groups_, [&](const VrrpRef& it) { return it.port == group.port && it.index == group.index; });
  const std::size_t segment = segment_[static_cast<std::size_t>(own - groups_.begin())];
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (segment_[i] == segment && groups_[i].port.device != group.port.device) result.push_back(groups_[i]);
  }
  return result;
}

State VrrpStates::tracked(VrrpRef group, const VrrpTrack& track) const {
  const DeviceId device = group.port.device;
  if (track.bfd_session) return bfd_->named(device, **track.bfd_session);
  if (track.bfd_discriminator) return bfd_->with_discriminator(device, **track.bfd_discriminator);
  if (!track.interface) return kUp;
  const PortRef port = find_port(setup_.net, device, **track.interface);
  return port.valid() ? interfaces_->state(port)
                      : unknown({DoubtKind::TrackedInterface, device, track.where});
}

State VrrpStates::any_session_down(VrrpRef group, VrrpBfdRole role) const {
  State result = kDown;
  for (const VrrpTrack& track : get(group).tracks) {
    if (track.bfd_role == role) result = either(result, negated(tracked(group, track)));
  }
  return result;
}

VrrpStates::Priority VrrpStates::priority(VrrpRef group) const {
  const VrrpGroup& it = get(group);
  const bool owns = std::ranges::any_of(it.virtual_ips, [&](const Fact<IpAddress>& address) {
    return has_address(at(setup_.net, group.port), *address);
  });
  if (owns) return {kOwner, kOwner, {}};
  std::int64_t low = *it.priority;
  std::int64_t high = *it.priority;
  Doubt doubt;
  for (const VrrpTrack& track : it.tracks) {
    if (track.bfd_role != VrrpBfdRole::Priority) continue;
    const State state = tracked(group, track);
    const std::int64_t change = std::int64_t{track.increased ? **track.increased : 0} -
                                std::int64_t{track.reduced ? **track.reduced : 0};
    if (state.unknown()) doubt = state.doubt;
    if (state.down() || (state.unknown() && change < 0)) low += change;
    if (state.down() || (state.unknown() && change > 0)) high += change;
  }
  const auto clamp = [](std::int64_t value) {
    return static_cast<std::uint32_t>(std::clamp(value, kLowest, kHighest));
  };
  return {clamp(low), clamp(high), doubt};
}

// Whether the other's advertisement wins; equal priorities are decided by the interface address.
State VrrpStates::better(VrrpRef other, VrrpRef than) const {
  const Priority theirs = priority(other);
  const Priority own = priority(than);
  const bool v6 = get(than).is_v6;
  const auto address = [&](VrrpRef ref) {
    const auto found = primary_address(at(setup_.net, ref.port), v6);
    return found ? found->address : IpAddress{};
  };
  const bool wins_ties = address(other) > address(than);
  const bool surely = wins_ties ? theirs.low >= own.high : theirs.low > own.high;
  const bool possibly = wins_ties ? theirs.high >= own.low : theirs.high > own.low;
  if (surely == possibly) return known(surely);
  return unknown(theirs.doubt.kind != DoubtKind::None ? theirs.doubt : own.doubt);
}

State VrrpStates::master(VrrpRef group) const {
  const State link_down = any_session_down(group, VrrpBfdRole::Link);
  const State interface = interfaces_->state(group.port);
  State beaten = kDown;
  for (const VrrpRef other : segments_->others(group)) {
    if (!alike(get(other), get(group))) continue;
    const State heard =
        both(interfaces_->state(other.port), negated(any_session_down(other, VrrpBfdRole::Link)));
    beaten = either(beaten, both(heard, better(other, group)));
  }
  const State elected = either(negated(beaten), any_session_down(group, VrrpBfdRole::Peer));
  const State without_interface =
      both(interfaces_->node(group.port.device), known(*get(group).ignore_if_down));
  return choose(interface, both(negated(link_down), elected), both(without_interface, negated(link_down)));
}

State VrrpStates::master(DeviceId device, std::string_view interface, std::uint32_t vrid) const {
  const PortRef port = find_port(setup_.net, device, interface);
  if (port.valid()) {
    const auto& groups = at(setup_.net, port).vrrp;
    const auto found = std::ranges::find_if(groups, [vrid](const VrrpGroup& it) { return *it.vrid == vrid; });
    if (found != groups.end() && *found->is_admin)
      return master({port, static_cast<std::size_t>(found - groups.begin())});
  }
  return unknown({DoubtKind::VrrpGroup, device, {}});
}

}  // namespace holdfast::replay
