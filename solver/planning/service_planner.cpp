#include "solver/planning/service_planner.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "solver/planning/demands.h"
#include "solver/planning/ways.h"

namespace holdfast::planning {
namespace {

using intent::End;
using intent::Homing;
using intent::Role;
using intent::ServiceKind;

// Two devices that serve one end, the primary first, and the routes to them.
struct Pair {
  std::array<Attachment, 2> at;
  std::array<graph::Route, 2> routes;
};

class ServicePlanner {
 public:
  ServicePlanner(const intent::Intent& intent, const Existing& existing, const PlanOptions& options,
                 Plan& plan)
      : intent_(intent),
        existing_(existing),
        options_(options),
        plan_(plan),
        topology_(intent, existing, plan.links),
        loads_(topology_),
        ways_(topology_, loads_),
        changed_(intent.devices.size(), false) {
    for (const intent::Link& link : plan.links) {
      if (!link.standing) changed_[link.a] = changed_[link.b] = true;
    }
  }

  void run() {
    for (std::size_t i = 0; i < intent_.services.size(); ++i) {
      if (options_.progress) options_.progress("services", i, intent_.services.size());
      PlannedService planned;
      planned.service = i;
      switch (intent_.services[i].kind) {
        case ServiceKind::Vpws:
          plan_vpws(intent_.services[i], planned);
          break;
        case ServiceKind::Vpls:
          plan_vpls(intent_.services[i], planned);
          break;
        case ServiceKind::Handover:
          plan_handover(intent_.services[i], planned);
          break;
      }
      for (const PlannedEnd& end : planned.ends) {
        for (const std::size_t pe : end.pes) changed_[pe] = true;
      }
      for (const std::size_t hub : planned.hubs) changed_[hub] = true;
      plan_.services.push_back(std::move(planned));
    }
    plan_.rsgs = devices_of_role(intent_, Role::Rsg);
  }

 private:
  const std::string& name(std::size_t device) const { return intent_.devices[device].name; }

  std::string route_words(const graph::Route& route) const {
    std::vector<std::string> names;
    for (const std::uint32_t node : route.nodes) names.push_back(name(node));
    return fmt::format("{}", fmt::join(names, "–"));
  }

  void conflict(const intent::Service& service, const std::string& what) {
    plan_.conflicts.push_back({service.where, fmt::format("service {}: {}", service.name, what)});
  }

  // Why no pair would do: full links, shared groups, or no ways at all.
  void conflict_of_ways(const intent::Service& service, std::size_t from, const std::vector<Attachment>& all,
                        const char* to) {
    const auto would_do = [&](bool without_room, bool without_groups) {
      intent::Service easier = service;
      if (without_room) easier.bandwidth = 0;
      if (without_groups) easier.targets.group = false;
      return best_pair(from, all, easier).has_value();
    };
    const std::string ways = fmt::format("any two ways from {} to {} that keep apart", name(from), to);
    if (would_do(true, false)) return conflict(service, ways + " lead over links that are full");
    if (would_do(false, true)) return conflict(service, ways + " share a group of links that fail together");
    conflict(service, fmt::format("no two ways from {} to {} keep apart", name(from), to));
  }

  // Which of two serves first: the nearer, the one with fewer primaries, the first.
  bool second_is_better(const Pair& pair) const {
    const auto rank = [&](std::size_t i) {
      return std::tuple(pair.routes[i].cost, loads_.primaries(pair.at[i].pe), i);
    };
    return rank(1) < rank(0);
  }

  // Devices that would have to be changed beside those that are anyway.
  std::size_t changes(std::size_t pe) const { return existing_.at(pe) != nullptr && !changed_[pe] ? 1 : 0; }

