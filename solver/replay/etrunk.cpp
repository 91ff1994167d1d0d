#include "solver/replay/etrunk.h"

#include <algorithm>

namespace holdfast::replay {
namespace {

// Two names of a mode that are not the same; a side that names none may have either.
bool modes_differ(const Etrunk& a, const Etrunk& b) {
  return a.authentication_mode && b.authentication_mode && **a.authentication_mode != **b.authentication_mode;
}

bool mirror(const Etrunk& a, const Etrunk& b) {
  return a.peer_address && a.source_address && b.peer_address && b.source_address &&
         **a.peer_address == **b.source_address && **b.peer_address == **a.source_address;
}

// Whether one takes the other's hellos for its partner's.
bool accepts(const Etrunk& a, const Etrunk& b) {
  return a.id == b.id && *a.udp_port == *b.udp_port && *a.sequence == *b.sequence && !modes_differ(a, b) &&
         mirror(a, b) && !keys_differ(a.key, b.key);
}

}  // namespace

EtrunkRef Etrunks::over(PortRef ac) const {
  const PortRef main = main_port(setup_.net, ac);
  const Interface& trunk = at(setup_.net, main);
  if (!trunk.trunk || !trunk.trunk->etrunk) return {};
  const auto& all = setup_.net[main.device].etrunks;
  const auto found = std::ranges::find(all, **trunk.trunk->etrunk, &Etrunk::id);
  if (found == all.end()) return {};
  return {main.device, static_cast<std::size_t>(found - all.begin())};
}

// Where nobody has the address: the only device whose E-Trunk names the two addresses the other way round.
DeviceId Etrunks::device_that_mirrors(EtrunkRef ref) const {
  DeviceId result;
  for (std::size_t d = 0; d < setup_.net.devices.size(); ++d) {
    const auto& all = setup_.net.devices[d].etrunks;
    const bool mirrors = DeviceId{d} != ref.device &&
                         std::ranges::any_of(all, [&](const Etrunk& it) { return mirror(get(ref), it); });
    if (mirrors && result.valid()) return {};
    if (mirrors) result = DeviceId{d};
  }
  return result;
}

// Invalid: nobody is named, or the one named is not in the snapshot.
DeviceId Etrunks::peer_device(EtrunkRef ref) const {
  const Etrunk& it = get(ref);
  if (!it.peer_address) return {};
  DeviceId result = it.vpn_instance ? DeviceId{} : setup_.owners.device(**it.peer_address);
  if (!it.vpn_instance && !result.valid()) result = device_that_mirrors(ref);
  if (!it.vpn_instance) return result;
  for_each_interface(setup_.net, [&](PortRef port, const Interface& interface) {
    if (interface.vpn_instance && has_address(interface, **it.peer_address)) result = port.device;
  });
  return result;
}

// The E-Trunk of the peer device that takes this one's hellos.
EtrunkRef Etrunks::answering(EtrunkRef ref) const {
  const DeviceId peer = peer_device(ref);
  if (!peer.valid() || peer == ref.device) return {};
  const auto& all = setup_.net[peer].etrunks;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (accepts(get(ref), all[i])) return {peer, i};
  }
  return {};
}

// Hellos pass when each side reaches the other.
State Etrunks::hellos(EtrunkRef ref) const {
  if (!peer_device(ref).valid()) return unknown({DoubtKind::EtrunkPartner, ref.device, get(ref).where});
  const EtrunkRef partner = answering(ref);
  if (!partner.valid()) return kDown;
  const auto reaches = [this](EtrunkRef from, EtrunkRef to) {
    const auto& instance = get(from).vpn_instance;
    return routing_->reaches(from.device, **get(to).source_address,
                             instance ? std::string_view(**instance) : std::string_view{});
  };
  const State passing = both(reaches(ref, partner), reaches(partner, ref));
  const Etrunk& own = get(ref);
  if (own.authentication_mode.has_value() == get(partner).authentication_mode.has_value()) return passing;
  return both(passing, unknown({DoubtKind::EtrunkAuthentication, ref.device, own.where}));
}

// Whether this side takes its partner to be there: by hellos, and by the BFD session that it tracks itself.
State Etrunks::hears(EtrunkRef ref) const {
  const State passing = hellos(ref);
  const auto& session = get(ref).bfd_session;
  return session ? both(passing, bfd_->named(ref.device, **session)) : passing;
}

State Etrunks::master(EtrunkRef ref) const {
  const State heard = hears(ref);
  const EtrunkRef partner = answering(ref);
  if (!partner.valid()) return choose(heard, heard, kUp);
  const Etrunk& own = get(ref);
  const Etrunk& other = get(partner);
  State elected = known(*own.priority < *other.priority);
  if (*own.priority == *other.priority) elected = unknown({DoubtKind::EtrunkPriority, ref.device, own.where});
  if (*own.selection != EtrunkSelection::Priority || *other.selection != EtrunkSelection::Priority) {
    elected = unknown({DoubtKind::EtrunkSelection, ref.device, own.where});
  }
  return choose(heard, elected, kUp);
}

// The partner reports the state of the Eth-Trunk that stands for this one.
State Etrunks::partner_member_down(EtrunkRef ref, PortRef member) const {
  const EtrunkRef partner = answering(ref);
  if (!partner.valid()) return kDown;
  const Interface& own = at(setup_.net, member);
  const Device& device = setup_.net[partner.device];
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& it = device.interfaces[i];
    if (!it.trunk || !it.trunk->etrunk || **it.trunk->etrunk != get(partner).id) continue;
    const std::uint32_t wanted = own.trunk->remote_trunk ? **own.trunk->remote_trunk : own.number;
    if (it.number != wanted) continue;
    if (it.trunk->remote_trunk && **it.trunk->remote_trunk != own.number) continue;
    return negated(interfaces_->state({partner.device, InterfaceId{i}}));
  }
  return kDown;
}

State Etrunks::in_use(PortRef ac) const {
  const EtrunkRef ref = over(ac);
  if (!ref.valid()) return kUp;
  const PortRef member = main_port(setup_.net, ac);
  const State up = interfaces_->state(member);
  switch (*at(setup_.net, member).trunk->etrunk_mode) {
    case EtrunkMemberMode::ForceMaster:
      return up;
    case EtrunkMemberMode::ForceBackup:
      return kDown;
    case EtrunkMemberMode::Auto:
      break;
  }
  return both(up, either(master(ref), both(hears(ref), partner_member_down(ref, member))));
}

}  // namespace holdfast::replay
