#include "app/session/diff.h"

#include <set>
#include <string>
#include <utility>

#include "app/session/baseline.h"

namespace holdfast::session {

Diff diff(std::shared_ptr<const Snapshot> before, std::shared_ptr<const Snapshot> after,
          const CheckOptions& options) {
  Diff result;
  result.before = check(std::move(before), options);
  const Baseline baseline = baseline_of(result.before);
  CheckOptions with_baseline = options;
  with_baseline.baseline = &baseline;
  result.after = check(std::move(after), with_baseline);
  std::set<std::string_view> still;
  for (const ReportedFinding& it : result.after.known) still.insert(it.fingerprint);
  for (const SuppressedFinding& it : result.after.suppressed) still.insert(it.reported.fingerprint);
  for (const ReportedFinding& it : result.before.findings) {
    if (!still.contains(it.fingerprint)) result.fixed.push_back(it);
  }
  return result;
}

}  // namespace holdfast::session
