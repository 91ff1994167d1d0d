#include "app/session/suppressions.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "app/session/nearest.h"
#include "app/session/rule_selection.h"

namespace holdfast::session {
namespace {

bool expired(const Suppression& suppression, Day today) {
  return suppression.until && *suppression.until < today;
}

// The device of the line to change counts, not those of the other lines.
bool covers(const Suppression& suppression, const Network& network, const rules::Finding& finding) {
  if (!names(suppression.rule, *finding.rule)) return false;
  if (!suppression.service.empty() && suppression.service != finding.service) return false;
  if (suppression.device.empty()) return true;
  if (finding.evidence.empty() || !finding.evidence.front().device.valid()) return false;
  return same_letters(*network[finding.evidence.front().device].name, suppression.device);
}

std::string what(const Suppression& suppression) {
  std::string text = suppression.rule;
  if (!suppression.device.empty()) text += fmt::format(" on {}", suppression.device);
  if (!suppression.service.empty()) text += fmt::format(" for {}", suppression.service);
  return text;
}

class Suppressor {
 public:
  Suppressor(CheckResult& result, Day today) : result_(result), snapshot_(*result.snapshot), today_(today) {}

  void move_covered(std::vector<ReportedFinding>& from) {
    const auto last = std::stable_partition(
        from.begin(), from.end(), [&](const ReportedFinding& it) { return find(it.finding) == nullptr; });
    for (auto it = last; it != from.end(); ++it) {
      const Suppression* by = find(it->finding);
      used_.push_back(by);
      result_.suppressed.push_back({std::move(*it), by->reason, by->until, by->where, false});
    }
    from.erase(last, from.end());
  }

  void remark_on_the_rest() {
    for (const Suppression& it : snapshot_.rules.suppressions) {
      if (expired(it, today_)) {
        remark(it, fmt::format("the suppression of {} ended on {} and no longer applies", what(it),
                               day_text(*it.until)));
        ++result_.expired_suppressions;
      } else if (is_idle(it)) {
        remark(it, fmt::format("the suppression of {} is not needed: nothing is found there", what(it)));
        ++result_.unused_suppressions;
      }
    }
  }

 private:
  const Suppression* find(const rules::Finding& finding) const {
    const auto& all = snapshot_.rules.suppressions;
    const auto at = std::ranges::find_if(all, [&](const Suppression& it) {
      return !expired(it, today_) && covers(it, snapshot_.network, finding);
    });
    return at == all.end() ? nullptr : &*at;
  }

  // A rule that was not run, or a device that is not here, tells nothing about it.
  bool is_idle(const Suppression& it) const {
    if (!result_.complete() || std::ranges::find(used_, &it) != used_.end()) return false;
    const bool ran =
        std::ranges::any_of(result_.judged, [&](const rules::Rule* rule) { return names(it.rule, *rule); });
    const bool here =
        it.device.empty() || std::ranges::any_of(snapshot_.network.devices, [&](const Device& device) {
          return same_letters(*device.name, it.device);
        });
    return ran && here;
  }

  void remark(const Suppression& at, std::string message) {
    result_.remarks.push_back({InputProblem::Kind::Note,
                               std::string(snapshot_.network.sources.path(at.where.file)), at.where.line,
                               at.where.column, std::move(message)});
  }

  CheckResult& result_;
  const Snapshot& snapshot_;
  Day today_;
  std::vector<const Suppression*> used_;
};

}  // namespace

void suppress(CheckResult& result, Day today) {
  Suppressor suppressor(result, today);
  suppressor.move_covered(result.findings);
  suppressor.move_covered(result.unknowns);
  suppressor.remark_on_the_rest();
}

}  // namespace holdfast::session
