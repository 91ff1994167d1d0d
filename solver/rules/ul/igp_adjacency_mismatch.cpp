// UL006: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solver/control_plane/igp_settings.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/underlay.h"

namespace holdfast::rules::ul {
namespace {

using control_plane::Adjacency;
using control_plane::AdjacencyId;
using control_plane::OspfPlace;
using pairing::Pairing;
using pairing::PortRef;

// One end of a link in an IGP.
struct End {
  PortRef port;
  std::optional<OspfPlace> ospf;
  std::optional<std::uint32_t> isis;  // process, by position
};

End end_of(const Pairing& net, PortRef port) {
  return {port, control_plane::ospf_place(net[port.device], net[port]),
          control_plane::isis_process(net[port.device], net[port])};
}

const OspfInterface& ospf_of(const Pairing& net, const End& end) {
  static const OspfInterface kUnset;
  const Interface& it = net[end.port];
  return it.ospf ? *it.ospf : kUnset;
}

const IsisProcess& process_of(const Pairing& net, const End& end) {
  return net[end.port.device].isis[*end.isis];
}

void show_ends(const Pairing& net, const End& a, const End& b, Claim& claim) {
  for (const End& end : {a, b}) {
    claim.show(end.port.device, address_line(net[end.port]), "one end of the link");
  }
}

void say(const Pairing& net, const End& a, const End& b, std::string_view igp, Finding& finding) {
  finding.consequence = fmt::format(
      "{} and {} are no {} neighbours over this link: no route takes it, and no PW after a failure either.",
      port_phrase(net, a.port), port_phrase(net, b.port), igp);
}

// Judges that a setting is one at both ends.
template <class T>
class Comparison {
 public:
  Comparison(const Pairing& net, const End& a, const End& b, std::string_view igp, std::string_view what)
      : net_(net), a_(a), b_(b), igp_(igp), what_(what) {}

  void judge(const Fact<T>& at_a, const Block& block_a, const Fact<T>& at_b, const Block& block_b,
             Judgement& out) const {
    if (at_a.value == at_b.value) return;
    Claim claim = out.claim();
    const auto here = claim.fact(a_.port.device, label(a_), at_a, block_a);
    const auto there = claim.fact(b_.port.device, label(b_), at_b, block_b);
    claim.require(claim.exprs().eq(here, there));
    show_ends(net_, a_, b_, claim);
    out.judge(claim, [&](Finding& finding) {
      finding.message = fmt::format("{} and {} differ in {}: {} and {}", port_phrase(net_, a_.port),
                                    port_phrase(net_, b_.port), what_, smt::to_string(to_value(at_a.value)),
                                    smt::to_string(to_value(at_b.value)));
      say(net_, a_, b_, igp_, finding);
      finding.fix.summary = fmt::format("set one {} at both ends", what_);
    });
  }

 private:
  std::string label(const End& end) const { return fmt::format("{} of {}", what_, net_[end.port].name); }