  // Pairs whose devices lie so far away that they cannot be the best are not looked at.
  std::optional<Pair> best_pair(std::size_t from, const std::vector<Attachment>& all,
                                const intent::Service& service) const {
    const auto costs = ways_.costs(from, service.bandwidth);
    std::vector<std::tuple<std::uint64_t, std::size_t, std::size_t>> pairs;  // least cost that is possible
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        const auto& a = costs[all[i].pe];
        const auto& b = costs[all[j].pe];
        const bool distinct = all[i].pe != all[j].pe && all[i].pe != from && all[j].pe != from;
        if (distinct && a && b) pairs.emplace_back(*a + *b, i, j);
      }
    }
    std::ranges::sort(pairs);
    std::optional<Pair> best;
    std::tuple<std::uint64_t, std::size_t, std::size_t> best_rank;
    for (const auto& [least, i, j] : pairs) {
      if (best && least > std::get<0>(best_rank)) break;
      auto routes = ways_.apart(from, {{all[i].pe, all[j].pe}, {all[i].link, all[j].link}}, service);
      if (!routes) continue;
      const std::tuple rank((*routes)[0].cost + (*routes)[1].cost,
                            loads_.primaries(all[i].pe) + loads_.primaries(all[j].pe),
                            changes(all[i].pe) + changes(all[j].pe));
      if (best && best_rank <= rank) continue;
      best = Pair{{all[i], all[j]}, std::move(*routes)};
      best_rank = rank;
    }
    return best;
  }

  // An E-Trunk serves all that hangs on it from one side: its first service decides for the others.
  void put_in_order(Pair& pair, const End& end) {
    bool swap = second_is_better(pair);
    if (end.homing == Homing::Etrunk || end.homing == Homing::Mvrrp) {
      if (end.device) {
        const auto [at, fresh] = masters_.emplace(*end.device, first_of(pair, *end.device, swap ? 1 : 0));
        swap = at->second == pair.at[1].pe;
      }
    }
    if (!swap) return;
    std::swap(pair.at[0], pair.at[1]);
    std::swap(pair.routes[0], pair.routes[1]);
  }

  // The master of the pair: where the customer hangs on both already, what is configured says so.
  std::size_t first_of(const Pair& pair, std::size_t device, std::size_t otherwise) const {
    if (pair.at[0].link && pair.at[1].link) {
      const StandingHoming standing = topology_.homing(device, *pair.at[0].link, *pair.at[1].link);
      if (standing.homing != Homing::Single) return pair.at[standing.master].pe;
    }
    return pair.at[otherwise].pe;
  }

  static PlannedEnd planned_end(const End& end, const Topology& topology, const std::vector<Attachment>& at) {
    PlannedEnd result;
    result.homing = end.homing;
    if (end.device && topology.is_ce(*end.device)) result.ce = end.device;
    for (const Attachment& it : at) {
      result.pes.push_back(it.pe);
      if (it.link) result.links.push_back(*it.link);
    }
    return result;
  }

  // The PWs from one device to the two of a pair: over LDP where the IGP keeps them apart, else along
  // explicit paths.
  void add_pws(std::size_t from, const Pair& pair, const intent::Service& service, PlannedService& planned) {
    const std::array<std::size_t, 2> to = {pair.at[0].pe, pair.at[1].pe};
    const Targets targets{to, {pair.at[0].link, pair.at[1].link}};
    std::optional<std::array<graph::Route, 2>> plain;
    if (intent_.transport != intent::Transport::Te) plain = ways_.apart_by_igp(from, targets, service);
    if (!plain && intent_.transport == intent::Transport::Ldp) {
      planned.reasons.push_back(
          fmt::format("LDP is asked for, although the shortest routes from {} are not apart", name(from)));
    }
    // Of several shortest routes the ones that keep apart are as good as any.
    const auto as_short = [&](std::size_t i) { return pair.routes[i].cost == (*plain)[i].cost; };
    if (plain && as_short(0) && as_short(1)) plain = pair.routes;
    const bool explicit_path = !plain && intent_.transport != intent::Transport::Ldp;
    for (std::size_t i = 0; i < 2; ++i) {
      PlannedPw pw{from, to[i], 0, plain ? (*plain)[i] : pair.routes[i], explicit_path, {}};
      if (explicit_path) pw.standby = ways_.around(pw.route);
      planned.reasons.push_back(fmt::format("{} from {} to {}: {}, {}", i == 0 ? "primary" : "secondary",
                                            name(from), name(to[i]), route_words(pw.route),
                                            explicit_path ? "an explicit path" : "as the IGP leads"));
      planned.pws.push_back(std::move(pw));
    }
    loads_.add(planned.pws[planned.pws.size() - 2].route, service.bandwidth);
    loads_.add_primary(to[0]);
  }

