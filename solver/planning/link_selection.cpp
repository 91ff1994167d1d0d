#include "solver/planning/link_selection.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>

#include "solver/smt/link_choice.h"

namespace holdfast::planning {
namespace {

// A demand that has no way while the hazard has failed, and what is still reached then.
struct Failure {
  Demand demand;
  Hazard hazard;
  std::vector<std::vector<bool>> reached;  // by domain
};

// The devices of an end that the hazard leaves, with their links to the customer.
std::vector<std::size_t> alive(const Topology& topology, const std::vector<Attachment>& feet,
                               const Hazard& hazard) {
  std::vector<std::size_t> result;
  for (const Attachment& foot : feet) {
    const bool gone = (hazard.kind == Hazard::Kind::Node && foot.pe == hazard.index) ||
                      (foot.link && topology.fails(*foot.link, hazard));
    if (!gone) result.push_back(foot.pe);
  }
  return result;
}

// The links of one way between the two sets within a domain; none where there is no way.
std::vector<std::size_t> way_in(const Topology& topology, const Demand& demand, std::size_t domain) {
  std::vector<std::size_t> by(topology.intent().devices.size(), topology.link_count());
  std::vector<std::size_t> queue = alive(topology, demand.from, {});
  const std::vector<std::size_t> goals = alive(topology, demand.to, {});
  std::vector<bool> seen(by.size(), false);
  for (const std::size_t device : queue) seen[device] = true;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::size_t device = queue[i];
    if (contains(goals, device)) {
      std::vector<std::size_t> way;
      for (std::size_t at = device; by[at] < topology.link_count(); at = topology.other_end(by[at], at)) {
        way.push_back(by[at]);
      }
      return way;
    }
    for (const std::size_t link : topology.links_of(device)) {
      const std::size_t next = topology.other_end(link, device);
      if (!topology.is_inner(link) || topology.link(link).domain != domain || seen[next]) continue;
      seen[next] = true;
      by[next] = link;
      queue.push_back(next);
    }
  }
  return {};
}

// The links of one way between the two sets: what is not on it can fail without harm.
std::vector<std::size_t> some_way(const Topology& topology, const Demand& demand) {
  std::vector<std::size_t> way;
  for (std::size_t domain = 0; domain < topology.domain_count() && way.empty(); ++domain) {
    way = way_in(topology, demand, domain);
  }
  return way;
}

std::vector<Hazard> hazards_on(const Topology& topology, const Demand& demand,
                               const std::vector<std::size_t>& way) {
  std::vector<std::size_t> nodes;
  std::vector<std::size_t> groups;
  std::vector<Hazard> result;
  for (const std::size_t link : way) {
    if (demand.link) result.push_back({Hazard::Kind::Link, link});
    for (const std::size_t node : {topology.link(link).a, topology.link(link).b}) {
      if (!contains(nodes, node)) nodes.push_back(node);
    }
    for (const std::size_t group : topology.link(link).groups) {
      if (!contains(groups, group)) groups.push_back(group);
    }
  }
  if (demand.node) {
    for (const std::size_t node : nodes) result.push_back({Hazard::Kind::Node, node});
  }
  if (demand.group) {
    for (const std::size_t group : groups) result.push_back({Hazard::Kind::Group, group});
  }
  return result;
}

std::optional<Failure> first_failure(const Topology& topology, const Demand& demand) {
  const auto judge = [&](const Hazard& hazard) -> std::optional<Failure> {
    const std::vector<std::size_t> from = alive(topology, demand.from, hazard);
    const std::vector<std::size_t> to = alive(topology, demand.to, hazard);
    if (from.empty() || to.empty()) return std::nullopt;  // an end of the service
    std::vector<std::vector<bool>> reached;
    for (std::size_t domain = 0; domain < topology.domain_count(); ++domain) {
      reached.push_back(topology.reached(from, hazard, domain));
      if (std::ranges::any_of(to, [&](std::size_t device) { return reached.back()[device]; }))
        return std::nullopt;
    }
    return Failure{demand, hazard, std::move(reached)};
  };
  if (auto failure = judge({})) return failure;
  std::vector<std::size_t> way = some_way(topology, demand);
  for (const auto* feet : {&demand.from, &demand.to}) {
    for (const Attachment& foot : *feet) {
      if (foot.link) way.push_back(*foot.link);
    }
  }
  for (const Hazard& hazard : hazards_on(topology, demand, way)) {
    if (auto failure = judge(hazard)) return failure;
  }
  return std::nullopt;
}

class Selection {
 public:
  Selection(const intent::Intent& intent, const Existing& existing, const PlanOptions& options, Plan& plan)
      : intent_(intent), existing_(existing), options_(options), plan_(plan) {
    for (const intent::Link& link : intent.candidates) {
      problem_.prices.push_back(link.price);
      problem_.changes.push_back((intent.devices[link.a].existing ? 1U : 0U) +
                                 (intent.devices[link.b].existing ? 1U : 0U));
    }
    if (intent.budget) problem_.budget = **intent.budget;
  }

