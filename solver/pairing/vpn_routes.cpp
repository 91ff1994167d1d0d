#include "solver/pairing/vpn_routes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace holdfast::pairing {
namespace {

// How a device came by the route: that decides whom it tells.
enum class Learned : std::uint8_t {
  Freely,     // its own, from eBGP, or from a client that it reflects to everybody
  FromPeer,   // from an iBGP peer: goes on to eBGP peers and clients
  FromClient  // from a client without reflection between clients: goes on to all but clients
};
constexpr std::size_t kLearned = 3;

struct Place {
  DeviceId device;
  Learned learned = Learned::Freely;
  std::size_t index() const { return device.index * kLearned + static_cast<std::size_t>(learned); }
};

bool tells(Learned learned, const BgpSession& session, const BgpSide& teller) {
  if (learned == Learned::Freely || !session.internal()) return true;
  return (learned == Learned::FromPeer) == teller.reflects();
}

Learned learns(const BgpSession& session, const BgpSide& listener) {
  if (!session.internal()) return Learned::Freely;
  if (!listener.reflects()) return Learned::FromPeer;
  return *listener.family->reflects_between_clients ? Learned::Freely : Learned::FromClient;
}

AddressFamily session_family(const RouteOrigin& origin) {
  const bool v6 = origin.family != nullptr && origin.family->family == AddressFamily::Ipv6;
  return v6 ? AddressFamily::Vpnv6 : AddressFamily::Vpnv4;
}

// Everywhere the route gets from some places, with the step that led there.
class Spread {
 public:
  struct Step {
    std::size_t from = kNone;
    BgpSessionId session;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  template <class Keeps, class Usable>
  Spread(const BgpSessions& sessions, std::size_t devices, AddressFamily family,
         std::span<const Place> starts, Keeps keeps, Usable usable)
      : steps_(devices * kLearned), seen_(devices * kLearned, false) {
    for (const Place start : starts) visit(start, {});
    // NOLINTNEXTLINE(modernize-loop-convert): the order grows meanwhile
    for (std::size_t next = 0; next < order_.size(); ++next) {
      const Place here = order_[next];
      if (steps_[here.index()].from != kNone && !keeps(here.device)) continue;
      for (const BgpSessionId id : sessions.of_device(here.device)) {
        const BgpSession& session = sessions[id];
        if (session.family != family || !session.works() || !usable(id)) continue;
        const bool is_a = session.a.device == here.device;
        const BgpSide& teller = is_a ? session.a : session.b;
        const BgpSide& listener = is_a ? session.b : session.a;
        if (!tells(here.learned, session, teller)) continue;
        visit({listener.device, learns(session, listener)}, {here.index(), id});
      }
    }
  }

  std::span<const Place> order() const { return order_; }  // nearest first
  const Step& step(std::size_t index) const { return steps_[index]; }

 private:
  void visit(Place place, Step step) {
    if (seen_[place.index()]) return;
    seen_[place.index()] = true;
    steps_[place.index()] = step;
    order_.push_back(place);
  }

