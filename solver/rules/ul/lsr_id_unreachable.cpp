// UL001: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using pairing::Pairing;
using pairing::PortRef;

constexpr const char* kConsequence =
    "LDP sets up its sessions to the LSR ID, and PWs are set up to it: to an address that nobody reaches "
    "neither "
    "comes up.";

// The interface of the public network with that address; invalid: none.
PortRef holder_of(const Pairing& net, DeviceId device, Ipv4 lsr_id) {
  for (const pairing::AddressOwner& it : net.locator().interfaces_with(ip(lsr_id))) {
    if (it.port.device == device && !net[it.port].vpn_instance) return it.port;
  }
  return {};
}

// The loopback that was most likely meant: the first with a host address.
const Interface* meant_loopback(const Device& device) {
  for (const Interface& it : device.interfaces) {
    if (it.kind != InterfaceKind::Loopback || it.vpn_instance) continue;
    for (const auto& address : it.addresses) {
      if (!address->prefix.address.is_v6 && address->prefix.length == 32) return &it;
    }
  }
  return nullptr;
}

// A line that was not understood in the view of a loopback may be its address.
Block block_of_loopbacks(const Device& device) {
  for (const Interface& it : device.interfaces) {
    if (it.kind == InterfaceKind::Loopback && !it.unread.empty()) return block_of(it);
  }
  return block_of(device);
}

void judge_holder(const Pairing& net, DeviceId device, Judgement& out) {
  const Fact<Ipv4>& lsr_id = *net[device].mpls.lsr_id;
  Claim claim = out.claim();
  const auto here = claim.present(device, "the LSR ID", true, lsr_id.where, {});
  const auto held = claim.present(device, fmt::format("an interface with {}", to_string(*lsr_id)), false, {},
                                  {lsr_id.where, block_of_loopbacks(net[device]).unread});
  claim.require(claim.exprs().implies(claim.exprs().variable(here), claim.exprs().variable(held)));
  const Interface* meant = meant_loopback(net[device]);
  if (meant != nullptr) claim.show(device, address_line(*meant), "a loopback with another address");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("the LSR ID {} of {} is an address of none of its interfaces",
                                  to_string(*lsr_id), name_of(net, device));
    finding.consequence = kConsequence;
    finding.fix = {"give a loopback interface this address, or name the address of one", {}};
    if (meant == nullptr) {
      finding.fix.commands = {in_view(device, {"interface LoopBack0"},
                                      {fmt::format("ip address {} 255.255.255.255", to_string(*lsr_id))})};
    }
  });
}

// Whether a line other than an IGP's on the interface itself makes the address known elsewhere.
bool made_known_otherwise(const Pairing& net, DeviceId device, Ipv4 lsr_id) {
  const Device& here = net[device];
  const auto direct = [](const std::vector<Fact<std::string>>& imports) {
    return std::ranges::any_of(imports, [](const auto& it) { return *it == "direct"; });
  };
  for (const OspfProcess& it : here.ospf) {
    if (!it.vpn_instance && direct(it.imports)) return true;
  }
  for (const IsisProcess& it : here.isis) {
    if (!it.vpn_instance && direct(it.imports)) return true;
  }
  if (here.bgp) {
    for (const BgpFamily& family : here.bgp->families) {
      if (family.vpn_instance || family.family != AddressFamily::Ipv4) continue;
      if (direct(family.imports)) return true;
      const auto covers = [&](const auto& it) { return it->contains(ip(lsr_id)); };
      if (std::ranges::any_of(family.networks, covers)) return true;
    }
  }
  return std::ranges::any_of(net.network().devices, [&](const Device& other) {
    return std::ranges::any_of(other.static_routes, [&](const StaticRoute& it) {
      return !it.vpn_instance && it.destination->length > 0 && it.destination->contains(ip(lsr_id));
    });
  });
}

// An IGP that joins the device to others: it is on at some other interface.
struct UsedIgp {
  bool is_ospf = false;
  Span where;
  Block block;
};
std::vector<UsedIgp> igps_of(const Device& device) {
  std::vector<UsedIgp> found;
  for (const OspfProcess& it : device.ospf) {
    if (!it.vpn_instance) found.push_back({true, it.where, {it.where, it.unread}});
  }
  for (const IsisProcess& it : device.isis) {
    if (!it.vpn_instance && it.network_entity) found.push_back({false, it.where, {it.where, it.unread}});
  }
  return found;
}

