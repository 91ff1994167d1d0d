// Loopbacks, links, IGP, MPLS and LDP of every device that forwards.

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

constexpr std::uint8_t kLinkLength = 30;
constexpr std::uint8_t kHostLength = 32;
constexpr std::uint32_t kDefaultCost = 10;  // of IS-IS; of OSPF it follows bandwidth and is always said

bool is_ce(const Site& site, std::size_t device) {
  return site.intent.devices[device].role == intent::Role::Ce;
}

// Where tunnels along explicit paths run. A network that is all new has TE everywhere, once it needs it.
struct TePlaces {
  bool everywhere = false;
  std::vector<bool> links;
};

TePlaces te_places(const Site& site) {
  TePlaces te{false, std::vector<bool>(site.plan.links.size(), false)};
  const auto mark = [&](const graph::Route& route) {
    for (const std::uint32_t link : route.edges) te.links[link] = true;
  };
  bool any = false;
  for (const PlannedService& service : site.plan.services) {
    for (const PlannedPw& pw : service.pws) {
      if (!pw.explicit_path) continue;
      any = true;
      mark(pw.route);
      if (pw.standby) mark(*pw.standby);
    }
  }
  if (!any || site.existing.any()) return te;
  return {true, std::vector<bool>(te.links.size(), true)};
}

// 10.255.2.1 in area 49.0001 → 49.0001.0102.5500.2001.00
std::string network_entity(Ipv4 loopback, const std::string& area) {
  constexpr std::uint32_t kByte = 0xff;
  std::string digits;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    digits += fmt::format("{:03}", loopback.bits >> shift & kByte);
  }
  return fmt::format("{}.{}.{}.{}.00", area, digits.substr(0, 4), digits.substr(4, 4), digits.substr(8, 4));
}

std::uint32_t process_of(const Site& site, std::size_t device, std::size_t domain) {
  const Domain& it = site.domains[domain];
  return site.existing.at(device) != nullptr ? it.processes[device] : it.process;
}

// The process of a device that stands, where lines of its own view are added.
template <class Process>
Process& named(std::vector<Process>& processes, std::uint32_t id) {
  for (Process& it : processes) {
    if (it.id == id) return it;
  }
  Process& made = processes.emplace_back();
  made.id = id;
  return made;
}

// A cost that the process would give by itself need not be said.
bool says_cost(const Site& site, std::size_t device, std::size_t domain, std::uint32_t cost) {
  if (cost != kDefaultCost) return true;
  const Device* const standing = site.existing.at(device);
  if (standing == nullptr) return false;
  return std::ranges::any_of(standing->isis, [&](const IsisProcess& it) {
    return it.id == process_of(site, device, domain) && (it.circuit_cost || *it.auto_cost);
  });
}

// The loopback costs nothing.
void join_igp(Site& site, std::size_t i, std::size_t domain, Interface& made, const IpPrefix& range,
              std::optional<std::uint32_t> cost) {
  const Domain& join = site.domains[domain];
  const std::uint32_t process = process_of(site, i, domain);
  if (join.igp == intent::Igp::Isis) {
    IsisInterface& isis = made.isis.ensure();
    isis.process = said(process);
    if (cost) isis.point_to_point = said(true);
    if (cost && says_cost(site, i, domain, *cost)) isis.cost = said(*cost);
    return;
  }
  if (site.existing.at(i) != nullptr) {
    made.ospf.ensure().process = said(process);
    made.ospf.ensure().area = said(join.ospf_area);
  } else {
    site.at(i).device().ospf.front().areas.front().networks.push_back({said(range.network()), {}});
  }
  if (!cost) return;
  made.ospf.ensure().network_type = said("p2p");
  made.ospf.ensure().cost = said(*cost);
}

void build_igp(const Site& site, std::size_t i, Device& device) {
  const Domain& join = site.domains[site.domain_of[i]];
  if (join.igp == intent::Igp::Isis) {
    IsisProcess& process = named(device.isis, join.process);
    process.level = said(join.level);
    process.cost_style = said(join.cost_style);
    process.network_entity = said(network_entity(site.loopback(i), join.isis_area));
    return;
  }
  OspfProcess& process = named(device.ospf, join.process);
  process.router_id = said(site.loopback(i));
  process.areas.emplace_back().id = said(join.ospf_area);
}

void build_te(Site& site, std::size_t i, std::size_t domain) {
  Device& device = site.at(i).device();
  const Device* const standing = site.existing.at(i);
  const Domain& join = site.domains[domain];
  device.mpls.enabled = said(true);
  device.mpls.te = said(true);
  device.mpls.rsvp_te = said(true);
  const std::uint32_t id = process_of(site, i, domain);
  if (join.igp == intent::Igp::Isis) {
    const bool has = standing != nullptr && std::ranges::any_of(standing->isis, [&](const IsisProcess& it) {
                       return it.id == id && it.traffic_eng;
                     });
    if (!has) named(device.isis, id).traffic_eng = said(join.level);
    return;
  }
  std::vector<OspfArea>& areas = named(device.ospf, id).areas;
  if (areas.empty()) areas.emplace_back().id = said(join.ospf_area);
  areas.front().mpls_te = said(true);
}

void build_node(Site& site, std::size_t i) {
  Draft& draft = site.at(i);
  Device& device = draft.device();
  device.mpls.lsr_id = said(site.loopback(i));
  device.mpls.enabled = said(true);
  device.mpls.ldp = said(true);
  build_igp(site, i, device);
  Interface& loopback = draft.interface("LoopBack0");
  loopback.addresses.push_back(address(site.loopback(i), kHostLength));
  join_igp(site, i, site.domain_of[i], loopback, {ip(site.loopback(i)), kHostLength}, {});
}

