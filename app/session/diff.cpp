#include "app/session/diff.h"

#include <set>
#include <string>
#include <utility>

#include "app/session/baseline.h"

namespace holdfast::session {

Diff diff(std::shared_ptr<const Snapshot> before, std::shared_ptr<const Snapshot> after,
          const CheckOptions& options) {
  Diff result;
  CheckOptions asked = options;
  std::vector<FailuresResult> searches;
  std::shared_ptr<const Snapshot> searched = before;
  if (options.k) {
    asked.searched = [&](const failures::NetworkFailures& found) {
      searches.push_back(failures_result(searched, found));
    };
  }
  result.before = check(std::move(before), asked);
  const Baseline baseline = baseline_of(result.before);
  asked.baseline = &baseline;
  searched = after;
  result.after = check(std::move(after), asked);
  if (searches.size() == 2) result.tolerance = compare_tolerance(searches[0], searches[1]);
  std::set<std::string_view> still;
  for (const ReportedFinding& it : result.after.known) still.insert(it.fingerprint);
  for (const SuppressedFinding& it : result.after.suppressed) still.insert(it.reported.fingerprint);
  for (const ReportedFinding& it : result.before.findings) {
    if (!still.contains(it.fingerprint)) result.fixed.push_back(it);
  }
  return result;
}

}  // namespace holdfast::session
