#include "solver/smt/diverse_routes.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <z3++.h>

namespace holdfast::smt {
namespace {

constexpr unsigned kWork = 200'000'000;  // Z3's resource counter

class Encoding {
 public:
  explicit Encoding(const DiverseRoutesProblem& problem) : problem_(problem), optimizer_(context_) {
    z3::params limits(context_);
    limits.set("rlimit", kWork);
    optimizer_.set(limits);
    for (std::size_t route = 0; route < 2; ++route) {
      for (std::size_t i = 0; i < problem.graph.edges.size(); ++i) {
        forth_[route].push_back(context_.bool_const(fmt::format("f{}_{}", route, i).c_str()));
        back_[route].push_back(context_.bool_const(fmt::format("b{}_{}", route, i).c_str()));
      }
    }
  }

  std::optional<std::array<graph::Route, 2>> solve() {
    for (std::size_t route = 0; route < 2; ++route) flow(route);
    keep_nodes_apart();
    keep_groups_apart();
    optimizer_.minimize(cost());
    if (optimizer_.check() != z3::sat) return std::nullopt;
    const z3::model model = optimizer_.get_model();
    return std::array<graph::Route, 2>{read(model, 0), read(model, 1)};
  }

 private:
  z3::expr one(const z3::expr& flag) { return z3::ite(flag, context_.int_val(1), context_.int_val(0)); }

  z3::expr uses(std::size_t route, std::size_t edge) { return forth_[route][edge] || back_[route][edge]; }

  // What enters a node leaves it; one unit goes from the source to the target.
  void flow(std::size_t route) {
    const graph::Graph& graph = problem_.graph;
    std::vector<z3::expr> in(graph.nodes, context_.int_val(0));
    std::vector<z3::expr> out(graph.nodes, context_.int_val(0));
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
      const graph::Edge& edge = graph.edges[i];
      out[edge.a] = out[edge.a] + one(forth_[route][i]);
      in[edge.b] = in[edge.b] + one(forth_[route][i]);
      out[edge.b] = out[edge.b] + one(back_[route][i]);
      in[edge.a] = in[edge.a] + one(back_[route][i]);
      optimizer_.add(!(forth_[route][i] && back_[route][i]));
    }
    for (std::uint32_t node = 0; node < graph.nodes; ++node) {
      const int leaves = node == problem_.from ? 1 : node == problem_.to[route] ? -1 : 0;
      optimizer_.add(out[node] - in[node] == leaves);
      optimizer_.add(in[node] <= (node == problem_.from ? 0 : 1));
    }
    entered_.push_back(std::move(in));
  }

  void keep_nodes_apart() {
    for (std::uint32_t node = 0; node < problem_.graph.nodes; ++node) {
      if (node == problem_.to[0] && node == problem_.to[1]) continue;
      optimizer_.add(entered_[0][node] + entered_[1][node] <= 1);
    }
    for (std::size_t i = 0; i < problem_.graph.edges.size(); ++i) optimizer_.add(!(uses(0, i) && uses(1, i)));
  }

  void keep_groups_apart() {
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < problem_.groups.size(); ++i) {
      for (const std::size_t group : problem_.groups[i]) members[group].push_back(i);
    }
    for (const auto& legs : problem_.leg_groups) {
      for (const std::size_t group : legs) members[group];
    }
    for (const auto& [group, edges] : members) {
      const z3::expr first = context_.bool_const(fmt::format("g{}", group).c_str());
      for (const std::size_t edge : edges) {
        optimizer_.add(z3::implies(uses(0, edge), first));
        optimizer_.add(z3::implies(uses(1, edge), !first));
      }
      const auto has = [this, wanted = group](std::size_t route) {
        return std::ranges::find(problem_.leg_groups[route], wanted) != problem_.leg_groups[route].end();
      };
      if (has(0)) optimizer_.add(first);
      if (has(1)) optimizer_.add(!first);
    }
  }

  z3::expr cost() {
    z3::expr total = context_.int_val(0);
    for (std::size_t i = 0; i < problem_.graph.edges.size(); ++i) {
      const z3::expr weight = context_.int_val(problem_.graph.edges[i].cost);
      for (std::size_t route = 0; route < 2; ++route) {
        total = total + z3::ite(uses(route, i), weight, context_.int_val(0));
      }
    }
    return total;
  }

  graph::Route read(const z3::model& model, std::size_t route) {
    const auto holds = [&](const z3::expr& flag) { return model.eval(flag, true).is_true(); };
    graph::Route result;
    result.nodes.push_back(problem_.from);
    while (result.nodes.back() != problem_.to[route]) {
      const std::uint32_t node = result.nodes.back();
      for (std::uint32_t i = 0; i < problem_.graph.edges.size(); ++i) {
        const graph::Edge& edge = problem_.graph.edges[i];
        const bool leaves =
            (edge.a == node && holds(forth_[route][i])) || (edge.b == node && holds(back_[route][i]));
        if (!leaves) continue;
        result.edges.push_back(i);
        result.cost += edge.cost;
        result.nodes.push_back(edge.a == node ? edge.b : edge.a);
        break;
      }
    }
    return result;
  }

  const DiverseRoutesProblem& problem_;
  z3::context context_;
  z3::optimize optimizer_;
  std::array<std::vector<z3::expr>, 2> forth_;  // by route and edge: from its `a` to its `b`
  std::array<std::vector<z3::expr>, 2> back_;
  std::vector<std::vector<z3::expr>> entered_;  // by route and node: how often it is entered
};

}  // namespace

std::optional<std::array<graph::Route, 2>> diverse_routes(const DiverseRoutesProblem& problem) {
  return Encoding(problem).solve();
}

}  // namespace holdfast::smt