  void run() {
    adopt({});
    demands_ = demands_of(Topology(intent_, existing_, plan_.links), plan_.conflicts);
    if (!plan_.conflicts.empty()) return;
    while (!propose()) {
      if (options_.stop != nullptr && options_.stop->load()) return settle();
    }
  }

 private:
  // The links of the intent and these candidates.
  void adopt(const std::vector<std::size_t>& chosen) {
    plan_.links = intent_.links;
    plan_.chosen = chosen;
    plan_.price = 0;
    for (const std::size_t i : chosen) {
      plan_.links.push_back(intent_.candidates[i]);
      plan_.price += intent_.candidates[i].price;
    }
  }

  // Every demand that the proposal fails gives a cut. True when there is none, or nothing can be done.
  bool propose() {
    const Topology topology(intent_, existing_, plan_.links);
    bool met = true;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (options_.progress) options_.progress("links", i, demands_.size());
      if (auto failure = first_failure(topology, demands_[i])) {
        add_cut(std::move(*failure), topology);
        met = false;
      }
    }
    if (met) {
      plan_.price_at_least = plan_.price;
      return true;
    }
    const smt::LinkChoice choice = smt::choose_links(problem_);
    if (!choice.feasible) {
      explain(choice, topology);
      return true;
    }
    adopt(choice.chosen);
    plan_.price_at_least = choice.price;
    return false;
  }

  void add_cut(Failure failure, const Topology& topology) {
    std::vector<std::size_t> crossing;
    for (std::size_t i = 0; i < intent_.candidates.size(); ++i) {
      const intent::Link& link = intent_.candidates[i];
      const std::vector<bool>& reached = failure.reached[link.domain];
      if (reached[link.a] == reached[link.b]) continue;
      const Hazard& hazard = failure.hazard;
      const bool gone =
          (hazard.kind == Hazard::Kind::Node && (link.a == hazard.index || link.b == hazard.index)) ||
          (hazard.kind == Hazard::Kind::Group && contains(link.groups, hazard.index)) ||
          (hazard.kind == Hazard::Kind::Link && is_candidate(hazard.index, i));
      if (!gone && !topology.is_ce(link.a) && !topology.is_ce(link.b)) crossing.push_back(i);
    }
    hazards_.push_back(hazard_words(failure, topology));
    failures_.push_back(std::move(failure));
    problem_.any_of.push_back(std::move(crossing));
  }

  // Whether that link of the plan is this candidate, built.
  bool is_candidate(std::size_t link, std::size_t candidate) const {
    return link >= intent_.links.size() && plan_.chosen[link - intent_.links.size()] == candidate;
  }