// A `network` line of OSPF holds the address and its mask is longer than the interface's. By the command's
// page the interface is then not in OSPF; examples of the same vendor have loopbacks like this and work.
bool in_disputed_network(const Device& device, Ipv4 lsr_id) {
  return std::ranges::any_of(device.ospf, [&](const OspfProcess& process) {
    return !process.vpn_instance && std::ranges::any_of(process.areas, [&](const OspfArea& area) {
      return std::ranges::any_of(area.networks,
                                 [&](const OspfNetwork& it) { return it.range->contains(ip(lsr_id)); });
    });
  });
}

Fix announce(const Pairing& net, PortRef holder, const std::vector<UsedIgp>& igps) {
  const Device& device = net[holder.device];
  Fix fix{"let the IGP announce the address of the LSR ID", {}};
  if (igps.size() != 1) return fix;
  if (!igps.front().is_ospf) {
    const auto process = std::ranges::find(device.isis, igps.front().where, &IsisProcess::where);
    fix.commands = {in_interface(net, holder, {fmt::format("isis enable {}", process->id)})};
    return fix;
  }
  const auto process = std::ranges::find(device.ospf, igps.front().where, &OspfProcess::where);
  if (process->areas.size() != 1) return fix;
  fix.commands = {in_view(holder.device,
                          {fmt::format("ospf {}", process->id),
                           fmt::format("area {}", to_string(Ipv4{*process->areas.front().id}))},
                          {fmt::format("network {} 0.0.0.0", to_string(**device.mpls.lsr_id))})};
  return fix;
}

void judge_igp(const Pairing& net, PortRef holder, Judgement& out) {
  const Device& device = net[holder.device];
  const Interface& interface = net[holder];
  const Ipv4 lsr_id = **device.mpls.lsr_id;
  const std::vector<UsedIgp> igps = igps_of(device);
  const bool runs_igp = !igps.empty() && std::ranges::any_of(device.interfaces, [&](const Interface& it) {
    return it.kind != InterfaceKind::Loopback && in_igp(device, it);
  });
  if (!runs_igp || in_igp(device, interface) || made_known_otherwise(net, holder.device, lsr_id)) return;
  std::vector<Span> unread = interface.unread;
  for (const UsedIgp& it : igps) unread.insert(unread.end(), it.block.unread.begin(), it.block.unread.end());
  Claim claim = out.claim();
  const auto address =
      claim.present(holder.device, "the LSR ID's interface", true, address_line(interface), {});
  const auto known =
      in_disputed_network(device, lsr_id)
          ? claim.unseen(fmt::format("{} in OSPF", interface.name), smt::Sort::Boolean,
                         "whether OSPF runs on a loopback whose mask is shorter than that of the "
                         "`network` line: the vendor's documents disagree")
          : claim.present(holder.device, fmt::format("{} in an IGP", interface.name), false, {},
                          {interface.where, unread});
  claim.require(claim.exprs().implies(claim.exprs().variable(address), claim.exprs().variable(known)));
  claim.show(holder.device, device.mpls.lsr_id->where, "the LSR ID");
  for (const UsedIgp& it : igps) claim.show(holder.device, it.where, "the IGP of the device");
  out.judge(claim, [&](Finding& finding) {
    finding.consequence = kConsequence;
    if (finding.verdict == Verdict::Unknown) {
      finding.message = fmt::format("cannot tell whether the IGP announces the LSR ID {} of {}",
                                    to_string(lsr_id), *device.name);
      return;
    }
    finding.message = fmt::format("the LSR ID {} of {} is in no IGP: {} takes part in none",
                                  to_string(lsr_id), *device.name, interface.name);
    finding.fix = announce(net, holder, igps);
  });
}