  // The nearest of the devices that could serve a single end.
  std::optional<Attachment> nearest(std::size_t from, const std::vector<Attachment>& all,
                                    const intent::Service& service) const {
    std::optional<Attachment> best;
    std::tuple<std::uint64_t, std::size_t, std::size_t> best_rank;
    for (const Attachment& it : all) {
      const auto route = it.pe == from ? std::nullopt : ways_.shortest(from, it.pe, service.bandwidth);
      if (!route) continue;
      const std::tuple rank(route->cost, loads_.primaries(it.pe), changes(it.pe));
      if (best && best_rank <= rank) continue;
      best = it;
      best_rank = rank;
    }
    return best;
  }

  using Two = std::array<Attachment, 2>;

  // Every two of them that are different devices.
  static std::vector<Two> pairs_of(const std::vector<Attachment>& all) {
    std::vector<Two> pairs;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        if (all[i].pe != all[j].pe) pairs.push_back({all[i], all[j]});
      }
    }
    return pairs;
  }

  static bool are_apart(const Two& near, const Two& far) {
    return std::ranges::none_of(
        near, [&](const Attachment& it) { return it.pe == far[0].pe || it.pe == far[1].pe; });
  }

  static Corners corners_of(const Two& near, const Two& far) {
    Corners corners;
    for (std::size_t i = 0; i < 2; ++i) {
      corners.near[i] = near[i].pe;
      corners.far[i] = far[i].pe;
      corners.near_legs[i] = near[i].link;
      corners.far_legs[i] = far[i].link;
    }
    return corners;
  }

  struct Square {
    Two near;
    Two far;
    SquareWays ways;
    bool explicit_paths = false;
  };

  // The four devices between which the ways cost the least. Those that lie so far apart that they cannot be
  // the best are not looked at.
  std::optional<Square> best_square(const intent::Service& service) const {
    const std::vector<Two> far = pairs_of(attachments(topology_, service.ends[1]));
    std::vector<std::tuple<std::uint64_t, Two, Two>> choices;  // least cost that is possible
    for (const Two& near : pairs_of(attachments(topology_, service.ends[0]))) {
      const std::array costs = {ways_.costs(near[0].pe, service.bandwidth),
                                ways_.costs(near[1].pe, service.bandwidth)};
      for (const Two& two : far) {
        std::uint64_t least = 0;
        bool joined = are_apart(near, two);
        for (const auto& from : costs) {
          for (const Attachment& it : two) {
            joined = joined && from[it.pe];
            least += from[it.pe].value_or(0);
          }
        }
        if (joined) choices.emplace_back(least, near, two);
      }
    }
    std::ranges::stable_sort(choices, {}, [](const auto& it) { return std::get<0>(it); });
    std::optional<Square> best;
    std::tuple<std::uint64_t, std::size_t, std::size_t> best_rank;
    for (const auto& [least, near, two] : choices) {
      if (best && least > std::get<0>(best_rank)) break;
      const Corners corners = corners_of(near, two);
      std::optional<SquareWays> ways;
      if (intent_.transport != intent::Transport::Te)
        ways = ways_.square_by_igp(corners, service, intent_.transport == intent::Transport::Ldp);
      const bool explicit_paths = !ways;
      if (!ways) ways = ways_.square(corners, service);
      if (!ways) continue;
      const std::tuple rank(
          ways->cost(), loads_.primaries(near[0].pe) + loads_.primaries(two[0].pe),
          changes(near[0].pe) + changes(near[1].pe) + changes(two[0].pe) + changes(two[1].pe));
      if (best && best_rank <= rank) continue;
      best = Square{near, two, std::move(*ways), explicit_paths};
      best_rank = rank;
    }
    return best;
  }

  // Both ends on two PEs: PWs between all four, and each end decides for itself which of its PEs serves.
  void plan_square(const intent::Service& service, PlannedService& planned) {
    auto square = best_square(service);
    if (!square) return conflict(service, "no ways between two PEs of each end were found that keep apart");
    Pair near{square->near, {}};
    put_in_order(near, service.ends[0]);
    Pair far{square->far, {}};
    put_in_order(far, service.ends[1]);
    square->ways.turn(near.at[0].pe != square->near[0].pe, far.at[0].pe != square->far[0].pe);
    for (const auto& [end, pair] : {std::pair(&service.ends[0], &near), std::pair(&service.ends[1], &far)}) {
      planned.ends.push_back(planned_end(*end, topology_, {pair->at.begin(), pair->at.end()}));
    }
    planned.reasons.push_back(fmt::format("{}, {} and {}, {}: least cost of the ways between all four",
                                          name(near.at[0].pe), name(near.at[1].pe), name(far.at[0].pe),
                                          name(far.at[1].pe)));
    add_square(near, far, service, *square, planned);
  }

  // Either all four ride on LDP or none: one policy serves both PWs of a device.
  void add_square(const Pair& near, const Pair& far, const intent::Service& service, const Square& square,
                  PlannedService& planned) {
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t from = near.at[i / 2].pe;
      const std::size_t to = far.at[i % 2].pe;
      PlannedPw pw{from, to, 0, square.ways.routes[i], square.explicit_paths, {}};
      if (pw.explicit_path) pw.standby = ways_.around(pw.route);
      planned.reasons.push_back(fmt::format("{} to {}: {}, {}", name(from), name(to), route_words(pw.route),
                                            pw.explicit_path ? "an explicit path" : "as the IGP leads"));
      planned.pws.push_back(std::move(pw));
    }
    loads_.add(planned.pws.front().route, service.bandwidth);
    loads_.add_primary(near.at[0].pe);
    loads_.add_primary(far.at[0].pe);
  }

  void plan_vpws(const intent::Service& service, PlannedService& planned) {
    if (service.ends[0].homing != Homing::Single && service.ends[1].homing != Homing::Single)
      return plan_square(service, planned);
    const bool second_dual = service.ends[1].homing != Homing::Single;
    const End& near = service.ends[second_dual || service.ends[0].homing == Homing::Single ? 0 : 1];
    const End& far = service.ends[&near == service.ends.data() ? 1 : 0];
    const Attachment from = least_used(attachments(topology_, near));
    planned.ends.push_back(planned_end(near, topology_, {from}));
    const std::vector<Attachment> candidates = attachments(topology_, far);
    if (far.homing == Homing::Single) return plan_plain(service, from, far, candidates, planned);
    auto pair = best_pair(from.pe, candidates, service);
    if (!pair) return conflict_of_ways(service, from.pe, candidates, "its other end");
    put_in_order(*pair, far);
    planned.ends.push_back(planned_end(far, topology_, {pair->at.begin(), pair->at.end()}));
    planned.reasons.push_back(fmt::format("{} and {} serve the far end: least cost of two ways apart",
                                          name(pair->at[0].pe), name(pair->at[1].pe)));
    add_pws(from.pe, *pair, service, planned);
  }

  Attachment least_used(const std::vector<Attachment>& all) const {
    return *std::ranges::min_element(
        all, {}, [&](const Attachment& it) { return std::pair(loads_.primaries(it.pe), changes(it.pe)); });
  }

  // One PE at each end, one PW.
  void plan_plain(const intent::Service& service, const Attachment& from, const End& far,
                  const std::vector<Attachment>& candidates, PlannedService& planned) {
    const auto to = nearest(from.pe, candidates, service);
    if (!to) return conflict(service, fmt::format("no way from {} to its other end has room", name(from.pe)));
    planned.ends.push_back(planned_end(far, topology_, {*to}));
    PlannedPw pw{from.pe, to->pe, 0, *ways_.shortest(from.pe, to->pe, service.bandwidth), false, {}};
    const auto plain = ways_.shortest(from.pe, to->pe, 0);
    const bool full = plain->edges != pw.route.edges;
    pw.explicit_path =
        intent_.transport == intent::Transport::Te || (full && intent_.transport == intent::Transport::Auto);
    if (pw.explicit_path && service.targets.any()) {
      if (const auto routes = ways_.apart(from.pe, {{to->pe, to->pe}, {}}, service)) {
        pw.route = (*routes)[0];
        pw.standby = (*routes)[1];
      }
    }
    planned.reasons.push_back(fmt::format("{} to {}: {}, {}", name(from.pe), name(to->pe),
                                          route_words(pw.route),
                                          pw.explicit_path ? "an explicit path" : "as the IGP leads"));
    loads_.add(pw.route, service.bandwidth);
    planned.pws.push_back(std::move(pw));
  }

  void plan_vpls(const intent::Service& service, PlannedService& planned) {
    for (const End& end : service.ends) {
      const std::vector<Attachment> all = attachments(topology_, end);
      std::vector<Attachment> serving;
      if (end.homing == Homing::Single) {
        serving = {least_used(all)};
      } else {
        Pair pair{
            {all[0], *std::ranges::find_if(all, [&](const Attachment& it) { return it.pe != all[0].pe; })},
            {}};
        put_in_order(pair, end);
        serving = {pair.at.begin(), pair.at.end()};
      }
      for (const Attachment& it : serving) loads_.add_primary(it.pe);
      planned.ends.push_back(planned_end(end, topology_, serving));
      for (const Attachment& it : serving) {
        const bool upe = intent_.devices[it.pe].role == Role::Upe;
        if (!upe && !contains(planned.hubs, it.pe)) planned.hubs.push_back(it.pe);
        if (upe) hang_spoke(service, it.pe, planned);
      }
    }
  }

  // The two SPEs of a service; the first of them is the UPE's primary.
  void hang_spoke(const intent::Service& service, std::size_t upe, PlannedService& planned) {
    std::vector<Attachment> spes;
    if (planned.spes.empty()) {
      for (const std::size_t device : devices_of_role(intent_, Role::Spe)) spes.push_back({device, {}});
    } else {
      for (const std::size_t device : planned.spes) spes.push_back({device, {}});
    }
    auto pair = best_pair(upe, spes, service);
    if (!pair) return conflict_of_ways(service, upe, spes, "two SPEs");
    if (second_is_better(*pair)) {
      std::swap(pair->at[0], pair->at[1]);
      std::swap(pair->routes[0], pair->routes[1]);
    }
    if (planned.spes.empty()) planned.spes = {pair->at[0].pe, pair->at[1].pe};
    add_pws(upe, *pair, service, planned);
  }

  void plan_handover(const intent::Service& service, PlannedService& planned) {
    const End& near = service.ends[0];
    const Attachment from = least_used(attachments(topology_, near));
    planned.ends.push_back(planned_end(near, topology_, {from}));
    std::vector<Attachment> aggs;
    for (const std::size_t device : devices_of_role(intent_, Role::Agg)) aggs.push_back({device, {}});
    auto pair = best_pair(from.pe, aggs, service);
    if (!pair) return conflict_of_ways(service, from.pe, aggs, "two AGGs");
    if (second_is_better(*pair)) {
      std::swap(pair->at[0], pair->at[1]);
      std::swap(pair->routes[0], pair->routes[1]);
    }
    planned.hubs = {pair->at[0].pe, pair->at[1].pe};
    planned.reasons.push_back(fmt::format("{} and {} hand over: least cost of two ways apart",
                                          name(pair->at[0].pe), name(pair->at[1].pe)));
    add_pws(from.pe, *pair, service, planned);
  }

  const intent::Intent& intent_;
  const Existing& existing_;
  const PlanOptions& options_;
  Plan& plan_;
  Topology topology_;
  Loads loads_;
  Ways ways_;
  std::vector<bool> changed_;                   // by device: something is added to it
  std::map<std::size_t, std::size_t> masters_;  // of a dual-homed customer's device: which PE serves it
};

}  // namespace

void plan_services(const intent::Intent& intent, const Existing& existing, const PlanOptions& options,
                   Plan& plan) {
  ServicePlanner(intent, existing, options, plan).run();
}

}  // namespace holdfast::planning