void build_te_port(Site& site, std::size_t device, const std::string& port) {
  Interface& made = site.at(device).interface(port);
  made.mpls = said(true);
  made.te = said(true);
  made.rsvp_te = said(true);
}

std::string build_port(Site& site, std::size_t i, std::size_t device) {
  const intent::Link& link = site.plan.links[i];
  const std::size_t other = link.a == device ? link.b : link.a;
  Draft& draft = site.at(device);
  const std::string name = draft.new_port("to " + site.name(other));
  if (is_ce(site, link.a) || is_ce(site, link.b)) return name;
  const bool joins = site.existing.at(device) == nullptr && site.existing.at(other) != nullptr;
  if (joins && site.domains[link.domain].wants_key) {
    site.conflicts.push_back({link.where, fmt::format("the IGP of {} wants a key, and {} cannot have it",
                                                      site.name(other), site.name(device))});
  }
  Interface& made = draft.interface(name);
  const Ipv4 host = site.host(i, device);
  made.addresses.push_back(address(host, kLinkLength));
  join_igp(site, device, link.domain, made, {ip(host), kLinkLength}, link.cost);
  made.mpls = said(true);
  made.ldp = said(true);
  return name;
}

// The devices of the service that are there: between two of them LDP may have to lead.
std::vector<std::size_t> serving_in(const Site& site, const PlannedService& service, std::size_t domain) {
  std::vector<std::size_t> devices = service.hubs;
  devices.insert(devices.end(), service.spes.begin(), service.spes.end());
  for (const PlannedEnd& end : service.ends) devices.insert(devices.end(), end.pes.begin(), end.pes.end());
  std::erase_if(devices, [&](std::size_t device) {
    return site.existing.at(device) != nullptr ? !site.domains[domain].has(device)
                                               : site.domain_of[device] != domain;
  });
  return devices;
}

// The routes of a domain lead over all of its links: where one had no LDP, the LSPs over it would break.
void complete_ldp(Site& site, std::size_t domain) {
  for (std::size_t i = 0; i < site.plan.links.size(); ++i) {
    const intent::Link& link = site.plan.links[i];
    const bool inner = !is_ce(site, link.a) && !is_ce(site, link.b);
    if (!inner || !link.standing || link.standing->ldp || link.domain != domain) continue;
    for (const std::size_t end : {link.a, link.b}) {
      if (!*site.existing.at(end)->mpls.ldp) site.at(end).device().mpls.ldp = said(true);
      Interface& made = site.at(end).interface(site.port(i, end));
      made.mpls = said(true);
      made.ldp = said(true);
    }
  }
}

// What existing devices lack for LDP between those that serve.
void complete_domains(Site& site) {
  for (std::size_t domain = 0; site.existing.any() && domain < site.domains.size(); ++domain) {
    bool used = false;
    for (const PlannedService& service : site.plan.services) {
      const std::vector<std::size_t> devices = serving_in(site, service, domain);
      if (devices.size() < 2) continue;
      used = true;
      for (const std::size_t device : devices) {
        if (site.existing.at(device) == nullptr || !site.domains[domain].silent[device]) continue;
        Interface& loopback = site.at(device).interface(site.loopback_name(device));
        join_igp(site, device, domain, loopback, {ip(site.loopback(device)), kHostLength}, {});
      }
    }
    if (used) complete_ldp(site, domain);
  }
}

}  // namespace

void build_transport(Site& site) {
  const TePlaces te = te_places(site);
  site.domain_of.resize(site.drafts.size());
  for (const intent::Link& link : site.plan.links) {
    for (const std::size_t end : {link.a, link.b}) {
      if (site.existing.at(end) == nullptr && !is_ce(site, link.a) && !is_ce(site, link.b))
        site.domain_of[end] = link.domain;
    }
  }
  for (std::size_t i = 0; i < site.drafts.size(); ++i) {
    if (is_ce(site, i)) continue;
    if (site.existing.at(i) == nullptr) build_node(site, i);
    if (te.everywhere) build_te(site, i, site.domain_of[i]);
  }
  for (std::size_t i = 0; i < site.plan.links.size(); ++i) {
    const intent::Link& link = site.plan.links[i];
    if (link.standing) {
      site.ports.emplace_back(link.standing->a_port, link.standing->b_port);
    } else {
      const std::string a = build_port(site, i, link.a);
      site.ports.emplace_back(a, build_port(site, i, link.b));
    }
    if (!te.links[i] || is_ce(site, link.a) || is_ce(site, link.b)) continue;
    for (const std::size_t end : {link.a, link.b}) {
      build_te(site, end, link.domain);
      build_te_port(site, end, site.port(i, end));
    }
  }
  complete_domains(site);
}

void join_by_ldp(Site& site, std::size_t a, std::size_t b) {
  for (const auto& ends : {std::pair(a, b), std::pair(b, a)}) {
    const std::size_t here = ends.first;
    const std::size_t there = ends.second;
    Mpls& mpls = site.at(here).device().mpls;
    mpls.l2vpn = said(true);
    const auto same = [&](const LdpRemotePeer& it) {
      return it.remote_ip && **it.remote_ip == site.loopback(there);
    };
    const Device* const standing = site.existing.at(here);
    if (std::ranges::any_of(mpls.remote_peers, same) ||
        (standing != nullptr && std::ranges::any_of(standing->mpls.remote_peers, same))) {
      continue;
    }
    std::string name = site.name(there);
    const auto named = [&](const LdpRemotePeer& it) { return it.name == name; };
    while (standing != nullptr && std::ranges::any_of(standing->mpls.remote_peers, named)) name += "-2";
    mpls.remote_peers.push_back({name, {}, said(site.loopback(there)), {}});
  }
}

}  // namespace holdfast::planning
