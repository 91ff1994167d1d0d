// UL005: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using control_plane::Adjacency;
using control_plane::AdjacencyId;
using pairing::Located;
using pairing::Pairing;
using pairing::PortRef;

// A path of a tunnel.
struct Way {
  PortRef tunnel;
  const ExplicitPath* path = nullptr;
  Span named;  // where the tunnel names it
};

std::vector<Way> ways_of(const Pairing& net) {
  std::vector<Way> ways;
  const auto& devices = net.network().devices;
  for (std::size_t d = 0; d < devices.size(); ++d) {
    for (std::size_t i = 0; i < devices[d].interfaces.size(); ++i) {
      const Interface& it = devices[d].interfaces[i];
      if (!it.tunnel || *it.tunnel->protocol != TunnelProtocol::MplsTe) continue;
      if (it.tunnel->signal_protocol && **it.tunnel->signal_protocol != "rsvp-te") continue;
      for (const auto* name : {&it.tunnel->explicit_path, &it.tunnel->secondary_explicit_path}) {
        if (!*name) continue;
        const auto path = std::ranges::find(devices[d].explicit_paths, ***name, &ExplicitPath::name);
        if (path == devices[d].explicit_paths.end() || !path->label_hops.empty()) continue;
        ways.push_back({{DeviceId{d}, InterfaceId{i}}, &*path, (*name)->where});
      }
    }
  }
  return ways;
}

class PathCheck {
 public:
  PathCheck(const Pairing& net, Judgement& out) : net_(net), out_(out), underlay_(net) {}

  void follow(const Way& way) {
    DeviceId at = way.tunnel.device;
    for (const ExplicitHop& hop : way.path->hops) {
      if (hop.exclude) continue;
      const Located owner = net_.locator().owner_of(ip(*hop.address));
      if (hop.loose || owner.ambiguous()) {
        if (!owner.one().valid()) return;
        at = owner.one();
        continue;
      }
      if (owner.unseen()) return judge_unowned(way, at, hop);
      if (owner.is(at)) continue;
      const std::optional<AdjacencyId> link = link_to(at, owner.one(), *hop.address);
      if (!link) return judge_apart(way, at, owner.one(), hop);
      judge_te(way, hop, underlay_.routes().adjacencies()[*link]);
      at = owner.one();
    }
  }

 private:
  // The link to the device; of several the one with that address. A hop may name another interface of the
  // next device than the one that the path comes in by.
  std::optional<AdjacencyId> link_to(DeviceId from, DeviceId to, Ipv4 address) {
    std::optional<AdjacencyId> found;
    for (const AdjacencyId id : underlay_.routes().adjacencies().of_device(from)) {
      const Adjacency& it = underlay_.routes().adjacencies()[id];
      const bool ours = it.a.device == from;
      if ((ours ? it.b.device : it.a.device) != to) continue;
      if ((ours ? it.b_address : it.a_address) == address) return id;
      if (!found) found = id;
    }
    return found;
  }

