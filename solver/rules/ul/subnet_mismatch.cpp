// UL007: see the rule's page at the end of this file.

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "solver/control_plane/adjacencies.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::ul {
namespace {

using control_plane::primary_address;
using pairing::Link;
using pairing::Pairing;
using pairing::PortRef;

// How the two ports are known to be one link.
enum class Known : std::uint8_t { Stated, Overlap, Descriptions };

void describe(const Pairing& net, PortRef a, PortRef b, Known known, Finding& finding) {
  const std::string here = to_string(primary_address(net[a])->value.prefix);
  const std::string there = to_string(primary_address(net[b])->value.prefix);
  finding.message = fmt::format("{} ({}) and {} ({}) are one link and not in one subnet", port_phrase(net, a),
                                here, port_phrase(net, b), there);
  if (known == Known::Descriptions) {
    finding.severity = Severity::Warning;
    finding.message =
        fmt::format("{} ({}) and {} ({}) are one link by their descriptions, and not in one subnet",
                    port_phrase(net, a), here, port_phrase(net, b), there);
  }
  finding.consequence =
      "No IGP neighbour and no LDP session comes up over the link: it carries nothing, neither now nor when "
      "another one fails.";
  finding.fix.summary = "give both ends addresses of one subnet";
}

Fact<IpPrefix> subnet_fact(const Fact<InterfaceAddress>& address) {
  return {address->prefix.network(), address.where, address.origin};
}

void judge(const Pairing& net, PortRef a, PortRef b, Known known, Judgement& out) {
  Claim claim = out.claim();
  const auto here = claim.fact(a.device, "subnet of " + net[a].name, subnet_fact(*primary_address(net[a])),
                               block_of(net[a]));
  const auto there = claim.fact(b.device, "subnet of " + net[b].name, subnet_fact(*primary_address(net[b])),
                                block_of(net[b]));
  claim.require(claim.exprs().eq(here, there));
  for (const PortRef port : {a, b}) {
    const auto& description = net[port].description;
    if (known == Known::Descriptions && description)
      claim.show(port.device, description->where, "names the other");
  }
  out.judge(claim, [&](Finding& finding) { describe(net, a, b, known, finding); });
}

// Links that somebody states.
void check_stated(const Pairing& net, Judgement& out) {
  for (const Link& link : net.links().all()) {
    if (link.source == LinkSource::Subnet) continue;
    const Interface& a = net[link.a];
    const Interface& b = net[link.b];
    if (*a.shutdown || *b.shutdown || a.vpn_instance.has_value() != b.vpn_instance.has_value()) continue;
    if (primary_address(a) == nullptr || primary_address(b) == nullptr) continue;
    if (primary_address(a)->value.prefix.network() != primary_address(b)->value.prefix.network()) {
      judge(net, link.a, link.b, Known::Stated, out);
    }
  }
}

// How many interfaces of the public network are in each subnet.
std::map<IpPrefix, std::size_t> population(const Network& network) {
  std::map<IpPrefix, std::size_t> count;
  for (const Device& device : network.devices) {
    for (const Interface& it : device.interfaces) {
      if (!it.vpn_instance && primary_address(it) != nullptr)
        ++count[primary_address(it)->value.prefix.network()];
    }
  }
  return count;
}

// Interfaces of the core with an address in whose subnet nobody else is, on ports without a known link.
std::vector<PortRef> lonely_ports(const Pairing& net) {
  const std::map<IpPrefix, std::size_t> count = population(net.network());
  std::vector<PortRef> lonely;
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const Interface& it = devices[d].interfaces[i];
      const PortRef port{DeviceId{d}, InterfaceId{i}};
      if (!*it.mpls || !(*it.ldp || *it.rsvp_te) || *it.shutdown || it.vpn_instance) continue;
      if (it.kind == InterfaceKind::Loopback || primary_address(it) == nullptr) continue;
      if (count.at(primary_address(it)->value.prefix.network()) > 1 || net.links().at(port) != nullptr)
        continue;
      lonely.push_back(port);
    }
  }
  return lonely;
}

// Whether the text holds the name as a word.
bool mentions(std::string_view text, std::string_view name) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

// Whether the port's description names the device.
bool leads_to(const Pairing& net, PortRef port, DeviceId device) {
  const auto& description = net[port].description;
  return description && !name_of(net, device).empty() && mentions(**description, name_of(net, device));
}

