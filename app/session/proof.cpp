#include "app/session/proof.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <optional>

#include "solver/failures/search.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/replay.h"
#include "solver/smt/coverage.h"

namespace holdfast::session {
namespace {

std::vector<std::string> port_names(const Network& network, const Site& site) {
  std::vector<std::string> result;
  for (const PortRef ac : site.acs) result.push_back(pairing::port_name(network, ac));
  return result;
}

ProofFlow heading(const Network& network, const pairing::Service& service, const Flow& flow) {
  return {service.name,
          port_names(network, flow.a),
          port_names(network, flow.b),
          flow.has_prefix ? to_string(flow.prefix) : std::string(),
          {}};
}

class Checker {
 public:
  Checker(const Snapshot& snapshot, const Proof& proof)
      : network_(snapshot.network),
        proof_(proof),
        net_(network_),
        universe_(pairing::failure_universe(net_)),
        replay_(network_, universe_) {
    for (std::size_t i = 0; i < universe_.elements.size(); ++i)
      places_[universe_.elements[i].name] = ElementId{i};
  }

  ProofVerdict run() {
    check_elements();
    for (const pairing::Service& service : net_.services().all()) {
      for (const Flow& flow : pairing::flows_of(net_, service)) check_flow(service, flow);
    }
    if (verdict_.flows != proof_.flows.size()) {
      add({}, 0,
          fmt::format("it speaks of {} flows, the network has {}", proof_.flows.size(), verdict_.flows));
    }
    return std::move(verdict_);
  }

 private:
  void add(std::string service, std::size_t row, std::string message) {
    verdict_.problems.push_back({std::move(service), row, std::move(message)});
  }

  void check_elements() {
    for (const Element& it : universe_.elements) {
      const bool listed = std::ranges::find(proof_.elements, it.name) != proof_.elements.end();
      if (!listed) add({}, 0, fmt::format("it leaves {} out", it.name));
    }
    for (const std::string& name : proof_.elements) {
      if (!places_.contains(name)) add({}, 0, fmt::format("the network has no {}", name));
    }
  }

  std::optional<FailureSet> ids(const std::vector<std::string>& names) const {
    FailureSet result;
    for (const std::string& name : names) {
      const auto at = places_.find(name);
      if (at == places_.end()) return std::nullopt;
      result.push_back(at->second);
    }
    std::ranges::sort(result);
    return result;
  }

  void check_flow(const pairing::Service& service, const Flow& flow) {
    ++verdict_.flows;
    const ProofFlow wanted = heading(network_, service, flow);
    const auto found = std::ranges::find_if(proof_.flows, [&](const ProofFlow& it) {
      return it.service == wanted.service && it.from == wanted.from && it.to == wanted.to &&
             it.prefix == wanted.prefix;
    });
    if (found == proof_.flows.end()) {
      add(service.name, 0,
          fmt::format("it says nothing of the flow {} to {}", fmt::join(wanted.from, ", "),
                      fmt::join(wanted.to, ", ")));
      return;
    }
    std::vector<smt::CoverRow> cover;
    for (std::size_t i = 0; i < found->rows.size(); ++i) {
      ++verdict_.rows;
      const auto failed = ids(found->rows[i].failed);
      const auto support = ids(found->rows[i].support);
      if (!failed || !support) {
        add(service.name, i + 1, "it names an element that the network does not have");
        continue;
      }
      check_row(service, flow, found->rows[i], i + 1, *failed, *support);
      smt::CoverRow& row = cover.emplace_back();
      for (const ElementId id : *failed) row.failed.push_back(id.index);
      for (const ElementId id : *support) row.support.push_back(id.index);
    }
    check_coverage(service, cover);
  }

  void check_row(const pairing::Service& service, const Flow& flow, const ProofRow& row, std::size_t number,
                 const FailureSet& failed, const FailureSet& support) {
    const Outcome outcome = replay_.judge(flow, failed);
    if (to_string(outcome) != row.outcome) {
      add(service.name, number,
          fmt::format("it says {}, and under these failures it is {}", row.outcome, to_string(outcome)));
      return;
    }
    if (outcome != Outcome::Delivered) {
      if (!support.empty()) add(service.name, number, "a row that is not delivered has no support");
      return;
    }
    // The worst that the row speaks of: everything fails but its support.
    FailureSet rest;
    for (std::size_t i = 0; i < universe_.elements.size(); ++i) {
      if (!std::ranges::binary_search(support, ElementId{i})) rest.emplace_back(i);
    }
    const Outcome at_worst = replay_.judge(flow, rest);
    if (at_worst != Outcome::Delivered) {
      add(service.name, number,
          fmt::format("its support does not carry it: with all else failed the flow is {}",
                      to_string(at_worst)));
    }
  }

  void check_coverage(const pairing::Service& service, const std::vector<smt::CoverRow>& rows) {
    const smt::Coverage found = smt::covers_all(rows, static_cast<std::uint32_t>(proof_.k));
    if (found.verdict == smt::CoverVerdict::Covered) return;
    if (found.verdict == smt::CoverVerdict::Undecided) {
      add(service.name, 0, "whether its rows cover every set could not be decided");
      return;
    }
    std::vector<std::string> names;
    for (const std::uint32_t element : found.uncovered) names.push_back(universe_.elements[element].name);
    add(service.name, 0, fmt::format("no row covers the failure of {{{}}}", fmt::join(names, ", ")));
  }

  const Network& network_;
  const Proof& proof_;
  pairing::Pairing net_;
  FailureUniverse universe_;
  replay::Replay replay_;
  std::map<std::string, ElementId> places_;
  ProofVerdict verdict_;
};

}  // namespace

Proof make_proof(const Snapshot& snapshot, std::size_t k) {
  const pairing::Pairing net(snapshot.network);
  const FailureUniverse universe = pairing::failure_universe(net);
  failures::Engine engine(net, universe);
  failures::SearchOptions options;
  options.k = k;
  Proof result;
  result.k = k;
  for (const Element& it : universe.elements) result.elements.push_back(it.name);
  const auto names = [&](const std::vector<ElementId>& ids) {
    std::vector<std::string> all;
    all.reserve(ids.size());
    for (const ElementId id : ids) all.push_back(universe.elements[id.index].name);
    return all;
  };
  for (const pairing::Service& service : net.services().all()) {
    failures::ServiceEvaluator states(engine, service);
    for (const Flow& flow : pairing::flows_of(net, service)) {
      ProofFlow& made = result.flows.emplace_back(heading(snapshot.network, service, flow));
      for (const failures::SearchRow& row : failures::search(states, flow, options, true).rows) {
        made.rows.push_back(
            {names(row.elements), names(row.support.elements()), std::string(to_string(row.outcome))});
      }
    }
  }
  return result;
}

ProofVerdict verify_proof(const Snapshot& snapshot, const Proof& proof) {
  return Checker(snapshot, proof).run();
}

}  // namespace holdfast::session