  // An interface of the device behind which a device may be that is not seen: alone in its subnet, or in one
  // that has room for more than two.
  PortRef open_end(DeviceId device) {
    std::set<PortRef> joined;
    for (const AdjacencyId id : underlay_.routes().adjacencies().of_device(device)) {
      const Adjacency& it = underlay_.routes().adjacencies()[id];
      constexpr std::uint8_t kTwoHosts = 30;
      if (it.length >= kTwoHosts) joined.insert({it.a, it.b});
    }
    const auto& interfaces = net_[device].interfaces;
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
      const PortRef port{device, InterfaceId{i}};
      const Interface& it = interfaces[i];
      if (*it.te && control_plane::primary_address(it) != nullptr && !joined.contains(port)) return port;
    }
    return {};
  }

  void show(const Way& way, Claim& claim) { claim.show(way.tunnel.device, way.named, "takes this path"); }

  std::string path_phrase(const Way& way) const {
    return fmt::format("the explicit path {} of {} {}", way.path->name, name_of(net_, way.tunnel.device),
                       net_[way.tunnel].name);
  }

  void say(const Way& way, Finding& finding) {
    const TunnelSettings& tunnel = *net_[way.tunnel].tunnel;
    const bool backup = *tunnel.hot_standby || *tunnel.ordinary_backup;
    finding.consequence =
        backup ? "The tunnel cannot take this path: it is left with its other one, and without protection."
               : "The tunnel cannot be set up: what is bound to it has no tunnel.";
  }

  void judge_unowned(const Way& way, DeviceId at, const ExplicitHop& hop) {
    const PortRef open = open_end(at);
    Claim claim = out_.claim();
    const auto named = claim.present(way.tunnel.device, "the hop", true, hop.address.where, {});
    const smt::VarId there =
        open.valid()
            ? claim.unseen("a neighbour with that address", smt::Sort::Boolean,
                           fmt::format("the configuration of the device behind {}", port_phrase(net_, open)))
            : claim.present(
                  at, fmt::format("neighbour of {} with {}", name_of(net_, at), to_string(*hop.address)),
                  false, {}, block_of(net_[at]));
    claim.require(claim.exprs().implies(claim.exprs().variable(named), claim.exprs().variable(there)));
    show(way, claim);
    out_.judge(claim, [&](Finding& finding) {
      say(way, finding);
      if (finding.verdict == Verdict::Unknown) {
        finding.message = fmt::format("cannot tell whether {} follows real links: nobody seen has {}",
                                      path_phrase(way), to_string(*hop.address));
        return;
      }
      finding.message = fmt::format("{} leads from {} to {}, which no neighbour of {} has", path_phrase(way),
                                    name_of(net_, at), to_string(*hop.address), name_of(net_, at));
      finding.fix.summary = "name the address of the next device on the path";
    });
  }

  void judge_apart(const Way& way, DeviceId at, DeviceId owner, const ExplicitHop& hop) {
    Claim claim = out_.claim();
    const auto named = claim.present(way.tunnel.device, "the hop", true, hop.address.where, {});
    const auto joined =
        claim.present(at, fmt::format("link of {} to {}", name_of(net_, at), name_of(net_, owner)), false, {},
                      block_of(net_[at]));
    claim.require(claim.exprs().implies(claim.exprs().variable(named), claim.exprs().variable(joined)));
    show(way, claim);
    out_.judge(claim, [&](Finding& finding) {
      say(way, finding);
      finding.message =
          fmt::format("{} leads from {} to {} of {}, and the two have no link", path_phrase(way),
                      name_of(net_, at), to_string(*hop.address), name_of(net_, owner));
      finding.fix.summary = "name the address of the next device on the path, or make the hop loose";
    });
  }

  // The first of the lines that RSVP-TE needs on a port and that is missing; null where none is.
  struct Line {
    const Fact<bool>* fact = nullptr;
    const char* command = "";
    bool of_device = false;
  };
  Line missing_line(PortRef port) const {
    const Mpls& mpls = net_[port.device].mpls;
    const Interface& it = net_[port];
    for (const Line& line : {Line{&mpls.enabled, "mpls", true}, Line{&mpls.te, "mpls te", true},
                             Line{&mpls.rsvp_te, "mpls rsvp-te", true}, Line{&it.mpls, "mpls", false},
                             Line{&it.te, "mpls te", false}, Line{&it.rsvp_te, "mpls rsvp-te", false}}) {
      if (!**line.fact) return line;
    }
    return {};
  }

  void judge_te(const Way& way, const ExplicitHop& hop, const Adjacency& link) {
    for (const PortRef port : {link.a, link.b}) {
      const Line line = missing_line(port);
      if (line.fact == nullptr || !told_.insert(port).second) continue;
      const std::string where = line.of_device ? name_of(net_, port.device) : port_phrase(net_, port);
      Claim claim = out_.claim();
      const auto on = claim.fact(port.device, fmt::format("`{}` on {}", line.command, where), *line.fact,
                                 line.of_device ? block_of(net_[port.device]) : block_of(net_[port]));
      claim.require(claim.exprs().variable(on));
      claim.show(port.device, address_line(net_[port]), "the path crosses this interface");
      claim.show(way.tunnel.device, hop.address.where, "the hop");
      show(way, claim);
      out_.judge(claim, [&](Finding& finding) {
        say(way, finding);
        finding.message = fmt::format("{} crosses {}, which has no `{}`", path_phrase(way),
                                      port_phrase(net_, port), line.command);
        const std::string command = line.command;
        finding.fix = {"let RSVP-TE run on both ends of every link of the path",
                       {line.of_device ? in_view(port.device, {"mpls"}, {command})
                                       : in_interface(net_, port, {command})}};
      });
    }
  }

  const Pairing& net_;
  Judgement& out_;
  Underlay underlay_;
  std::set<PortRef> told_;
};

void check(const Pairing& net, Judgement& out) {
  const std::vector<Way> ways = ways_of(net);
  if (ways.empty()) return;
  PathCheck paths(net, out);
  for (const Way& way : ways) paths.follow(way);
}

}  // namespace

extern const Rule te_path_invalid;
const Rule te_path_invalid{
    .code = "UL005",
    .name = "te-path-invalid",
    .severity = Severity::Error,
    .title = "The explicit paths of TE tunnels follow real links that carry TE.",
    .what =
        "The strict hops of each path that an MPLS TE tunnel takes, first or in reserve, are followed from "
        "the "
        "tunnel's device on: each address belongs to a device that the one before it has a link to, and both "
        "ends "
        "of that link have `mpls`, `mpls te` and `mpls rsvp-te`.",
    .why =
        "A path of strict hops is set up exactly as it is written, or not at all. One in reserve is missed "
        "only "
        "when the first one fails.",
    .fix = "Name, for each hop, an address of the next device; switch RSVP-TE on along the path.",
    .limits =
        "Tunnels of RSVP-TE only; paths with segment labels are passed over, loose hops are not followed. "
        "What "
        "comes after the last hop is left to the device. Undecided where a neighbour that is not seen may "
        "have "
        "the address.",
    .source = "Command reference: next hop, explicit-path, mpls te path; semantics: TE tunnel.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
  mpls te
  mpls rsvp-te
 #
 explicit-path to-pe2
- next hop 10.1.1.6
+ next hop 10.1.1.2
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.1 30
  mpls
  mpls te
  mpls rsvp-te
 #
 interface Tunnel12
  tunnel-protocol mpls te
  destination 2.2.2.2
  mpls te path explicit-path to-pe2
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 mpls
  mpls te
  mpls rsvp-te
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.2 30
  mpls
  mpls te
  mpls rsvp-te
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
