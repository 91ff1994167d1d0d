#include "solver/planning/domains.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "solver/planning/existing.h"
#include "solver/planning/topology.h"

namespace holdfast::planning {
namespace {

class Choosing {
 public:
  Choosing(intent::Intent& intent, const Existing& existing)
      : intent_(intent), existing_(existing), group_(intent.devices.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (auto* links : {&intent.links, &intent.candidates}) {
      for (intent::Link& link : *links) {
        const bool inner = !is_ce(link.a) && !is_ce(link.b);
        if (inner && !link.standing) links_.push_back(&link);
      }
    }
  }

  std::vector<Conflict> choose() {
    for (const intent::Link* link : links_) {
      if (!stands(link->a) && !stands(link->b)) unite(link->a, link->b);
    }
    join();
    for (intent::Link* link : links_) put(*link);
    return std::move(conflicts_);
  }

 private:
  bool is_ce(std::size_t device) const { return intent_.devices[device].role == intent::Role::Ce; }
  bool stands(std::size_t device) const { return existing_.at(device) != nullptr; }
  const std::string& name(std::size_t device) const { return intent_.devices[device].name; }

  std::size_t root(std::size_t device) const {
    while (group_[device] != device) device = group_[device];
    return device;
  }
  void unite(std::size_t a, std::size_t b) {
    group_[std::max(root(a), root(b))] = std::min(root(a), root(b));
  }

  std::vector<std::size_t> domains_of(std::size_t device) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < existing_.domains.size(); ++i) {
      if (existing_.domains[i].has(device)) result.push_back(i);
    }
    return result;
  }

  // Of devices that hang together: the first domain that all of their existing neighbours are in.
  void join() {
    joined_.assign(group_.size(), 0);
    std::vector<std::optional<std::vector<std::size_t>>> common(group_.size());
    for (const intent::Link* link : links_) {
      if (stands(link->a) == stands(link->b)) continue;
      const std::size_t old = stands(link->a) ? link->a : link->b;
      auto& domains = common[root(stands(link->a) ? link->b : link->a)];
      const std::vector<std::size_t> here = domains_of(old);
      if (here.empty()) {
        conflict(*link, fmt::format("{} takes no part in an IGP of the existing network", name(old)));
      } else if (!domains) {
        domains = here;
      } else {
        std::erase_if(*domains, [&](std::size_t domain) { return !contains(here, domain); });
        if (domains->empty())
          conflict(*link, fmt::format("{} leads into another IGP area or level than the links before it",
                                      name(old)));
      }
      if (!conflicts_.empty()) return;
    }
    for (std::size_t i = 0; i < group_.size(); ++i) stay_beside(i, common[root(i)]);
    for (std::size_t i = 0; i < common.size(); ++i) {
      if (common[i] && !common[i]->empty()) joined_[i] = common[i]->front();
    }
  }

  void stay_beside(std::size_t device, std::optional<std::vector<std::size_t>>& domains) {
    const intent::Device& it = intent_.devices[device];
    if (!it.beside || !domains) return;
    std::erase_if(*domains, [&](std::size_t domain) { return !existing_.domains[domain].has(*it.beside); });
    if (domains->empty()) {
      conflicts_.push_back({it.where, fmt::format("the links of {} lead into no IGP area or level of {}",
                                                  it.name, name(*it.beside))});
    }
  }

  void put(intent::Link& link) {
    if (!stands(link.a) || !stands(link.b)) {
      link.domain = joined_[root(stands(link.a) ? link.b : link.a)];
      return;
    }
    const std::vector<std::size_t> other = domains_of(link.b);
    for (const std::size_t domain : domains_of(link.a)) {
      if (!contains(other, domain)) continue;
      link.domain = domain;
      return;
    }
    conflict(link, fmt::format("{} and {} are in no IGP area or level together", name(link.a), name(link.b)));
  }

  void conflict(const intent::Link& link, std::string what) {
    conflicts_.push_back({link.where, std::move(what)});
  }

  intent::Intent& intent_;
  const Existing& existing_;
  std::vector<std::size_t> group_;
  std::vector<intent::Link*> links_;  // new ones that carry PWs
  std::vector<std::size_t> joined_;   // domain, by the first device of those that hang together
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::vector<Conflict> choose_domains(intent::Intent& intent, const Existing& existing) {
  if (!existing.any()) return {};
  return Choosing(intent, existing).choose();
}

}  // namespace holdfast::planning