  // What has failed, as its own line of the intent says it.
  Conflict hazard_words(const Failure& failure, const Topology& topology) const {
    const Hazard& hazard = failure.hazard;
    switch (hazard.kind) {
      case Hazard::Kind::None:
        return {};
      case Hazard::Kind::Node:
        return {intent_.devices[hazard.index].where,
                fmt::format("device {} may fail", intent_.devices[hazard.index].name)};
      case Hazard::Kind::Link:
        return {topology.link(hazard.index).where,
                fmt::format("link {} may fail", link_name(intent_, topology.link(hazard.index)))};
      case Hazard::Kind::Group:
        for (std::size_t i = 0; i < topology.link_count(); ++i) {
          if (contains(topology.link(i).groups, hazard.index))
            return {topology.link(i).where, fmt::format("group {} may fail", intent_.groups[hazard.index])};
        }
        break;
    }
    return {};
  }

  std::string names(const std::vector<Attachment>& feet) const {
    std::vector<std::string> words;
    words.reserve(feet.size());
    for (const Attachment& foot : feet) words.push_back(intent_.devices[foot.pe].name);
    return fmt::format("{}", fmt::join(words, " or "));
  }

  void explain(const smt::LinkChoice& choice, const Topology&) {
    const auto add = [&](Span where, std::string text) {
      const bool known =
          std::ranges::any_of(plan_.conflicts, [&](const Conflict& c) { return c.text == text; });
      if (!known) plan_.conflicts.push_back({where, std::move(text)});
    };
    for (const std::size_t i : choice.conflict) {
      const Failure& failure = failures_[i];
      const intent::Service& service = intent_.services[failure.demand.service];
      const Span where = service.targets.where.known() ? service.targets.where : service.where;
      const bool always = failure.hazard.kind == Hazard::Kind::None;
      add(where,
          fmt::format("service {} wants a way from {} to {}{}", service.name, names(failure.demand.from),
                      names(failure.demand.to), always ? "" : " while " + without_may(hazards_[i].text)));
      if (!always) add(hazards_[i].where, hazards_[i].text);
    }
    if (plan_.conflicts.empty()) return add({}, "no choice of candidates was found within the bound of work");
    if (choice.budget_conflicts) {
      add(intent_.budget->where,
          fmt::format("the candidates that would do cost more than {}", **intent_.budget));
    } else {
      plan_.conflicts.back().text +=
          intent_.candidates.empty() ? "; there are no candidates" : "; no candidate leads around it";
    }
  }

  // "device P1 may fail" → "device P1 has failed"
  static std::string without_may(const std::string& text) {
    constexpr std::string_view kMay = " may fail";
    return text.substr(0, text.size() - kMay.size()) + " has failed";
  }

  // Out of time: all candidates, without those that are not needed, the dearest first.
  void settle() {
    std::vector<std::size_t> chosen(intent_.candidates.size());
    std::iota(chosen.begin(), chosen.end(), 0);
    std::vector<std::size_t> dear = chosen;
    std::ranges::stable_sort(dear, std::greater{},
                             [&](std::size_t i) { return intent_.candidates[i].price; });
    for (const std::size_t i : dear) {
      std::vector<std::size_t> fewer = chosen;
      std::erase(fewer, i);
      if (meets_all(fewer)) chosen = std::move(fewer);
    }
    const std::uint64_t bound = plan_.price_at_least;
    if (!meets_all(chosen)) {
      plan_.conflicts.push_back({{}, "out of time before a choice of candidates was found"});
    }
    plan_.price_at_least = bound;
  }

  bool meets_all(const std::vector<std::size_t>& chosen) {
    adopt(chosen);
    const Topology topology(intent_, existing_, plan_.links);
    return std::ranges::none_of(
        demands_, [&](const Demand& demand) { return first_failure(topology, demand).has_value(); });
  }

  const intent::Intent& intent_;
  const Existing& existing_;
  const PlanOptions& options_;
  Plan& plan_;
  std::vector<Demand> demands_;
  std::vector<Failure> failures_;  // one for each list of `problem_`
  std::vector<Conflict> hazards_;  // likewise
  smt::LinkChoiceProblem problem_;
};

}  // namespace

void select_links(const intent::Intent& intent, const Existing& existing, const PlanOptions& options,
                  Plan& plan) {
  Selection(intent, existing, options, plan).run();
}

}  // namespace holdfast::planning
