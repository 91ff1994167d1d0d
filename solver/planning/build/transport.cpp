// Loopbacks, links, IGP, MPLS and LDP of every device that forwards.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

constexpr std::uint8_t kLinkLength = 30;
constexpr std::uint8_t kHostLength = 32;
constexpr std::uint32_t kDefaultCost = 10;  // of IS-IS; of OSPF it follows bandwidth and is always said

bool is_ce(const Site& site, std::size_t device) {
  return site.intent.devices[device].role == intent::Role::Ce;
}

bool uses_te(const Plan& plan) {
  return std::ranges::any_of(plan.services, [](const PlannedService& service) {
    return std::ranges::any_of(service.pws, &PlannedPw::explicit_path);
  });
}

// 10.255.2.1 → 49.0001.0102.5500.2001.00
std::string network_entity(Ipv4 loopback) {
  constexpr std::uint32_t kByte = 0xff;
  std::string digits;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    digits += fmt::format("{:03}", loopback.bits >> shift & kByte);
  }
  return fmt::format("49.0001.{}.{}.{}.00", digits.substr(0, 4), digits.substr(4, 4), digits.substr(8, 4));
}

OspfArea& area_of(Device& device) {
  return device.ospf.front().areas.front();
}

void join_igp(const Site& site, Device& device, Interface& made, const IpPrefix& range, std::uint32_t cost,
              bool loopback) {
  if (site.intent.igp == intent::Igp::Isis) {
    IsisInterface& isis = made.isis.ensure();
    isis.process = said<std::uint32_t>(1);
    if (!loopback) isis.point_to_point = said(true);
    if (!loopback && cost != kDefaultCost) isis.cost = said(cost);
    return;
  }
  area_of(device).networks.push_back({said(range.network()), {}});
  if (loopback) return;
  made.ospf.ensure().network_type = said("p2p");
  made.ospf.ensure().cost = said(cost);
}

void build_igp(const Site& site, std::size_t i, Device& device, bool te) {
  if (site.intent.igp == intent::Igp::Isis) {
    IsisProcess process;
    process.level = said(IsisLevel::Level2);
    process.cost_style = said("wide");
    process.network_entity = said(network_entity(site.loopback(i)));
    if (te) process.traffic_eng = said(IsisLevel::Level2);
    device.isis.push_back(std::move(process));
    return;
  }
  OspfProcess process;
  process.router_id = said(site.loopback(i));
  OspfArea& area = process.areas.emplace_back();
  area.id = said<std::uint32_t>(0);
  if (te) area.mpls_te = said(true);
  device.ospf.push_back(std::move(process));
}

void build_node(Site& site, std::size_t i, bool te) {
  Draft& draft = site.at(i);
  Device& device = draft.device();
  device.mpls.lsr_id = said(site.loopback(i));
  device.mpls.enabled = said(true);
  device.mpls.ldp = said(true);
  if (te) {
    device.mpls.te = said(true);
    device.mpls.rsvp_te = said(true);
  }
  build_igp(site, i, device, te);
  Interface& loopback = draft.interface("LoopBack0");
  loopback.addresses.push_back(address(site.loopback(i), kHostLength));
  join_igp(site, device, loopback, {ip(site.loopback(i)), kHostLength}, 0, true);
}

std::string build_port(Site& site, std::size_t i, std::size_t device, bool te) {
  const intent::Link& link = site.plan.links[i];
  const std::size_t other = link.a == device ? link.b : link.a;
  Draft& draft = site.at(device);
  const std::string name = draft.new_port("to " + site.name(other));
  if (is_ce(site, link.a) || is_ce(site, link.b)) return name;
  Interface& made = draft.interface(name);
  const Ipv4 host = nth(site.plan.link_nets[i], link.a == device ? 1 : 2);
  made.addresses.push_back(address(host, kLinkLength));
  join_igp(site, draft.device(), made, {ip(host), kLinkLength}, link.cost, false);
  made.mpls = said(true);
  made.ldp = said(true);
  if (te) {
    made.te = said(true);
    made.rsvp_te = said(true);
  }
  return name;
}

}  // namespace

void build_transport(Site& site) {
  const bool te = uses_te(site.plan);
  for (std::size_t i = 0; i < site.drafts.size(); ++i) {
    if (!is_ce(site, i)) build_node(site, i, te);
  }
  for (std::size_t i = 0; i < site.plan.links.size(); ++i) {
    const std::string a = build_port(site, i, site.plan.links[i].a, te);
    site.ports.emplace_back(a, build_port(site, i, site.plan.links[i].b, te));
  }
}

void join_by_ldp(Site& site, std::size_t a, std::size_t b) {
  for (const auto& [here, there] : {std::pair(a, b), std::pair(b, a)}) {
    Mpls& mpls = site.at(here).device().mpls;
    mpls.l2vpn = said(true);
    const std::string& name = site.name(there);
    if (std::ranges::find(mpls.remote_peers, name, &LdpRemotePeer::name) != mpls.remote_peers.end()) continue;
    mpls.remote_peers.push_back({name, {}, said(site.loopback(there)), {}});
  }
}

}  // namespace holdfast::planning
