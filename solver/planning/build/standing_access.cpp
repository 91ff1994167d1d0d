// Ports towards customers that stand already: what is used, and what is in the way.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

using intent::Homing;

// Whether the port does something already; sub-interfaces beside new ones do not count where it is shared.
bool serves(const Device& device, const std::string& port, bool shared) {
  return std::ranges::any_of(device.interfaces, [&](const Interface& it) {
    if (it.name.starts_with(port + '.')) return !shared;
    return it.name == port &&
           (it.member_of || *it.portswitch || !it.addresses.empty() || !it.pws.empty() || it.vsi);
  });
}

}  // namespace

std::optional<std::pair<std::string, std::string>> standing_session(const Site& site, std::size_t a,
                                                                    std::size_t b) {
  const auto name = [&](std::size_t here, std::size_t there) -> std::string {
    const Device* const device = site.existing.at(here);
    if (device == nullptr) return {};
    for (const BfdSession& it : device->bfd_sessions) {
      if (it.target == BfdTarget::PeerIp && it.peer && **it.peer == ip(site.loopback(there)) && !it.interface)
        return it.name;
    }
    return {};
  };
  std::pair names(name(a, b), name(b, a));
  if (names.first.empty() || names.second.empty()) return std::nullopt;
  return names;
}

// The port at that end of the link, or the Eth-Trunk that it is a member of.
std::string Access::port(std::size_t link, std::size_t device) const {
  const std::string& port = site_.port(link, device);
  const Device* const standing = site_.existing.at(device);
  return standing == nullptr ? port : carrier_of(*standing, port);
}

// Whether the customer's device hangs on both already, in the way that is wanted. Ports that serve otherwise
// cannot be taken.
bool Access::hangs_already(const PlannedService& service, const PlannedEnd& end, Dual& made) {
  if (!end.ce || end.homing == Homing::Routed) return false;
  std::array<const Device*, 2> pes{};
  std::array<std::string, 2> ports;
  for (std::size_t i = 0; i < 2; ++i) {
    if (!site_.plan.links[end.links[i]].standing) continue;
    pes[i] = site_.existing.at(end.pes[i]);
    ports[i] = site_.port(end.links[i], end.pes[i]);
  }
  const StandingHoming standing = standing_homing(pes, ports);
  if (standing.homing == end.homing) {
    for (std::size_t i = 0; i < 2; ++i) {
      made.pe_port[i] = port(end.links[i], end.pes[i]);
      made.ce_port[i] = port(end.links[i], *end.ce);
      made.group[i] = {standing.groups[i], standing.vrids[i]};
    }
    return true;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (pes[i] == nullptr) continue;
    const bool shared = end.homing == Homing::Mvrrp;
    const Device* const ce = site_.existing.at(*end.ce);
    if (standing.homing == Homing::Single && !serves(*pes[i], ports[i], shared) &&
        (ce == nullptr || !serves(*ce, site_.port(end.links[i], *end.ce), false))) {
      continue;
    }
    conflict(service,
             fmt::format("the link of {} to {} carries other services already, and not as the service wants",
                         site_.name(*end.ce), site_.name(end.pes[i])));
  }
  return false;
}

// An E-Trunk of the two that prefers the same one, has nothing to count but failures, and is healthy.
std::optional<std::uint32_t> Access::standing_etrunk(std::size_t master, std::size_t backup) const {
  const Device* const first = site_.existing.at(master);
  const Device* const second = site_.existing.at(backup);
  if (first == nullptr || second == nullptr) return std::nullopt;
  const auto faces = [&](const Etrunk& it, std::size_t here, std::size_t there) {
    return it.peer_address && it.source_address && **it.peer_address == ip(site_.loopback(there)) &&
           **it.source_address == ip(site_.loopback(here)) && it.bfd_session;
  };
  for (const Etrunk& it : first->etrunks) {
    const auto other = std::ranges::find(second->etrunks, it.id, &Etrunk::id);
    if (other == second->etrunks.end() || !faces(it, master, backup) || !faces(*other, backup, master))
      continue;
    if (*it.priority < *other->priority) return it.id;
  }
  return std::nullopt;
}

// The VLAN must be free on the port: the intent may name one that is not.
void Access::check_vlan(const PlannedService& service, std::size_t device, const std::string& port) {
  const Device* const standing = site_.existing.at(device);
  if (standing == nullptr) return;
  const std::string start = port + '.';
  const auto taken = [&](const Interface& it) {
    if (it.name == port) return it.kind == InterfaceKind::Vlanif;
    if (!it.name.starts_with(start)) return false;
    return it.name == fmt::format("{}.{}", port, service.vlan) ||
           std::ranges::any_of(it.vlans, [&](const Fact<VlanMatch>& tags) {
             return tags->outer_first <= service.vlan && service.vlan <= tags->outer_last;
           });
  };
  const auto at = std::ranges::find_if(standing->interfaces, taken);
  if (at == standing->interfaces.end()) return;
  conflict(service, fmt::format("VLAN {} is in use on {} {}", service.vlan, site_.name(device), at->name));
}

}  // namespace holdfast::planning
