#include "app/session/value_choice.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

#include "app/session/line_edit.h"
#include "solver/rules/judgement.h"
#include "solver/smt/least_change.h"

namespace holdfast::session {
namespace {

using smt::JudgedQuery;
using smt::VarId;
using smt::VerdictKind;

constexpr std::size_t kMaxDemands = 400;  // that hang together; more are left to the proof
constexpr std::size_t kMaxFromPool = 8;

// A configured value, wherever rules speak of it. The same place said to hold two values is two facts.
using Place = std::pair<Span, smt::Value>;

std::optional<Place> place_of(const smt::Variable& variable) {
  if (!variable.known || variable.lines.size() != 1) return std::nullopt;
  return Place{variable.lines.front(), *variable.known};
}

bool is_open(const JudgedQuery& judged) {
  return judged.verdict == VerdictKind::Unknown;
}

std::string_view pool_for(std::string_view name) {
  if (name.find("VC ID") != name.npos) return "vc-id";
  if (name.find("discriminator") != name.npos) return "discriminator";
  if (name.find("VRID") != name.npos) return "vrid";
  return {};
}

class Choice {
 public:
  Choice(const Snapshot& snapshot, const std::vector<Demand>& demands, const Disruption& disruption)
      : snapshot_(snapshot), disruption_(disruption), demands_(demands) {}

  std::optional<Candidate> mending(const ReportedFinding& reported) {
    const std::vector<std::size_t> first = violated_by(reported.finding);
    if (first.empty()) return std::nullopt;
    gather(first);
    for (const std::size_t i : gathered_) take(demands_[i].judged, is_one_of(first, i));
    offer_choices();
    const smt::LeastChange found = smt::least_change(problem_);
    if (found.verdict != smt::ChangeVerdict::Least || found.changed.empty()) return std::nullopt;
    return commands_for(found);
  }

 private:
  struct Setting {
    DeviceId device;
    Span where;
    std::string name;
    bool changeable = false;
  };

  static bool is_one_of(const std::vector<std::size_t>& list, std::size_t i) {
    return std::ranges::find(list, i) != list.end();
  }

  // What the rule asked there and found violated.
  std::vector<std::size_t> violated_by(const rules::Finding& finding) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      const Demand& demand = demands_[i];
      if (demand.rule != finding.rule || demand.judged.verdict != VerdictKind::Violated) continue;
      const auto shown = [&](VarId id) {
        const auto& lines = demand.judged.query[id].lines;
        return lines.empty() || std::ranges::any_of(finding.evidence, [&](const rules::Evidence& it) {
                 return it.where == lines.front();
               });
      };
      if (!demand.judged.core.empty() && std::ranges::all_of(demand.judged.core, shown)) result.push_back(i);
    }
    return result;
  }

  // Demands that hang together with these by values that can be changed.
  void gather(const std::vector<std::size_t>& first) {
    std::map<Place, std::vector<std::size_t>> by_place;
    for (std::size_t i = 0; i < demands_.size(); ++i) {
      if (is_open(demands_[i].judged)) continue;
      for (const smt::Variable& variable : demands_[i].judged.query.variables) {
        if (const auto place = place_of(variable)) by_place[*place].push_back(i);
      }
    }
    std::set<std::size_t> seen(first.begin(), first.end());
    gathered_ = first;
    for (std::size_t next = 0; next < gathered_.size() && gathered_.size() < kMaxDemands; ++next) {
      for (const smt::Variable& variable : demands_[gathered_[next]].judged.query.variables) {
        const auto place = place_of(variable);
        if (!place || !is_changeable(variable)) continue;
        for (const std::size_t i : by_place[*place]) {
          if (seen.insert(i).second) gathered_.push_back(i);
        }
      }
    }
  }

  // What a line says word for word can be said otherwise; what follows from silence or from other lines
  // cannot.
  bool is_changeable(const smt::Variable& variable) const {
    if (!variable.known || variable.by_default || variable.lines.size() != 1) return false;
    if (variable.known->sort() == smt::Sort::Boolean) return false;
    const Span where = variable.lines.front();
    const std::string_view line = snapshot_.network.sources.line(where.file, where.line);
    if (where.column == 0 || where.column - 1U + where.length > line.size()) return false;
    return line.substr(where.column - 1U, where.length) == smt::to_string(*variable.known);
  }

  // Adds what was asked: as a requirement where it holds, or has to.
  void take(const JudgedQuery& judged, bool wanted) {
    if (!wanted && judged.verdict != VerdictKind::Holds) return;
    const smt::Query& query = judged.query;
    if (!wanted && std::ranges::any_of(smt::mentioned(query), [&](VarId id) { return !query[id].known; }))
      return;
    std::vector<VarId> variables;
    for (const smt::Variable& variable : query.variables) variables.push_back(setting_of(variable));
    std::vector<smt::ExprId> nodes;
    for (std::size_t i = 0; i < query.exprs.size(); ++i)
      nodes.push_back(copied(query.exprs, i, variables, nodes));
    problem_.required.push_back(nodes[query.invariant.index]);
  }