bool overlap(const Pairing& net, PortRef a, PortRef b) {
  const IpPrefix& here = primary_address(net[a])->value.prefix;
  const IpPrefix& there = primary_address(net[b])->value.prefix;
  return here.address != there.address && (here.contains(there.address) || there.contains(here.address));
}

// The only other one with which the port could be a link; invalid: there is none, or several.
template <class Matches>
PortRef only(const std::vector<PortRef>& ports, PortRef port, Matches matches) {
  PortRef found;
  for (const PortRef other : ports) {
    if (other.device == port.device || !matches(port, other)) continue;
    if (found.valid()) return {};
    found = other;
  }
  return found;
}

void check_lonely(const Pairing& net, Judgement& out) {
  const std::vector<PortRef> ports = lonely_ports(net);
  const auto overlapping = [&](PortRef a, PortRef b) { return overlap(net, a, b); };
  const auto described = [&](PortRef a, PortRef b) {
    return leads_to(net, a, b.device) && leads_to(net, b, a.device);
  };
  for (const PortRef port : ports) {
    if (const PortRef other = only(ports, port, overlapping); other.valid()) {
      if (port < other && only(ports, other, overlapping) == port)
        judge(net, port, other, Known::Overlap, out);
      continue;
    }
    const PortRef other = only(ports, port, described);
    if (other.valid() && port < other && only(ports, other, described) == port)
      judge(net, port, other, Known::Descriptions, out);
  }
}

// Signalling that needs an address of its interface, switched on where there is none.
const Span* needs_address(const Interface& interface) {
  if (interface.ospf && interface.ospf->process) return &interface.ospf->process->where;
  if (interface.isis && interface.isis->process) return &interface.isis->process->where;
  return *interface.ldp ? &interface.ldp.where : nullptr;
}

void check_without_address(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const Device& device = net[DeviceId{d}];
    for (const Interface& it : device.interfaces) {
      if (!it.addresses.empty() || it.unnumbered || *it.shutdown || it.tunnel) continue;
      const Span* needed_by = needs_address(it);
      if (needed_by == nullptr) continue;
      Claim claim = out.claim();
      const auto there =
          claim.present(DeviceId{d}, fmt::format("address of {}", it.name), false, {}, block_of(it));
      const auto used = claim.present(DeviceId{d}, "needs an address", true, *needed_by, {});
      claim.require(claim.exprs().implies(claim.exprs().variable(used), claim.exprs().variable(there)));
      out.judge(claim, [&](Finding& finding) {
        finding.message = fmt::format("{} {} runs LDP or an IGP and has no address", *device.name, it.name);
        finding.consequence = "Neither comes up on this interface: the link carries nothing.";
        finding.fix.summary = "give the interface an address in the subnet of the link's other end";
      });
    }
  }
}

void check(const Pairing& net, Judgement& out) {
  check_stated(net, out);
  check_lonely(net, out);
  check_without_address(net, out);
}

}  // namespace

extern const Rule subnet_mismatch;
const Rule subnet_mismatch{
    .code = "UL007",
    .name = "subnet-mismatch",
    .severity = Severity::Error,
    .title = "The two ends of a link are in one subnet.",
    .what =
        "For every link that holdfast.yaml or LLDP tells of: the primary IPv4 addresses of its ends are in "
        "one "
        "subnet. Without such a link: two interfaces of the core that nobody else shares a subnet with, and "
        "whose "
        "subnets overlap though their masks differ, or whose descriptions name each other's device (a "
        "warning). "
        "And every interface with LDP or an IGP has an address.",
    .why =
        "Neighbours of IGPs and LDP find each other within a subnet. Over a link with two subnets, nothing "
        "comes "
        "up.",
    .fix = "Give both ends addresses of one subnet, with one mask.",
    .limits =
        "Main interfaces only where the link is stated; silent about interfaces that are shut down or in "
        "different "
        "VPN instances. A wrong address on a link that nothing tells of is not found. Undecided while lines "
        "of the "
        "interface were not understood.",
    .source = "Command reference: ip address; semantics: IGP adjacency.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0
  description to PE2
  ip address 10.1.1.1 30
  mpls
  mpls ldp
 #
 return
 sysname PE2
 #
 interface GigabitEthernet0/1/0
  description to PE1
- ip address 10.1.1.2 24
+ ip address 10.1.1.2 30
  mpls
  mpls ldp
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
