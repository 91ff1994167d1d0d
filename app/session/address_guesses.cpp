#include "app/session/address_guesses.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <utility>

#include "app/session/line_edit.h"
#include "solver/control_plane/adjacencies.h"

namespace holdfast::session {
namespace {

using control_plane::primary_address;

constexpr std::uint8_t kHostRoute = 32;
constexpr std::uint8_t kTwoHosts = 30;
constexpr std::uint8_t kNoSpare = 31;  // both addresses are hosts

std::uint32_t mask_of(std::uint8_t length) {
  return IpPrefix{ip(Ipv4{~std::uint32_t{0}}), length}.network().address.v4.bits;
}

template <class Visit>
void for_each_interface(const Network& network, Visit visit) {
  for (std::size_t d = 0; d < network.devices.size(); ++d) {
    for (std::size_t i = 0; i < network.devices[d].interfaces.size(); ++i) {
      visit(PortRef{DeviceId(d), InterfaceId(i)}, network.devices[d].interfaces[i]);
    }
  }
}

std::set<Ipv4> addresses_in_use(const Network& network, PortRef but) {
  std::set<Ipv4> used;
  for_each_interface(network, [&](PortRef port, const Interface& it) {
    const auto* own = primary_address(it);
    if (port != but && own != nullptr) used.insert((*own)->prefix.address.v4);
  });
  return used;
}

// The hosts of a small subnet that nobody has.
std::vector<Ipv4> vacant_hosts(const std::set<Ipv4>& used, const IpPrefix& prefix) {
  std::vector<Ipv4> vacant;
  if (prefix.address.is_v6 || prefix.length < kTwoHosts || prefix.length > kNoSpare) return vacant;
  const std::uint32_t first = prefix.network().address.v4.bits + (prefix.length == kNoSpare ? 0 : 1);
  for (const std::uint32_t host : {first, first + 1}) {
    if (!used.contains(Ipv4{host})) vacant.push_back(Ipv4{host});
  }
  return vacant;
}

std::string mask_text(std::uint8_t length) {
  return to_string(Ipv4{mask_of(length)});
}

bool names(const Interface& interface, const Device& device) {
  return interface.description && (*interface.description)->find(*device.name) != std::string::npos;
}

Candidate in_interface(const Network& network, PortRef port, std::string summary,
                       const std::vector<std::string>& lines) {
  const std::string& name = network[port.device][port.interface].name;
  return {std::move(summary), {in_views(port.device, {"interface " + name}, lines)}};
}

// Subnets of `network` lines in which the device has no interface.
std::vector<IpPrefix> awaited_subnets(const Device& device, const Interface& but) {
  std::vector<IpPrefix> awaited;
  for (const OspfProcess& process : device.ospf) {
    for (const OspfArea& area : process.areas) {
      for (const OspfNetwork& it : area.networks) {
        const bool covers = std::ranges::any_of(device.interfaces, [&](const Interface& interface) {
          const auto* own = primary_address(interface);
          return &interface != &but && own != nullptr && it.range->contains((*own)->prefix.address);
        });
        if (!covers) awaited.push_back(*it.range);
      }
    }
  }
  return awaited;
}

// Addresses that the device says to have, or to find next to it, and that none of its other interfaces makes
// true.
std::vector<IpAddress> awaited_hosts(const Device& device, const Interface& but) {
  std::vector<IpAddress> awaited;
  const auto add = [&](const IpAddress& host) {
    const bool is_there = std::ranges::any_of(device.interfaces, [&](const Interface& interface) {
      const auto* own = primary_address(interface);
      return &interface != &but && own != nullptr && (*own)->prefix.contains(host);
    });
    if (!is_there) awaited.push_back(host);
  };
  for (const BfdSession& it : device.bfd_sessions) {
    if (it.source) add(**it.source);
  }
  for (const StaticRoute& it : device.static_routes) {
    if (it.next_hop && !it.vpn_instance) add(**it.next_hop);
  }
  return awaited;
}

std::size_t mentions(const Network& network, DeviceId but, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    if (DeviceId(i) == but) continue;
    const std::string_view text = network.sources.text(network.devices[i].file);
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++count;
  }
  return count;
}

// The devices that have the addresses of the hops, in the path's order; an invalid one where nobody has it.
std::vector<DeviceId> devices_on(const Network& network, const ExplicitPath& path) {
  std::vector<DeviceId> devices;
  for (const ExplicitHop& hop : path.hops) {
    DeviceId owner;
    for_each_interface(network, [&](PortRef port, const Interface& it) {
      const auto* own = primary_address(it);
      if (own != nullptr && (*own)->prefix.address.v4 == *hop.address) owner = port.device;
    });
    devices.push_back(owner);
  }
  return devices;
}

// Whether the device has an interface in that subnet.
bool is_at_link_of(const Network& network, DeviceId device, const IpPrefix& prefix) {
  return device.valid() && std::ranges::any_of(network[device].interfaces, [&](const Interface& it) {
           const auto* own = primary_address(it);
           return own != nullptr && prefix.contains((*own)->prefix.address);
         });
}

// Whether the address is on a link of the device.
bool reaches(const Network& network, DeviceId device, Ipv4 address) {
  return std::ranges::any_of(network[device].interfaces, [&](const Interface& it) {
    const auto* own = primary_address(it);
    return own != nullptr && (*own)->prefix.contains(ip(address));
  });
}

// Whether the other end of the interface's link is in IS-IS.
bool faces_isis(const Network& network, PortRef port, const IpPrefix& subnet) {
  bool found = false;
  for_each_interface(network, [&](PortRef other, const Interface& it) {
    const auto* own = primary_address(it);
    found = found || (other.device != port.device && own != nullptr && it.isis && it.isis->process &&
                      subnet.contains((*own)->prefix.address));
  });
  return found;
}

}  // namespace