  smt::ExprId copied(const smt::ExprArena& from, std::size_t i, const std::vector<VarId>& variables,
                     const std::vector<smt::ExprId>& nodes) {
    smt::ExprArena& to = problem_.exprs;
    std::vector<smt::ExprId> operands;
    for (const smt::ExprId id : from.operands(i)) operands.push_back(nodes[id.index]);
    switch (from.op(i)) {
      case smt::Op::Constant:
        return to.constant(from.value(i));
      case smt::Op::Variable:
        return to.variable(variables[from.variable_at(i).index]);
      case smt::Op::Equal:
        return to.eq(operands[0], operands[1]);
      case smt::Op::Less:
        return to.lt(operands[0], operands[1]);
      case smt::Op::LessEqual:
        return to.le(operands[0], operands[1]);
      case smt::Op::Plus:
        return to.plus(operands[0], from.addend(i));
      case smt::Op::And:
        return to.all_of(operands);
      case smt::Op::Or:
        return to.any_of(operands);
      case smt::Op::Not:
        return to.negate(operands[0]);
      case smt::Op::Distinct:
        break;
    }
    return to.distinct_of(operands);
  }

  // One variable for each place, whoever speaks of it.
  VarId setting_of(const smt::Variable& variable) {
    const auto place = place_of(variable);
    if (place) {
      const auto known = by_place_.find(*place);
      if (known != by_place_.end()) return known->second;
    }
    const VarId id(settings_.size());
    Setting setting;
    setting.name = variable.name;
    // What is free cannot be changed here, so it counts as a value that nothing else has.
    const smt::Value nobody_has = variable.sort == smt::Sort::Boolean   ? smt::Value(false)
                                  : variable.sort == smt::Sort::Integer ? smt::Value(-1)
                                                                        : smt::Value("?");
    smt::ChangeableSetting into{variable.known.value_or(nobody_has), 1, {}};
    if (place) {
      setting.where = place->first;
      setting.device = device_at(snapshot_.network, place->first);
      setting.changeable = setting.device.valid() && is_changeable(variable);
      if (setting.changeable) {
        into.weight =
            std::max(1U, disruption_.of(setting.device, command_at(snapshot_.network, place->first)));
      }
      by_place_.emplace(*place, id);
    }
    settings_.push_back(std::move(setting));
    problem_.settings.push_back(std::move(into));
    return id;
  }

  // A setting may become what another one of its kind is, or take a number from its pool.
  void offer_choices() {
    std::set<smt::Value> values;
    for (const auto& [place, id] : by_place_) values.insert(place.second);
    for (std::size_t i = 0; i < settings_.size(); ++i) {
      if (!settings_[i].changeable) continue;
      smt::ChangeableSetting& into = problem_.settings[i];
      for (const smt::Value& value : values) {
        if (value.sort() == into.now.sort() && value != into.now) into.choices.push_back(value);
      }
      const auto pool = snapshot_.pools.find(std::string(pool_for(settings_[i].name)));
      if (pool == snapshot_.pools.end()) continue;
      std::size_t offered = 0;
      for (std::uint64_t number = pool->second.first; number <= pool->second.last && offered < kMaxFromPool;
           ++number) {
        const smt::Value value(static_cast<std::int64_t>(number));
        if (values.contains(value)) continue;
        into.choices.push_back(value);
        ++offered;
      }
    }
  }

  Candidate commands_for(const smt::LeastChange& found) const {
    std::map<std::pair<FileId, std::uint32_t>, std::vector<WordChange>> by_line;
    std::vector<std::string> told;
    for (const auto& [id, value] : found.changed) {
      const Setting& setting = settings_[id.index];
      by_line[{setting.where.file, setting.where.line}].push_back({setting.where, smt::to_string(value)});
      const std::string& device = *snapshot_.network[setting.device].name;
      const bool says_where = setting.name.find(device) != std::string::npos;
      told.push_back(fmt::format("{}{} becomes {}", setting.name,
                                 says_where ? std::string() : " of " + device, smt::to_string(value)));
    }
    Candidate candidate{fmt::format("{}", fmt::join(told, ", ")), {}};
    for (const auto& [line, changes] : by_line) {
      candidate.commands.push_back(changed_line(snapshot_.network, changes));
    }
    return candidate;
  }

  const Snapshot& snapshot_;
  const Disruption& disruption_;
  const std::vector<Demand>& demands_;
  std::vector<std::size_t> gathered_;
  std::map<Place, VarId> by_place_;
  std::vector<Setting> settings_;
  smt::ChangeProblem problem_{};
};

}  // namespace

std::vector<Demand> demands_of(const pairing::Pairing& net) {
  std::vector<Demand> demands;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (rule->about_failures()) continue;
    std::vector<smt::JudgedQuery> asked;
    smt::JudgeOptions options;
    options.keep = &asked;
    smt::Judge judge(options);
    rules::Judgement judgement(net.network(), *rule, judge);
    rule->check(net, judgement);
    for (smt::JudgedQuery& it : asked) demands.push_back({rule, std::move(it)});
  }
  return demands;
}

std::optional<Candidate> least_value_change(const Snapshot& snapshot, const std::vector<Demand>& demands,
                                            const Disruption& disruption, const ReportedFinding& reported) {
  return Choice(snapshot, demands, disruption).mending(reported);
}

}  // namespace holdfast::session
