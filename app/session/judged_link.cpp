#include "app/session/judged_link.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace holdfast::session {
namespace {

CheckResult checked(const std::shared_ptr<const Snapshot>& snapshot, const FailureOptions& options) {
  CheckOptions check_options;
  check_options.jobs = options.jobs;
  check_options.cancel = options.cancel;
  return check(snapshot, check_options);
}

}  // namespace

JudgedLink judge_link(const std::shared_ptr<const Snapshot>& snapshot, DeviceId a, DeviceId b,
                      const FailureOptions& options, std::shared_ptr<const FailuresResult> before) {
  JudgedLink result;
  result.link = add_link(snapshot, a, b);
  if (!result.link.problem.empty()) return result;
  if (!before) before = std::make_shared<const FailuresResult>(find_failures(snapshot, options));
  result.before = std::move(before);
  result.after = std::make_shared<const FailuresResult>(find_failures(result.link.snapshot, options));
  result.change = compare_tolerance(*result.before, *result.after);
  std::set<std::string> known;
  for (const ReportedFinding& it : checked(snapshot, options).findings) known.insert(it.fingerprint);
  result.checked = checked(result.link.snapshot, options);
  std::ranges::copy_if(result.checked.findings, std::back_inserter(result.brings),
                       [&](const ReportedFinding& it) { return !known.contains(it.fingerprint); });
  return result;
}

}  // namespace holdfast::session