void judge_loopback(const Pairing& net, PortRef holder, Judgement& out) {
  const Fact<Ipv4>& lsr_id = *net[holder.device].mpls.lsr_id;
  Claim claim = out.claim();
  const auto here = claim.fact(holder.device, "the LSR ID", lsr_id, {});
  claim.require(claim.exprs().ne(claim.exprs().variable(here), claim.exprs().constant(to_value(*lsr_id))));
  claim.show(holder.device, address_line(net[holder]), "has this address");
  out.judge(claim, [&](Finding& finding) {
    finding.severity = Severity::Warning;
    finding.message = fmt::format("the LSR ID {} of {} is the address of {}, not of a loopback",
                                  to_string(*lsr_id), name_of(net, holder.device), net[holder].name);
    finding.consequence =
        "When that interface goes down, every LDP session and every PW of the device goes with it, although "
        "other ways are left.";
    finding.fix.summary = "make a loopback address the LSR ID";
  });
}

// Devices that set something up to each other's LSR IDs: PWs, BGP sessions.
std::set<std::pair<DeviceId, DeviceId>> users_of_lsr_ids(const Pairing& net) {
  std::set<std::pair<DeviceId, DeviceId>> users;
  for (const Ride& ride : rides_of(net)) users.insert({ride.from, ride.to});
  for (const pairing::BgpSession& it : net.bgp_sessions().all()) {
    if (it.b_state != pairing::PeerState::Seen || !it.both_enabled()) continue;
    const auto by_lsr_id = [&](const pairing::BgpSide& naming, DeviceId named) {
      const auto lsr_id = net.locator().lsr_id(named);
      return naming.peer != nullptr && lsr_id && *naming.peer->address == ip(*lsr_id);
    };
    if (by_lsr_id(it.a, it.b.device)) users.insert({it.a.device, it.b.device});
    if (by_lsr_id(it.b, it.a.device)) users.insert({it.b.device, it.a.device});
  }
  return users;
}

// A node of `to` in an area or level that both are in and that does not know the LSR ID of `to`; invalid:
// none.
control_plane::IgpNodeId silent_node(const control_plane::Igp& igp, DeviceId from, DeviceId to,
                                     PortRef holder) {
  const auto announced = igp.announced(holder);
  const auto in_graph = [&](const auto& nodes, std::uint32_t graph) {
    return std::ranges::any_of(nodes, [&](control_plane::IgpNodeId it) { return igp[it].graph == graph; });
  };
  control_plane::IgpNodeId silent;
  for (const control_plane::IgpNodeId node : igp.of_device(to)) {
    const std::uint32_t graph = igp[node].graph;
    if (!in_graph(igp.of_device(from), graph)) continue;
    const auto knows = [&](const control_plane::IgpInterface& it) { return igp[it.node].graph == graph; };
    if (std::ranges::any_of(announced, knows)) return {};
    if (!silent.valid()) silent = node;
  }
  return silent;
}

std::string igp_name(const control_plane::Igp& igp, control_plane::IgpNodeId node) {
  return igp[node].protocol == control_plane::IgpProtocol::Ospf
             ? fmt::format("OSPF {}", igp.ospf(igp[node]).id)
             : fmt::format("IS-IS {}", igp.isis(igp[node]).id);
}

void judge_shared_igp(const Pairing& net, const Underlay& underlay, const control_plane::Igp& igp,
                      DeviceId from, PortRef holder, control_plane::IgpNodeId node, Judgement& out) {
  const bool ospf = igp[node].protocol == control_plane::IgpProtocol::Ospf;
  const Span process = ospf ? igp.ospf(igp[node]).where : igp.isis(igp[node]).where;
  const std::string name = igp_name(igp, node);
  const Interface& interface = net[holder];
  Claim claim = out.claim();
  const auto known = claim.present(holder.device, fmt::format("{} in {}", interface.name, name), false, {},
                                   {address_line(interface), interface.unread});
  smt::ExprId reached = claim.exprs().variable(known);
  if (const auto unseen = underlay.unseen_ways()) {
    const auto other = claim.unseen("another way to learn the address", smt::Sort::Boolean, *unseen);
    reached = claim.exprs().any_of({reached, claim.exprs().variable(other)});
  }
  claim.require(reached);
  claim.show(holder.device, net[holder.device].mpls.lsr_id->where, "the LSR ID");
  claim.show(holder.device, process, "the IGP of both");
  out.judge(claim, [&](Finding& finding) {
    const std::string lsr_id = to_string(**net[holder.device].mpls.lsr_id);
    const std::string here = name_of(net, holder.device);
    finding.consequence = kConsequence;
    finding.message =
        finding.verdict == Verdict::Unknown
            ? fmt::format("cannot tell whether {} learns the LSR ID {} of {}", name_of(net, from), lsr_id,
                          here)
            : fmt::format("{} does not learn the LSR ID {} of {}: {}, which both run, does not announce it",
                          name_of(net, from), lsr_id, here, name);
    finding.fix.summary = fmt::format("let {} announce the address of the LSR ID", name);
  });
}

