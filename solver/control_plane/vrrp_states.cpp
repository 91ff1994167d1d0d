#include "solver/control_plane/vrrp_states.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kOwner = 255;
constexpr std::uint32_t kHighest = 254;
constexpr std::uint32_t kReduced = 10;

bool owns_virtual_address(const Interface& interface, const VrrpGroup& group) {
  return std::ranges::any_of(group.virtual_ips, [&](const auto& virtual_ip) {
    return std::ranges::any_of(interface.addresses,
                               [&](const auto& own) { return own->prefix.address == *virtual_ip; });
  });
}

IpAddress address_of(const Interface& interface, bool v6) {
  for (const auto& own : interface.addresses) {
    if (!own->secondary && own->prefix.address.is_v6 == v6) return own->prefix.address;
  }
  return {};
}

std::vector<IpAddress> addresses(const VrrpGroup& group) {
  std::vector<IpAddress> result;
  for (const auto& address : group.virtual_ips) result.push_back(*address);
  std::ranges::sort(result);
  return result;
}

std::string authentication(const VrrpGroup& group) {
  return group.authentication_mode ? **group.authentication_mode : "none";
}

// Advertisements with other virtual addresses or another authentication are dropped. What only keys could
// decide is taken to be right.
bool takes_advertisements(const VrrpGroup& of, const VrrpGroup& by) {
  return addresses(of) == addresses(by) && authentication(of) == authentication(by);
}

}  // namespace

State VrrpStates::session(pairing::VrrpRef group, const VrrpTrack& track, Failed failed) {
  const DeviceId device = group.port.device;
  if (track.bfd_session) {
    const pairing::BfdRef found = net_.bfd().find(device, **track.bfd_session);
    return found.valid() ? bfd_.up(found, failed) : always(Tri::Unknown);
  }
  if (track.bfd_discriminator) {
    const auto& sessions = net_[device].bfd_sessions;
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
      const auto& own = sessions[i].local_discriminator;
      if (own && **own == **track.bfd_discriminator) return bfd_.up({device, i}, failed);
    }
  }
  return always(Tri::Unknown);
}

// Up when all sessions that are tracked in this role are.
State VrrpStates::tracked_sessions(pairing::VrrpRef group, VrrpBfdRole role, Failed failed) {
  State result = always(Tri::Up);
  for (const VrrpTrack& track : net_[group].tracks) {
    const bool is_session = track.bfd_session || track.bfd_discriminator;
    if (is_session && track.bfd_role == role) result = both(std::move(result), session(group, track, failed));
  }
  return result;
}

State VrrpStates::active(pairing::VrrpRef group, Failed failed) {
  const State up = routes_.interfaces().up(group.port, failed);
  const State device = routes_.interfaces().device_up(group.port.device, failed);
  State running = *net_[group].ignore_if_down ? device : up;
  return both(std::move(running), tracked_sessions(group, VrrpBfdRole::Link, failed));
}

Traced<std::optional<std::uint32_t>> VrrpStates::priority(pairing::VrrpRef group, Failed failed) {
  const VrrpGroup& it = net_[group];
  if (owns_virtual_address(net_[group.port], it)) return {kOwner, {}};
  Traced<std::optional<std::uint32_t>> result{*it.priority, {}};
  std::int64_t running = *it.priority;
  for (const VrrpTrack& track : it.tracks) {
    State state = always(Tri::Up);
    if (track.interface) {
      const InterfaceId id = net_[group.port.device].find_interface(**track.interface);
      state = id.valid() ? routes_.interfaces().up({group.port.device, id}, failed) : always(Tri::Unknown);
    } else if (track.bfd_session || track.bfd_discriminator) {
      if (track.bfd_role != VrrpBfdRole::Priority) continue;
      state = session(group, track, failed);
    } else {
      state = always(Tri::Unknown);
    }
    result.support |= state.support;
    if (state.value == Tri::Unknown) result.value.reset();
    if (state.value != Tri::Down) continue;
    if (track.increased) {
      running += **track.increased;
    } else {
      running -= track.reduced ? **track.reduced : kReduced;
    }
  }
  if (result.value) result.value = static_cast<std::uint32_t>(std::clamp<std::int64_t>(running, 1, kHighest));
  return result;
}

State VrrpStates::master(pairing::VrrpRef group, Failed failed) {
  State result = active(group, failed);
  if (result.value == Tri::Down) return result;
  const VrrpGroup& it = net_[group];
  const State up = routes_.interfaces().up(group.port, failed);
  if (up.value == Tri::Down) return result;  // Master by itself: `ignore-if-down`
  const State peers = tracked_sessions(group, VrrpBfdRole::Peer, failed);
  if (peers.value == Tri::Down) {
    result.support |= peers.support;
    return result;
  }
  const pairing::VrrpSegment* segment = net_.vrrp().of(group);
  if (segment == nullptr) return result;
  const auto own = priority(group, failed);
  const IpAddress own_address = address_of(net_[group.port], it.is_v6);
  for (const pairing::VrrpRef other : segment->members) {
    if (other.port.device == group.port.device || !takes_advertisements(net_[other], it)) continue;
    const State rival = both(active(other, failed), routes_.interfaces().up(other.port, failed));
    if (rival.value == Tri::Down) {
      result.support |= rival.support;
      continue;
    }
    const auto theirs = priority(other, failed);
    State beaten{Tri::Unknown, own.support};
    beaten.support |= theirs.support;
    if (own.value && theirs.value) {
      const bool they_win =
          *theirs.value > *own.value ||
          (*theirs.value == *own.value && address_of(net_[other.port], it.is_v6) > own_address);
      beaten.value = tri(they_win);
    }
    const State loses = both(rival, beaten);
    result = both(std::move(result), {!loses.value, loses.support});
  }
  if (peers.value == Tri::Unknown && result.value != Tri::Up) result.value = Tri::Unknown;
  result.support |= peers.support;
  return result;
}

}  // namespace holdfast::control_plane
