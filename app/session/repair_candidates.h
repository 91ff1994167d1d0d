#pragma once

// What might mend a finding.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/check.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

struct Candidate {
  std::string summary;  // one clause
  std::vector<rules::DeviceCommands> commands;
  int doubt = 0;  // a guess that less speaks for than for others has more
};

// What candidates are found from, worked out once for a snapshot and when first needed.
class Advisor {
 public:
  // `found` is what a check of the snapshot with every rule gave.
  Advisor(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const CheckResult> found);
  ~Advisor();
  Advisor(const Advisor&) = delete;
  Advisor& operator=(const Advisor&) = delete;

  // In the order in which they are worth trying: the least change of values, or the rule's own commands if
  // these disturb less; then the rule's commands with what they leave open filled in; then what mends other
  // findings about the same; then what takes back a line that is to blame. Empty: nobody knows. Commands ask
  // for nothing but keys.
  std::vector<Candidate> candidates_of(const ReportedFinding& reported);

  // How much its commands disturb.
  std::uint64_t disruption(const Candidate& candidate);

 private:
  struct Knowledge;
  Knowledge& known();
  std::vector<Candidate> of_its_own(const ReportedFinding& reported);
  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<const CheckResult> found_;
  std::unique_ptr<Knowledge> known_;
};

// The rule's own commands, where they leave nothing open.
std::optional<Candidate> own_candidate(const ReportedFinding& reported);

// Why the rule's own commands are no candidate; empty where they are.
std::string lacking(const ReportedFinding& reported);

// Words that stand for a key to be put in (`<key>`), each once.
void add_placeholders(std::string_view line, std::vector<std::string>& into);

}  // namespace holdfast::session