  const Pairing& net_;
  const End& a_;
  const End& b_;
  std::string_view igp_;
  std::string what_;
};

std::string kind_of(std::string_view authentication) {
  authentication = authentication.substr(0, authentication.find(' '));
  return authentication == "null" ? "none" : std::string(authentication);
}

Fact<std::string> kind_fact(const MaybeFact<std::string>& authentication, Span block) {
  if (!authentication) return by_default(std::string("none"), block);
  return {kind_of(**authentication), authentication->where, authentication->origin};
}

// What the interface says of itself, else what is around it does.
const MaybeFact<std::string>& first_of(const MaybeFact<std::string>& own,
                                       const MaybeFact<std::string>& outer) {
  return own ? own : outer;
}

void compare_ospf(const Pairing& net, const End& a, const End& b, Judgement& out) {
  const OspfInterface& of_a = ospf_of(net, a);
  const OspfInterface& of_b = ospf_of(net, b);
  const OspfArea& area_a = *a.ospf->area;
  const OspfArea& area_b = *b.ospf->area;
  const Interface& here = net[a.port];
  const Interface& there = net[b.port];
  const Block block_a = block_of(here);
  const Block block_b = block_of(there);
  const Block in_a{area_a.where, {}};
  const Block in_b{area_b.where, {}};
  Comparison<std::uint32_t>(net, a, b, "OSPF", "area")
      .judge(of_a.area ? *of_a.area : area_a.id, in_a, of_b.area ? *of_b.area : area_b.id, in_b, out);
  if (*area_a.id != *area_b.id) return;
  const auto kind = [](const OspfArea& area) {
    return area.kind ? *area.kind : by_default(std::string("normal"), area.where);
  };
  Comparison<std::string>(net, a, b, "OSPF", "kind of the area")
      .judge(kind(area_a), in_a, kind(area_b), in_b, out);
  const auto type = [](const Interface& it, const OspfInterface& ospf) {
    const std::string word = control_plane::ospf_point_to_point(it) ? "p2p" : "multi-access";
    return ospf.network_type ? Fact<std::string>{word, ospf.network_type->where, ospf.network_type->origin}
                             : by_default(word, it.where);
  };
  Comparison<std::string>(net, a, b, "OSPF", "network type")
      .judge(type(here, of_a), block_a, type(there, of_b), block_b, out);
  Comparison<std::string>(net, a, b, "OSPF", "authentication")
      .judge(kind_fact(first_of(of_a.authentication, area_a.authentication), here.where), block_a,
             kind_fact(first_of(of_b.authentication, area_b.authentication), there.where), block_b, out);
  const auto timer = [](const MaybeFact<std::uint32_t>& set, std::uint32_t unset, const Interface& it) {
    return set ? *set : by_default(unset, it.where);
  };
  constexpr std::uint32_t kHello = 10;
  const auto dead = [&](const OspfInterface& it) { return 4 * (it.hello ? **it.hello : kHello); };
  Comparison<std::uint32_t>(net, a, b, "OSPF", "hello interval")
      .judge(timer(of_a.hello, kHello, here), block_a, timer(of_b.hello, kHello, there), block_b, out);
  Comparison<std::uint32_t>(net, a, b, "OSPF", "dead interval")
      .judge(timer(of_a.dead, dead(of_a), here), block_a, timer(of_b.dead, dead(of_b), there), block_b, out);
  if (*of_a.mtu_enable && *of_b.mtu_enable) {
    Comparison<std::uint32_t>(net, a, b, "OSPF", "MTU").judge(here.mtu, block_a, there.mtu, block_b, out);
  }
}

std::string levels_of(const Pairing& net, const End& end) {
  std::string text;
  for (const std::uint32_t level : control_plane::isis_levels(process_of(net, end), net[end.port])) {
    text += (text.empty() ? "" : " and ") + std::to_string(level);
  }
  return text;
}

Fact<std::string> level_fact(const Pairing& net, const End& end) {
  const IsisProcess& process = process_of(net, end);
  const IsisInterface& own = *net[end.port].isis;
  const bool by_circuit = *process.level == IsisLevel::Level12 && own.circuit_level;
  if (by_circuit) return {levels_of(net, end), own.circuit_level->where, own.circuit_level->origin};
  return {levels_of(net, end), process.level.where, process.level.origin};
}

// Levels that both ends run in.
std::vector<std::uint32_t> common_levels(const Pairing& net, const End& a, const End& b) {
  std::vector<std::uint32_t> common;
  const auto at_b = control_plane::isis_levels(process_of(net, b), net[b.port]);
  for (const std::uint32_t level : control_plane::isis_levels(process_of(net, a), net[a.port])) {
    if (std::ranges::find(at_b, level) != at_b.end()) common.push_back(level);
  }
  return common;
}

Block block_of_process(const IsisProcess& process) {
  return {process.where, process.unread};
}

void compare_isis(const Pairing& net, const End& a, const End& b, Judgement& out) {
  const IsisProcess& of_a = process_of(net, a);
  const IsisProcess& of_b = process_of(net, b);
  const IsisInterface& at_a = *net[a.port].isis;
  const IsisInterface& at_b = *net[b.port].isis;
  const Block in_a = block_of_process(of_a);
  const Block in_b = block_of_process(of_b);
  const Block block_a = block_of(net[a.port]);
  const Block block_b = block_of(net[b.port]);
  const std::vector<std::uint32_t> common = common_levels(net, a, b);
  if (common.empty()) {
    Comparison<std::string>(net, a, b, "IS-IS", "level")
        .judge(level_fact(net, a), in_a, level_fact(net, b), in_b, out);
    return;
  }
  if (common == std::vector<std::uint32_t>{1}) {
    const auto area = [](const IsisProcess& it) {
      return Fact<std::string>{control_plane::isis_area(it), it.network_entity->where,
                               it.network_entity->origin};
    };
    Comparison<std::string>(net, a, b, "IS-IS", "area").judge(area(of_a), in_a, area(of_b), in_b, out);
  }
  const auto type = [&](const End& end) {
    const Interface& it = net[end.port];
    const std::string word = control_plane::isis_point_to_point(it) ? "p2p" : "broadcast";
    const Fact<bool>& fact = it.isis->point_to_point;
    return Fact<std::string>{word, fact.configured() ? fact.where : it.where, fact.origin};
  };
  Comparison<std::string>(net, a, b, "IS-IS", "circuit type").judge(type(a), block_a, type(b), block_b, out);
  Comparison<std::string>(net, a, b, "IS-IS", "authentication")
      .judge(kind_fact(at_a.authentication, net[a.port].where), block_a,
             kind_fact(at_b.authentication, net[b.port].where), block_b, out);
  Comparison<std::string>(net, a, b, "IS-IS", "cost style")
      .judge(of_a.cost_style, in_a, of_b.cost_style, in_b, out);
  for (const std::uint32_t level : common) {
    const auto proof = [level](const IsisProcess& it) {
      return kind_fact(level == 1 ? it.area_authentication : it.domain_authentication, it.where);
    };
    Comparison<std::string>(net, a, b, "IS-IS", level == 1 ? "area authentication" : "domain authentication")
        .judge(proof(of_a), in_a, proof(of_b), in_b, out);
  }
}

bool are_isis_neighbours(const Pairing& net, const End& a, const End& b) {
  const std::vector<std::uint32_t> common = common_levels(net, a, b);
  return std::ranges::any_of(common, [&](std::uint32_t level) {
    return control_plane::isis_neighbours(process_of(net, a), net[a.port], process_of(net, b), net[b.port],
                                          level);
  });
}

bool is_silent(const Pairing& net, const End& end) {
  if (end.isis && *net[end.port].isis->silent) return true;
  return end.ospf && control_plane::ospf_silent(net[end.port.device].ospf[end.ospf->process], net[end.port]);
}

// What of the other end's IGP a device has: the process into which the interface would go.
Span process_of_kind(const Device& device, bool ospf) {
  if (ospf) {
    for (const OspfProcess& it : device.ospf) {
      if (!it.vpn_instance) return it.where;
    }
  } else {
    for (const IsisProcess& it : device.isis) {
      if (!it.vpn_instance && it.network_entity) return it.where;
    }
  }
  return {};
}

// The link belongs to the core beyond doubt: LDP or RSVP-TE runs at both ends.
bool signals_labels(const Pairing& net, const Adjacency& link) {
  const auto both = [&](auto member) { return *(net[link.a].*member) && *(net[link.b].*member); };
  return both(&Interface::ldp) || both(&Interface::rsvp_te);
}

void judge_one_sided(const Pairing& net, const Adjacency& link, const End& a, const End& b, Judgement& out) {
  const bool a_runs = a.ospf || a.isis;
  const End& runs = a_runs ? a : b;
  const End& lacks = a_runs ? b : a;
  const bool ospf = runs.ospf.has_value();
  const Device& device = net[lacks.port.device];
  const Span process = process_of_kind(device, ospf);
  if (!process.known() || !signals_labels(net, link)) return;
  const std::string_view igp = ospf ? "OSPF" : "IS-IS";
  std::vector<Span> unread = net[lacks.port].unread;
  for (const OspfProcess& it : device.ospf) unread.insert(unread.end(), it.unread.begin(), it.unread.end());
  Claim claim = out.claim();
  const auto there = claim.present(lacks.port.device, fmt::format("{} in {}", net[lacks.port].name, igp),
                                   false, {}, {net[lacks.port].where, unread});
  const auto here = claim.present(runs.port.device, fmt::format("{} in {}", net[runs.port].name, igp), true,
                                  ospf ? runs.ospf->area->where : net[runs.port].isis->process->where, {});
  claim.require(claim.exprs().implies(claim.exprs().variable(here), claim.exprs().variable(there)));
  show_ends(net, lacks, runs, claim);
  claim.show(lacks.port.device, process, "the process of the device");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} runs {} on the link to {}, which does not", port_phrase(net, runs.port),
                                  igp, port_phrase(net, lacks.port));
    say(net, a, b, igp, finding);
    finding.fix.summary = fmt::format("let {} run on {} too", igp, port_phrase(net, lacks.port));
  });
}

