#include "app/session/repair_candidates.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "app/session/disruption.h"
#include "app/session/guesses.h"
#include "app/session/indirect_repairs.h"
#include "app/session/placeholder_values.h"
#include "app/session/value_choice.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/rule.h"

namespace holdfast::session {
namespace {

constexpr std::size_t kMostOfNeighbour = 2;

// Values that somebody has to choose.
std::vector<std::string> open_values(const std::vector<rules::DeviceCommands>& commands) {
  std::vector<std::string> result;
  for (const rules::DeviceCommands& of_device : commands) {
    for (const std::string& line : of_device.lines) {
      for (std::string& word : placeholders(line)) {
        if (!is_key(word) && std::ranges::find(result, word) == result.end()) result.push_back(word);
      }
    }
  }
  return result;
}

}  // namespace

struct Advisor::Knowledge {
  explicit Knowledge(const Snapshot& snapshot)
      : net(snapshot.network), demands(demands_of(net)), disruption(snapshot, net) {}

  pairing::Pairing net;
  std::vector<Demand> demands;
  Disruption disruption;
};

Advisor::Advisor(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const CheckResult> found)
    : snapshot_(std::move(snapshot)), found_(std::move(found)) {}
Advisor::~Advisor() = default;

Advisor::Knowledge& Advisor::known() {
  if (!known_) known_ = std::make_unique<Knowledge>(*snapshot_);
  return *known_;
}

std::uint64_t Advisor::disruption(const Candidate& candidate) {
  return known().disruption.of(candidate.commands);
}

std::vector<Candidate> Advisor::candidates_of(const ReportedFinding& reported) {
  std::vector<Candidate> result = of_its_own(reported);
  if (reported.finding.fix.commands.empty() || reported.finding.rule->about_failures()) {
    for (const ReportedFinding* near : neighbours(*found_, reported)) {
      std::vector<Candidate> more = of_its_own(*near);
      if (more.size() > kMostOfNeighbour) more.resize(kMostOfNeighbour);
      std::ranges::move(more, std::back_inserter(result));
    }
  }
  for (Candidate& it : taking_back(snapshot_->network, reported.finding)) result.push_back(std::move(it));
  return result;
}

std::vector<Candidate> Advisor::of_its_own(const ReportedFinding& reported) {
  const Knowledge& known = this->known();
  std::vector<Candidate> result;
  if (auto own = own_candidate(reported)) {
    for (Candidate& instead : in_place_of_strays(*snapshot_, known.net, *own))
      result.push_back(std::move(instead));
    result.push_back(std::move(*own));
  }
  if (auto least = least_value_change(*snapshot_, known.demands, known.disruption, reported)) {
    const bool cheaper =
        result.empty() || known.disruption.of(least->commands) < known.disruption.of(result.front().commands);
    result.insert(cheaper ? result.begin() : result.end(), std::move(*least));
  }
  const rules::Fix& fix = reported.finding.fix;
  if (!open_values(fix.commands).empty()) {
    for (Filling& it : filled_in(*snapshot_, known.net, fix.commands)) {
      result.push_back({fix.summary, std::move(it.commands), it.doubt});
    }
  }
  for (Candidate& guess : guesses_for(*snapshot_, reported.finding)) result.push_back(std::move(guess));
  return result;
}

std::optional<Candidate> own_candidate(const ReportedFinding& reported) {
  const rules::Fix& fix = reported.finding.fix;
  if (fix.commands.empty() || !open_values(fix.commands).empty()) return std::nullopt;
  return Candidate{fix.summary, fix.commands};
}

void add_placeholders(std::string_view line, std::vector<std::string>& into) {
  for (std::string& word : placeholders(line)) {
    if (is_key(word) && std::ranges::find(into, word) == into.end()) into.push_back(std::move(word));
  }
}

std::string lacking(const ReportedFinding& reported) {
  const rules::Fix& fix = reported.finding.fix;
  if (fix.commands.empty()) {
    return reported.finding.rule->about_failures() ? "no commands are known that mend it; if it takes a "
                                                     "link, `holdfast failures --with-link DEV--DEV` "
                                                     "judges it"
                                                   : "no commands are known that mend it";
  }
  const std::vector<std::string> open = open_values(fix.commands);
  if (open.empty()) return {};
  const bool numbers = std::ranges::find(open, "<vc-id>") != open.end();
  return fmt::format("its commands need values that only you can choose: {}{}", fmt::join(open, ", "),
                     numbers ? "; `pools: {vc-id: FIRST-LAST}` in holdfast.yaml gives numbers to take" : "");
}

}  // namespace holdfast::session