  std::vector<Step> steps_;
  std::vector<bool> seen_;
  std::vector<Place> order_;
};

RoutePath way_to(const Spread& spread, DeviceId to) {
  RoutePath result;
  const auto at = std::ranges::find(spread.order(), to, &Place::device);
  if (at == spread.order().end()) return result;
  result.reached = true;
  for (std::size_t index = at->index(); spread.step(index).from != Spread::kNone;
       index = spread.step(index).from) {
    result.sessions.push_back(spread.step(index).session);
  }
  std::ranges::reverse(result.sessions);
  return result;
}

const BgpFamily* instance_family(const Bgp& bgp, std::string_view instance, AddressFamily family) {
  const auto at = std::ranges::find_if(bgp.families, [&](const BgpFamily& it) {
    return it.family == family && it.vpn_instance && **it.vpn_instance == instance;
  });
  return at == bgp.families.end() ? nullptr : &*at;
}

// The line that takes the prefix into BGP of the instance.
std::optional<Span> advertised_by(const Device& device, std::string_view instance, const IpPrefix& prefix,
                                  std::string_view protocol) {
  if (!device.bgp) return std::nullopt;
  const AddressFamily family = prefix.address.is_v6 ? AddressFamily::Ipv6 : AddressFamily::Ipv4;
  const BgpFamily* it = instance_family(*device.bgp, instance, family);
  if (it == nullptr) return std::nullopt;
  for (const Fact<IpPrefix>& network : it->networks) {
    if (network->network() == prefix) return network.where;
  }
  for (const Fact<std::string>& import : it->imports) {
    if (*import == protocol) return import.where;
  }
  return std::nullopt;
}

}  // namespace

const VpnInstance* find_vpn_instance(const Device& device, std::string_view name) {
  const auto at = std::ranges::find(device.vpn_instances, name, &VpnInstance::name);
  return at == device.vpn_instances.end() ? nullptr : &*at;
}

const VpnFamily* find_family(const VpnInstance& instance, bool v6) {
  const AddressFamily wanted = v6 ? AddressFamily::Ipv6 : AddressFamily::Ipv4;
  const auto at = std::ranges::find(instance.families, wanted, &VpnFamily::family);
  return at == instance.families.end() ? nullptr : &*at;
}

const Fact<std::string>* shared_target(const VpnFamily& exporting, const VpnFamily& importing) {
  for (const Fact<std::string>& target : exporting.export_targets) {
    const auto same = [&target](const Fact<std::string>& other) { return *other == *target; };
    if (std::ranges::any_of(importing.import_targets, same)) return &target;
  }
  return nullptr;
}

VpnRoutes::VpnRoutes(const Network& net, const Inventory& inventory, const BgpSessions& sessions)
    : net_(&net), sessions_(&sessions) {
  for (const PortRef port : inventory.addressed) {
    const Interface& interface = get(net, port);
    if (!interface.vpn_instance) continue;
    for (const Fact<InterfaceAddress>& address : interface.addresses) {
      subnets_.add(address->prefix.network(), port);
    }
  }
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const auto& routes = net.devices[d].static_routes;
    for (std::uint32_t i = 0; i < routes.size(); ++i) {
      if (routes[i].vpn_instance) statics_.add(routes[i].destination->network(), {DeviceId{d}, i});
    }
  }
  subnets_.seal();
  statics_.seal();
}

std::vector<RouteOrigin> VpnRoutes::origins(const IpPrefix& wanted) const {
  const IpPrefix prefix = wanted.network();
  std::vector<RouteOrigin> result;
  const auto add = [&](DeviceId device, const std::string& instance, std::string_view protocol, Span address,
                       InterfaceId interface, const StaticRoute* route) {
    const auto line = advertised_by((*net_)[device], instance, prefix, protocol);
    if (!line) return;
    RouteOrigin& origin = result.emplace_back();
    origin.device = device;
    origin.instance = find_vpn_instance((*net_)[device], instance);
    if (origin.instance != nullptr) origin.family = find_family(*origin.instance, prefix.address.is_v6);
    origin.interface = interface;
    origin.static_route = route;
    origin.address = address;
    origin.advertised = *line;
  };
  for (const PortRef port : subnets_.find(prefix)) {
    const Interface& interface = get(*net_, port);
    for (const Fact<InterfaceAddress>& address : interface.addresses) {
      if (address->prefix.network() != prefix) continue;
      add(port.device, **interface.vpn_instance, "direct", address.where, port.interface, nullptr);
      break;
    }
  }
  for (const auto& [device, index] : statics_.find(prefix)) {
    const StaticRoute& route = (*net_)[device].static_routes[index];
    add(device, **route.vpn_instance, "static", route.where, {}, &route);
  }
  std::ranges::stable_sort(result, {}, &RouteOrigin::device);
  return result;
}