void judge(const Pairing& net, const Adjacency& link, Judgement& out) {
  const End a = end_of(net, link.a);
  const End b = end_of(net, link.b);
  if (is_silent(net, a) || is_silent(net, b)) return;
  if (a.ospf && b.ospf) {
    const bool agree = control_plane::ospf_neighbours(net[a.port], *a.ospf->area, net[b.port], *b.ospf->area);
    if (!agree) compare_ospf(net, a, b, out);
  }
  if (a.isis && b.isis && !are_isis_neighbours(net, a, b)) compare_isis(net, a, b, out);
  const bool a_runs = a.ospf || a.isis;
  const bool b_runs = b.ospf || b.isis;
  if (a_runs != b_runs) judge_one_sided(net, link, a, b, out);
}

void check(const Pairing& net, Judgement& out) {
  Underlay underlay(net);
  const auto all = underlay.routes().adjacencies().all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Adjacency& link = all[i];
    if (underlay.has_igp(AdjacencyId{i}) || !is_core_link(net, link) || !underlay.is_up(link)) continue;
    judge(net, link, out);
  }
}

}  // namespace

extern const Rule igp_adjacency_mismatch;
const Rule igp_adjacency_mismatch{
    .code = "UL006",
    .name = "igp-adjacency-mismatch",
    .severity = Severity::Error,
    .title = "Both ends of a link of the core agree on the IGP.",
    .what =
        "For each link whose two ends are in one subnet and carry labels (`mpls`): area and kind of area, "
        "network "
        "type, authentication, hello and dead intervals of OSPF; levels, area, circuit type, authentication "
        "and "
        "cost style of IS-IS. Where LDP or RSVP-TE runs at both ends, both run the IGP or neither does.",
    .why =
        "Otherwise the two never become neighbours. The link is up and carries nothing; what was to be "
        "protected "
        "by it is not.",
    .fix = "Give both ends one value.",
    .limits =
        "Silent about links on which an IGP does work, silent interfaces, interfaces that are shut down, and "
        "VPN "
        "instances. Keys are not compared here. Undecided while lines of the interface or the process were "
        "not "
        "understood.",
    .source =
        "Command reference: network (OSPF area view), ospf network-type, isis circuit-level, is-level, "
        "cost-style; semantics: IGP adjacency.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 isis 1
  is-level level-2
  network-entity 49.0001.0000.0000.0001.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.1 30
  isis enable 1
  mpls
 #
 return
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 mpls
 #
 isis 1
- is-level level-1
+ is-level level-2
  network-entity 49.0001.0000.0000.0002.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.2 30
  isis enable 1
  mpls
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul
