#include "app/session/live.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <utility>

#include "app/session/parallel.h"
#include "solver/failures/narrative.h"
#include "solver/failures/narrative_walk.h"
#include "solver/failures/trace.h"
#include "solver/pairing/flows.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

using failures::FlowEvaluator;
using failures::ServiceEvaluator;
using failures::Support;
using failures::WalkStep;

// The PWs and ACs that frames take to where they should go, as one number: equal ways give equal numbers. A
// VSI's other branches do not count.
std::size_t way_of(const pairing::Pairing& net, const failures::FlowAccount& account) {
  std::size_t hash = 0;
  const auto mix = [&hash](std::size_t value) { hash = hash * 1099511628211ULL + value + 1; };
  for (const failures::FlowAccount::Direction& direction : account.walks) {
    mix(direction.from.device.index);
    for (const failures::Branch& branch : failures::branches_of(net, direction.walk)) {
      if (!branch.arrives()) continue;
      for (const WalkStep& step : branch.steps) {
        mix(static_cast<std::size_t>(step.kind));
        mix(step.port.device.index);
        mix(step.port.interface.index);
        mix(step.end.index);
      }
    }
  }
  return hash;
}

bool meets(const Support& support, const FailureSet& failed) {
  return std::ranges::any_of(failed, [&](ElementId id) { return support.contains(id); });
}

bool is_set(const std::atomic<bool>* flag) {
  return flag != nullptr && flag->load(std::memory_order_relaxed);
}

}  // namespace

// The services of one thread, with the engine that answers for them.
class LiveNetwork::Share {
 public:
  Share(std::shared_ptr<const Study> study, std::size_t first, std::size_t step)
      : study_(std::move(study)), engine_(study_->net(), study_->universe()) {
    const auto all = study_->net().services().all();
    for (std::size_t i = first; i < all.size(); i += step)
      services_.push_back(std::make_unique<Kept>(*this, i));
  }

  std::size_t size() const { return services_.size(); }
  void warm(std::size_t i) { services_[i]->warm(); }

  void outcomes(std::vector<Outcome>& into) const {
    for (const auto& kept : services_) into[kept->index] = kept->before();
  }

  void impact(const FailureSet& failed, const std::atomic<bool>* cancel, Impact& into) {
    same_.clear();
    for (const auto& kept : services_) {
      if (is_set(cancel)) return;
      kept->impact(failed, into, same_);
    }
  }

  // Of the services whose outcome impact() has found to be the same.
  void ways(const FailureSet& failed, const std::atomic<bool>* cancel, Impact& into) {
    for (const Same& it : same_) {
      if (is_set(cancel)) return;
      const auto moves = [&](FlowKept* flow) { return it.kept->moves(*flow, failed); };
      if (std::ranges::any_of(it.flows, moves))
        into.services.push_back({it.kept->index, Outcome::Delivered, Outcome::Delivered, true});
    }
  }

  ServiceAccount account(std::size_t service, const FailureSet& failed) {
    const auto at =
        std::ranges::lower_bound(services_, service, {}, [](const auto& it) { return it->index; });
    return (*at)->account(failed);
  }

 private:
  struct FlowKept {
    FlowKept(ServiceEvaluator& states, const Flow& of) : flow(of), evaluator(states, of) {}
    const Flow& flow;
    FlowEvaluator evaluator;
    failures::FlowOutcome before;
    std::size_t way = 0;
    bool way_known = false;
  };

  struct Kept;
  // Delivered as before, perhaps by another way.
  struct Same {
    Kept* kept;
    std::vector<FlowKept*> flows;
  };

  struct Kept {
    Kept(Share& share, std::size_t at)
        : index(at),
          study(*share.study_),
          service(study.net().services().all()[at]),
          flows(pairing::flows_of(study.net(), service)),
          states(share.engine_, service) {}

    void warm() {
      if (!kept.empty()) return;
      kept.reserve(flows.size());
      for (const Flow& flow : flows) {
        FlowKept& it = kept.emplace_back(states, flow);
        it.before = it.evaluator.traced({});
      }
    }

    Outcome before() const {
      Outcome worst = Outcome::Delivered;
      for (const FlowKept& flow : kept) worst = std::max(worst, flow.before.outcome);
      return worst;
    }

    std::size_t way(const Flow& flow, const FailureSet& failed) {
      return way_of(study.net(), failures::account(states, flow, failed));
    }

    bool moves(FlowKept& flow, const FailureSet& failed) {
      if (!flow.way_known) {
        flow.way = way(flow.flow, {});
        flow.way_known = true;
      }
      return way(flow.flow, failed) != flow.way;
    }