std::vector<Candidate> interface_address_guesses(const Snapshot& snapshot, PortRef port) {
  const Network& network = snapshot.network;
  const Device& device = network[port.device];
  const Interface& interface = device[port.interface];
  struct Guess {
    Ipv4 host;
    std::uint8_t length = 0;
    int doubt = 0;
  };
  std::vector<Guess> found;
  // Taken by others, or guessed already.
  std::set<Ipv4> used = addresses_in_use(network, port);
  const auto add = [&](const IpPrefix& prefix, int doubt) {
    for (const Ipv4 host : vacant_hosts(used, prefix)) {
      used.insert(host);
      found.push_back({host, prefix.length, doubt});
    }
  };
  if (interface.kind == InterfaceKind::Loopback) {
    if (device.mpls.lsr_id) found.push_back({**device.mpls.lsr_id, kHostRoute, 0});
    for (const IpPrefix& prefix : awaited_subnets(device, interface)) {
      if (prefix.length == kHostRoute) found.push_back({prefix.address.v4, kHostRoute, 0});
    }
  } else {
    const std::vector<IpPrefix> awaited = awaited_subnets(device, interface);
    const std::vector<IpAddress> hosts = awaited_hosts(device, interface);
    // The far end of the link has an address, and this device says that it has the other one; then the far
    // end is the one that the descriptions name; then any link that lacks an end.
    for (const bool must_be_awaited : {true, false}) {
      for (const bool must_be_named : {true, false}) {
        for_each_interface(network, [&](PortRef other, const Interface& it) {
          const auto* own = primary_address(it);
          if (other.device == port.device || own == nullptr || it.kind == InterfaceKind::Loopback) return;
          const IpPrefix& prefix = (*own)->prefix;
          const bool is_awaited =
              std::ranges::any_of(
                  awaited, [&](const IpPrefix& range) { return range.contains(prefix.network().address); }) ||
              std::ranges::any_of(hosts, [&](const IpAddress& host) { return prefix.contains(host); });
          const bool is_named = names(interface, network[other.device]) && names(it, device);
          if ((must_be_awaited && !is_awaited) || (must_be_named && !is_named)) return;
          add(prefix, (must_be_awaited ? 0 : 2) + (must_be_named ? 0 : 1));
        });
      }
    }
  }
  std::vector<Candidate> result;
  for (const auto& [host, length, doubt] : found) {
    result.push_back(in_interface(
        network, port,
        fmt::format("give {} of {} the address {}", interface.name, *device.name, to_string(host)),
        {fmt::format("ip address {} {}", to_string(host), mask_text(length))}));
    result.back().doubt = doubt;
  }
  return result;
}