void check_shared_igps(const Pairing& net, Judgement& out) {
  const auto has_two = [](const Device& it) { return it.ospf.size() + it.isis.size() > 1; };
  if (std::ranges::none_of(net.network().devices, has_two)) return;
  const auto users = users_of_lsr_ids(net);
  if (users.empty()) return;
  Underlay underlay(net);
  const control_plane::Igp& igp = underlay.routes().igp();
  std::set<std::uint32_t> told;  // nodes
  for (const auto& [from, to] : users) {
    const auto lsr_id = net.locator().lsr_id(to);
    const PortRef holder = lsr_id ? holder_of(net, to, *lsr_id) : PortRef{};
    if (!holder.valid() || !in_igp(net[to], net[holder])) continue;
    const control_plane::IgpNodeId node = silent_node(igp, from, to, holder);
    if (!node.valid() || told.contains(node.index)) continue;
    if (underlay.routes().reach(from, ip(*lsr_id), {}).value != control_plane::Tri::Down) continue;
    told.insert(node.index);
    judge_shared_igp(net, underlay, igp, from, holder, node, out);
  }
}

void check(const Pairing& net, Judgement& out) {
  check_shared_igps(net, out);
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    const Device& device = net[id];
    const auto carries = [](const Interface& it) { return *it.mpls; };
    if (!*device.mpls.enabled || !device.mpls.lsr_id) continue;
    if (std::ranges::none_of(device.interfaces, carries)) continue;
    const PortRef holder = holder_of(net, id, **device.mpls.lsr_id);
    if (!holder.valid()) {
      judge_holder(net, id, out);
    } else if (net[holder].kind != InterfaceKind::Loopback) {
      judge_loopback(net, holder, out);
    } else {
      judge_igp(net, holder, out);
    }
  }
}

}  // namespace

extern const Rule lsr_id_unreachable;
const Rule lsr_id_unreachable{
    .code = "UL001",
    .name = "lsr-id-unreachable",
    .severity = Severity::Error,
    .title = "The LSR ID is the address of a loopback interface that the IGP announces.",
    .what =
        "For each device with MPLS on some interface: an interface of the public network has the LSR ID as "
        "an address, that "
        "interface is a loopback (else a warning), and where the device runs OSPF or IS-IS on its links, the "
        "loopback takes part in one of them: of several in each that devices share with it which set up PWs "
        "or BGP "
        "sessions to the LSR ID and learn it nowhere else.",
    .why =
        "The LSR ID is where LDP sessions and PWs are set up to. To an address that nobody has, or that "
        "nobody "
        "learns, none comes up. The address of a link goes down with the link.",
    .fix = "Configure the address on a loopback interface and let the IGP announce it.",
    .limits =
        "Undecided where OSPF names the loopback's address with a longer mask than the loopback has: the "
        "vendor's "
        "documents disagree. Silent about the IGP where another line makes the address known: redistribution "
        "of direct routes, a "
        "network in BGP, a static route of any device; and where the device runs no IGP. Undecided while "
        "lines "
        "of the loopback's view or of the IGP were not understood.",
    .source = "Command reference: mpls lsr-id; semantics: LDP session.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 isis 1
  network-entity 49.0001.0000.0000.0001.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.1 30
  isis enable 1
  mpls
 #
 interface LoopBack0
  ip address 1.1.1.1 32
+ isis enable 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
