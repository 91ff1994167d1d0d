// A customer's router on two PEs decides by its routes which PW carries: a subnet for each of the two ways,
// BFD over the first, static routes that follow it.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

constexpr std::uint8_t kLength = 30;
constexpr std::uint8_t kHostLength = 32;
constexpr std::uint32_t kBackupPreference = 100;
constexpr std::uint32_t kSubnet = 4;

struct Customer {
  std::size_t device = 0;
  std::array<std::string, 2> circuits;  // the same where one port has both subnets
  std::uint32_t host = 0;               // 1 or 2 in each subnet
};

StaticRoute route_to(Ipv4 destination, Ipv4 next_hop) {
  StaticRoute route;
  route.destination = said(IpPrefix{ip(destination), kHostLength});
  route.next_hop = said(ip(next_hop));
  return route;
}

void build_side(Site& site, const Customer& own, const Customer& other, Ipv4 block,
                std::array<std::uint32_t, 2> numbers) {
  Draft& draft = site.at(own.device);
  for (std::uint32_t i = 0; i < 2; ++i) {
    const bool secondary = i == 1 && own.circuits[0] == own.circuits[1];
    draft.interface(own.circuits[i])
        .addresses.push_back(address(nth(block, kSubnet * i + own.host), kLength, secondary));
  }
  if (draft.standing("LoopBack0") == nullptr) {
    Interface& loopback = draft.interface("LoopBack0");
    if (loopback.addresses.empty())
      loopback.addresses.push_back(address(site.loopback(own.device), kHostLength));
  }
  Device& device = draft.device();
  device.bfd = said(true);
  BfdSession& session = device.bfd_sessions.emplace_back();
  session.name = draft.is_taken(fmt::format("ce-{}", numbers[0])) ? draft.new_name("ce")
                                                                  : fmt::format("ce-{}", numbers[0]);
  session.target = BfdTarget::PeerIp;
  session.peer = said(ip(nth(block, other.host)));
  session.source = said(ip(nth(block, own.host)));
  session.interface = said(own.circuits[0]);
  session.local_discriminator = said(numbers[0]);
  session.remote_discriminator = said(numbers[1]);
  const Ipv4 goal = site.loopback(other.device);
  device.static_routes.push_back(route_to(goal, nth(block, other.host)));
  device.static_routes.back().bfd_session = said(session.name);
  device.static_routes.push_back(route_to(goal, nth(block, kSubnet + other.host)));
  device.static_routes.back().preference = said(kBackupPreference);
}

// Whether a session of the device, as it stands, has the number or the next one.
bool has_number(const Site& site, std::size_t device, std::uint32_t first) {
  const Device* const standing = site.existing.at(device);
  return standing != nullptr && std::ranges::any_of(standing->bfd_sessions, [&](const BfdSession& it) {
           return it.local_discriminator &&
                  (**it.local_discriminator == first || **it.local_discriminator == first + 1);
         });
}

}  // namespace

void build_routed_customers(Site& site, const PlannedService& service) {
  const PlannedEnd& near = service.ends[0];
  const PlannedEnd& far = service.ends[1];
  if (!near.ce || !far.ce) return;
  const auto circuit = [&](const PlannedEnd& end, std::size_t i) {
    const std::string& port = site.port(end.links[i], *end.ce);
    std::string name = fmt::format("{}.{}", port, service.vlan);
    Interface& made = site.at(*end.ce).interface(name);
    const auto id = static_cast<std::uint16_t>(service.vlan);
    if (made.vlans.empty()) made.vlans.push_back(said(VlanMatch{VlanMatchKind::Dot1q, id, id, 0, 0}));
    return name;
  };
  const Customer a{*near.ce, {circuit(near, 0), circuit(near, 0)}, 1};
  const Customer b{*far.ce, {circuit(far, 0), circuit(far, 1)}, 2};
  const Ipv4 block = site.plan.customer_nets[service.service];
  // Two devices share no BFD session but these: their own numbers, from the beginning of the pool.
  std::uint32_t first =
      site.intent.pools.discriminators.first + 2 * static_cast<std::uint32_t>(service.service);
  const std::uint32_t beyond = 2 * static_cast<std::uint32_t>(site.intent.services.size());
  while (has_number(site, a.device, first) || has_number(site, b.device, first)) first += beyond;
  build_side(site, a, b, block, {first, first + 1});
  build_side(site, b, a, block, {first + 1, first});
}

}  // namespace holdfast::planning