// A device drops VPN routes that none of its instances imports, unless it is told not to filter.
bool VpnRoutes::keeps(DeviceId device, AddressFamily family, const RouteOrigin& origin) const {
  const Device& it = (*net_)[device];
  if (!it.bgp || origin.family == nullptr) return true;
  const auto filters = [family](const BgpFamily& one) {
    return one.family == family && !one.vpn_instance && *one.policy_vpn_target;
  };
  if (std::ranges::none_of(it.bgp->families, filters)) return true;
  return std::ranges::any_of(it.vpn_instances, [&](const VpnInstance& instance) {
    const VpnFamily* importing = find_family(instance, family == AddressFamily::Vpnv6);
    return importing != nullptr && shared_target(*origin.family, *importing) != nullptr;
  });
}

RoutePath VpnRoutes::path(const RouteOrigin& origin, DeviceId to) const {
  return path(origin, to, [](BgpSessionId) { return true; });
}

RoutePath VpnRoutes::path(const RouteOrigin& origin, DeviceId to, const Usable& usable) const {
  const AddressFamily family = session_family(origin);
  const std::array<Place, 1> start = {Place{origin.device, Learned::Freely}};
  const Spread spread(
      *sessions_, net_->devices.size(), family, start,
      [&](DeviceId device) { return keeps(device, family, origin); }, usable);
  RoutePath result = way_to(spread, to);
  if (!result.reached) return result;

  DeviceId teller = origin.device;
  const auto add_filters = [&result](DeviceId device, std::span<const Span> lines) {
    for (const Span line : lines) result.filters.push_back({device, line});
  };
  if (origin.family != nullptr && origin.family->export_policy) {
    result.filters.push_back({origin.device, origin.family->export_policy->where});
  }
  for (const BgpSessionId id : result.sessions) {
    const BgpSession& session = (*sessions_)[id];
    const bool from_a = session.a.device == teller;
    const BgpSide& sends = from_a ? session.a : session.b;
    const BgpSide& receives = from_a ? session.b : session.a;
    add_filters(sends.device, sends.family->filters);
    add_filters(sends.device, sends.family_peer->export_filters);
    add_filters(receives.device, receives.family->filters);
    add_filters(receives.device, receives.family_peer->import_filters);
    teller = receives.device;
  }
  return result;
}

bool VpnRoutes::leads_out(const BgpSession& session, AddressFamily family) {
  return session.family == family && !session.b.device.valid() && session.a.enabled();
}

RoutePath VpnRoutes::from_outside(DeviceId to, AddressFamily family, const Usable& usable) const {
  std::vector<Place> entries;
  for (const BgpSession& session : sessions_->all()) {
    if (!leads_out(session, family)) continue;
    const auto& number = session.a.peer->as_number;
    const bool internal = number && **number == *session.a.bgp->as_number;
    const bool freely = !internal || session.a.reflects();
    entries.push_back({session.a.device, freely ? Learned::Freely : Learned::FromPeer});
  }
  const Spread spread(
      *sessions_, net_->devices.size(), family, entries, [](DeviceId) { return true; }, usable);
  return way_to(spread, to);
}

bool VpnRoutes::may_pass_unseen(const RouteOrigin& origin, DeviceId to) const {
  const AddressFamily family = session_family(origin);
  const auto keep = [&](DeviceId device) { return keeps(device, family, origin); };
  const auto any = [](BgpSessionId) { return true; };
  const std::array<Place, 1> start = {Place{origin.device, Learned::Freely}};
  const Spread from_origin(*sessions_, net_->devices.size(), family, start, keep, any);
  const bool gets_out = std::ranges::any_of(from_origin.order(), [&](Place place) {
    return std::ranges::any_of(sessions_->of_device(place.device),
                               [&](BgpSessionId id) { return leads_out((*sessions_)[id], family); });
  });
  return gets_out && from_outside(to, family, any).reached;
}

}  // namespace holdfast::pairing
