#pragma once

// What all formats say at the end of a run, and in which order those with little room show findings.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/check.h"

namespace holdfast::report {

struct SummaryPart {
  enum class Kind : std::uint8_t { Error, Warning, Info, Unknown, Good, Plain } kind;
  std::string text;  // "2 errors"
};

// Never empty: "no findings" stands for none.
std::vector<SummaryPart> summary_parts(const session::CheckResult& result);
// "2 errors, 1 warning, 3 unknown, 1 suppressed".
std::string summary_line(const session::CheckResult& result);

// "understood 99.9 % of 1200 lines"; rounded down, so that only everything is 100 %.
std::string understood(const Coverage& coverage);

// "1 suppression has ended, 2 suppressions are not needed"; empty when there are none.
std::string idle_suppressions(const session::CheckResult& result);

// Undecided verdicts that one and the same missing thing would decide.
struct Undecided {
  std::string needs;
  std::set<std::string> codes;
  std::size_t verdicts = 0;
};
// Those with most verdicts first.
std::vector<Undecided> undecided_by_need(const std::vector<session::ReportedFinding>& unknowns);

// Errors first, then warnings; else in the order of the result.
std::vector<const session::ReportedFinding*> worst_first(
    const std::vector<session::ReportedFinding>& findings);

// The line to change.
rules::Evidence first_evidence(const rules::Finding& finding);

}  // namespace holdfast::report