    void impact(const FailureSet& failed, Impact& into, std::vector<Same>& same) {
      ServiceImpact result{index, before(), Outcome::Delivered, false};
      bool touched = false;
      std::vector<FlowKept*> delivered;
      for (FlowKept& flow : kept) {
        const bool meets_it = is_bad(flow.before.outcome) || meets(flow.before.support, failed);
        const Outcome after = meets_it ? flow.evaluator.outcome(failed) : flow.before.outcome;
        result.after = std::max(result.after, after);
        touched = touched || meets_it;
        if (meets_it && after == Outcome::Delivered && flow.before.outcome == after)
          delivered.push_back(&flow);
      }
      if (!touched) return;
      ++into.evaluated;
      if (result.before != result.after) {
        into.services.push_back(result);
      } else if (result.after == Outcome::Delivered && !delivered.empty()) {
        same.push_back({this, std::move(delivered)});
      }
    }

    ServiceAccount account(const FailureSet& failed) {
      ServiceAccount result;
      result.service = index;
      result.failed = failed;
      result.change.id = service.name;
      for (TraceResult* trace : {&result.before, &result.after}) {
        trace->snapshot = study.snapshot();
        trace->service = service.name;
      }
      for (const ElementId id : failed) result.after.failed.push_back(study.element_name(id));
      for (const Flow& flow : flows) {
        trace_flow(states, flow, {}, result.before);
        trace_flow(states, flow, failed, result.after);
        FlowChange change{ports(flow.a), ports(flow.b),
                          flow.has_prefix ? to_string(flow.prefix) : std::string(),
                          failures::tell(states, flow, {}), failures::tell(states, flow, failed)};
        result.change.before = std::max(result.change.before, change.before.outcome);
        result.change.after = std::max(result.change.after, change.after.outcome);
        result.change.flows.push_back(std::move(change));
      }
      return result;
    }

    std::vector<std::string> ports(const Site& site) const {
      std::vector<std::string> names;
      for (const PortRef port : site.acs) names.push_back(study.port_name(port));
      return names;
    }

    std::size_t index;
    const Study& study;
    const pairing::Service& service;
    std::vector<Flow> flows;
    ServiceEvaluator states;
    std::vector<FlowKept> kept;
  };

  std::shared_ptr<const Study> study_;
  failures::Engine engine_;
  std::vector<std::unique_ptr<Kept>> services_;
  std::vector<Same> same_;  // of the failures last asked for
};

LiveNetwork::LiveNetwork(std::shared_ptr<const Study> study, unsigned jobs) : study_(std::move(study)) {
  const std::size_t services = study_->services().size();
  const std::size_t count = std::clamp<std::size_t>(services / 64, 1, std::max(jobs, 1U));
  shares_.resize(count);
  parallel_for(count, jobs, [&](std::size_t i) { shares_[i] = std::make_unique<Share>(study_, i, count); });
}

LiveNetwork::~LiveNetwork() = default;

void LiveNetwork::warm(const Progress& progress, const std::atomic<bool>* cancel) {
  std::atomic<std::size_t> done{0};
  const std::size_t all = study_->services().size();
  parallel_for(shares_.size(), static_cast<unsigned>(shares_.size()), [&](std::size_t s) {
    for (std::size_t i = 0; i < shares_[s]->size(); ++i) {
      if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return;
      shares_[s]->warm(i);
      if (progress) progress("following services", ++done, all);
    }
  });
  warm_ = cancel == nullptr || !cancel->load();
}

std::vector<Outcome> LiveNetwork::outcomes() const {
  std::vector<Outcome> result(study_->services().size(), Outcome::Delivered);
  for (const auto& share : shares_) share->outcomes(result);
  return result;
}

Impact LiveNetwork::merged(const std::vector<Impact>& parts, const FailureSet& failed) const {
  Impact result;
  result.failed = failed;
  for (const Impact& part : parts) {
    result.evaluated += part.evaluated;
    result.services.insert(result.services.end(), part.services.begin(), part.services.end());
  }
  std::ranges::sort(result.services, {}, &ServiceImpact::service);
  return result;
}

Impact LiveNetwork::impact(const FailureSet& failed, const std::atomic<bool>* cancel,
                           const std::function<void(const Impact&)>& outcomes) {
  if (!warm_) warm({}, cancel);
  std::vector<Impact> parts(failed.empty() ? 0 : shares_.size());
  const auto threads = static_cast<unsigned>(parts.size());
  parallel_for(parts.size(), threads, [&](std::size_t s) { shares_[s]->impact(failed, cancel, parts[s]); });
  if (outcomes && !parts.empty() && !is_set(cancel)) {
    Impact known = merged(parts, failed);
    known.ways_known = false;
    outcomes(known);
  }
  parallel_for(parts.size(), threads, [&](std::size_t s) { shares_[s]->ways(failed, cancel, parts[s]); });
  Impact result = merged(parts, failed);
  result.cancelled = is_set(cancel);
  return result;
}

ServiceAccount LiveNetwork::account(std::size_t service, const FailureSet& failed) {
  return shares_[service % shares_.size()]->account(service, failed);
}

}  // namespace holdfast::session