std::vector<Candidate> lsr_id_guesses(const Snapshot& snapshot, DeviceId id) {
  const Network& network = snapshot.network;
  const Device& device = network[id];
  std::vector<std::pair<std::size_t, Candidate>> ranked;
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& it = device.interfaces[i];
    if (it.kind != InterfaceKind::Loopback || it.vpn_instance) continue;
    if (const auto* own = primary_address(it)) {
      const std::string address = to_string((*own)->prefix.address);
      ranked.emplace_back(mentions(network, id, address),
                          Candidate{fmt::format("make {} the LSR ID of {}", address, *device.name),
                                    {in_views(id, {}, {"mpls lsr-id " + address})}});
    }
    if (!device.mpls.lsr_id) continue;
    const std::string lsr_id = to_string(**device.mpls.lsr_id);
    ranked.emplace_back(
        mentions(network, id, lsr_id),
        in_interface(network, {id, InterfaceId(i)},
                     fmt::format("give {} of {} the address of the LSR ID", it.name, *device.name),
                     {fmt::format("ip address {} 255.255.255.255", lsr_id)}));
  }
  std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<std::size_t, Candidate>::first);
  std::vector<Candidate> result;
  result.reserve(ranked.size());
  for (auto& [count, candidate] : ranked) result.push_back(std::move(candidate));
  return result;
}

std::vector<Candidate> igp_guesses(const Snapshot& snapshot, PortRef port) {
  const Network& network = snapshot.network;
  const Device& device = network[port.device];
  const Interface& interface = device[port.interface];
  const auto* own = primary_address(interface);
  std::vector<Candidate> result;
  if (own == nullptr) return result;
  const bool isis = faces_isis(network, port, (*own)->prefix);
  const std::string summary = fmt::format("let the IGP of {} run on {}", *device.name, interface.name);
  for (const OspfProcess& process : device.ospf) {
    if (process.vpn_instance) continue;
    for (const OspfArea& area : process.areas) {
      const IpPrefix subnet = (*own)->prefix.network();
      const std::string line =
          fmt::format("network {} {}", to_string(subnet.address), to_string(Ipv4{~mask_of(subnet.length)}));
      result.push_back(
          {summary,
           {in_views(port.device,
                     {fmt::format("ospf {}", process.id), fmt::format("area {}", to_string(Ipv4{*area.id}))},
                     {line})},
           isis ? 1 : 0});
    }
  }
  for (const IsisProcess& process : device.isis) {
    if (process.vpn_instance || !process.network_entity) continue;
    result.push_back(in_interface(network, port, summary, {fmt::format("isis enable {}", process.id)}));
    result.back().doubt = isis ? 0 : 1;
  }
  std::ranges::stable_sort(result, {}, &Candidate::doubt);
  return result;
}

std::vector<Candidate> hop_guesses(const Snapshot& snapshot, DeviceId device, Span hop) {
  const Network& network = snapshot.network;
  std::vector<Candidate> result;
  for (const ExplicitPath& path : network[device].explicit_paths) {
    const auto wrong =
        std::ranges::find_if(path.hops, [&](const ExplicitHop& it) { return it.address.where == hop; });
    if (wrong == path.hops.end()) continue;
    const std::vector<DeviceId> visited = devices_on(network, path);
    const auto at = static_cast<std::size_t>(wrong - path.hops.begin());
    const DeviceId previous = at == 0 ? device : visited[at - 1];
    const auto go_to = [&](const std::string& address, const std::string& of, int doubt) {
      result.push_back({fmt::format("let the path go to {} of {}", address, of),
                        {in_views(device, views_around(network, hop),
                                  {fmt::format("modify hop {} {}", to_string(*wrong->address), address)})},
                        doubt});
    };
    // A path may end with the very address that its tunnel goes to.
    for (const Interface& it : network[device].interfaces) {
      if (!it.tunnel || !it.tunnel->destination || at + 1 != path.hops.size()) continue;
      const auto is_this = [&](const MaybeFact<std::string>& name) { return name && **name == path.name; };
      if (is_this(it.tunnel->explicit_path) || is_this(it.tunnel->secondary_explicit_path))
        go_to(to_string(**it.tunnel->destination), "its end", 0);
    }
    for_each_interface(network, [&](PortRef port, const Interface& it) {
      const auto* own = primary_address(it);
      if (port.device == device || own == nullptr || it.kind == InterfaceKind::Loopback || !*it.te) return;
      // A path comes to a device once; its last hop may be an address behind the one it comes in by.
      bool elsewhere = false;
      for (std::size_t i = 0; i < visited.size(); ++i) {
        elsewhere = elsewhere || (i != at && i != at + 1 && visited[i] == port.device);
      }
      if (elsewhere) return;
      const bool follows = is_at_link_of(network, previous, (*own)->prefix);
      const bool leads_on =
          at + 1 == path.hops.size() || reaches(network, port.device, *path.hops[at + 1].address);
      go_to(to_string((*own)->prefix.address), *network[port.device].name,
            (follows ? 0 : 1) + (leads_on ? 0 : 1));
    });
  }
  std::ranges::stable_sort(result, {}, &Candidate::doubt);
  return result;
}

}  // namespace holdfast::session
