#include "solver/failures/site_faults.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "solver/failures/explore.h"
#include "solver/failures/ways.h"

namespace holdfast::failures {
namespace {

using control_plane::Failed;
using control_plane::Tri;
using Kind = SiteFault::Kind;

class SiteFaults {
 public:
  SiteFaults(const NetworkFailures& found, std::size_t service, Engine& engine)
      : result_(found.found[service]), engine_(engine), states_(engine, *found.services[service]) {
    options_.k = found.k;
    options_.may_fail = found.may_fail;
  }

  std::vector<SiteFault> run() {
    std::set<std::vector<PortRef>> seen;
    for (std::size_t i = 0; i < result_.flows.size(); ++i) {
      for (const bool at_a : {true, false}) {
        const Site& site = at_a ? result_.flows[i].a : result_.flows[i].b;
        if (site.arbitrated && site.acs.size() > 1 && seen.insert(site.acs).second) look_at(i, at_a);
      }
    }
    return std::move(faults_);
  }

 private:
  void settle(const FailureSet& failed) {
    states_.set(failed);
    states_.settle();
  }

  // The only AC in use; none when there are several or that is not known.
  std::optional<PortRef> serving(const Site& site) {
    std::optional<PortRef> one;
    for (const PortRef ac : site.acs) {
      const Tri used = states_.ac_in_use(ac).value;
      if (used == Tri::Unknown || (used == Tri::Up && one)) return std::nullopt;
      if (used == Tri::Up) one = ac;
    }
    return one;
  }

  bool spares(const Site& site) {
    return std::ranges::all_of(site.acs, [this](PortRef ac) { return states_.ac_up(ac).value == Tri::Up; });
  }

  void look_at(std::size_t flow, bool at_a) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    settle({});
    const std::optional<PortRef> home = serving(site);
    if (!home) return;
    look_for_moves(flow, at_a, *home);
    for (const ServiceSet& set : result_.bad) {
      if (set.outcome == Outcome::LostAvoidable && set.flow == flow)
        look_at_loss(flow, at_a, *home, set.elements);
    }
  }

  void look_for_moves(std::size_t flow, bool at_a, PortRef home) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    explore(options_, [&](const FailureSet& failed) -> std::optional<Support> {
      settle(failed);
      const State used = states_.ac_in_use(home);
      if (used.value != Tri::Down) {
        return failed.size() < options_.k ? states_.elements_of(used.support) : Support{};
      }
      const std::optional<PortRef> other = spares(site) ? serving(site) : std::nullopt;
      if (other) look_at_move({Kind::Moves, flow, at_a, home, *other, failed});
      return std::nullopt;
    });
  }

  // Needless only where the service is delivered, and the AC used before could have gone on.
  void look_at_move(const SiteFault& fault) {
    const Flow& flow = result_.flows[fault.flow];
    if (FlowEvaluator(states_, flow).outcome(fault.failed) != Outcome::Delivered) return;
    settle(fault.failed);
    if (works_by(flow, fault.at_a, fault.home) || could_bypass(fault)) faults_.push_back(fault);
  }

  void look_at_loss(std::size_t flow, bool at_a, PortRef home, const FailureSet& failed) {
    const Site& site = at_a ? result_.flows[flow].a : result_.flows[flow].b;
    settle(failed);
    if (!spares(site) || serving(site) != home) return;
    if (works_by(result_.flows[flow], at_a, home)) return;
    for (const PortRef other : site.acs) {
      const SiteFault fault{Kind::Strands, flow, at_a, home, other, failed};
      if (other == home || !works_by(result_.flows[flow], at_a, other) || !could_bypass(fault)) continue;
      faults_.push_back(fault);
      return;
    }
  }

  // Whether some configured way leads to this AC of the site.
  bool works_by(Flow flow, bool at_a, PortRef ac) {
    (at_a ? flow.a : flow.b).acs = {ac};
    return find_ways(states_, flow).works == Tri::Up;
  }

  // Whether a bypass PW between the two would have a tunnel.
  bool could_bypass(const SiteFault& fault) {
    const Failed failed(fault.failed);
    const DeviceId home = fault.home.device;
    const DeviceId other = fault.other.device;
    return home != other && engine_.plane.transport.up(home, other, {}, failed).value == Tri::Up &&
           engine_.plane.transport.up(other, home, {}, failed).value == Tri::Up;
  }

  const ServiceFailures& result_;
  Engine& engine_;
  ServiceEvaluator states_;
  SearchOptions options_;
  std::vector<SiteFault> faults_;
};

}  // namespace

std::vector<SiteFault> site_faults(const NetworkFailures& found, std::size_t service, Engine& engine) {
  return SiteFaults(found, service, engine).run();
}

}  // namespace holdfast::failures
