// Breaks right samples in one place at a time, lets `fix` mend them, and asks whether the network then does
// what the right one does under every set of at most two failures. ctest takes every tenth mutant; with
// HOLDFAST_REPAIR_REPORT=FILE all are taken and what is not mended is listed there.

#include "app/session/repair.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "app/session/failures.h"
#include "app/session/load.h"
#include "tests/mutation/mutants.h"
#include "tests/mutation/right_samples.h"

namespace holdfast::mutation {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFailures = 2;

// What becomes of services: the minimal sets of failures that are bad for them, and how bad.
using Behaviour = std::set<std::tuple<std::string, std::vector<std::string>, Outcome>>;

Behaviour behaviour_of(std::shared_ptr<const session::Snapshot> snapshot) {
  session::FailureOptions options;
  options.k = kFailures;
  const session::FailuresResult found = session::find_failures(std::move(snapshot), options);
  Behaviour result;
  for (const session::ServiceFailureView& service : found.services) {
    result.insert({service.id, {}, Outcome::Delivered});
    for (const session::Counterexample& bad : service.counterexamples) {
      std::vector<std::string> elements;
      for (const ElementId id : bad.elements) elements.push_back(found.names[id.index]);
      std::ranges::sort(elements);
      result.insert({service.id, elements, bad.outcome});
    }
  }
  return result;
}

std::set<std::string> findings_of(const session::CheckResult& result) {
  std::set<std::string> all;
  for (const session::ReportedFinding& it : result.findings) {
    if (it.finding.severity != rules::Severity::Info) all.insert(it.fingerprint);
  }
  return all;
}

enum class Fate : std::uint8_t {
  Same,      // nothing is broken: no finding and no other behaviour
  Mended,    // behaves as the right one
  Silenced,  // nothing is found any more, but the behaviour differs
  Named,     // findings are left, each with its reason
  Unseen,    // the behaviour differs, and nothing is found
};

struct Trial {
  std::string sample;
  Mutant mutant;
  Fate fate = Fate::Unseen;
  std::string told;  // what is left
};

class Sample {
 public:
  explicit Sample(const fs::path& folder) : name_(folder.parent_path().filename() / folder.filename()) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".cfg")
        files_[entry.path().filename().string()] = lines_of(entry.path());
    }
    const auto right = loaded(nullptr);
    behaviour_ = behaviour_of(right);
    usual_ = findings_of(session::check(right, {}));
  }

  std::vector<Mutant> mutants() const {
    std::vector<Mutant> all;
    for (const auto& [name, lines] : files_) {
      std::ranges::move(mutants_of(name, lines), std::back_inserter(all));
    }
    return all;
  }

  Trial tried(const Mutant& mutant) const {
    Trial trial{name_, mutant, Fate::Unseen, {}};
    const auto broken = loaded(&mutant);
    session::RepairOptions options;
    const session::Repair repair = session::repair(broken, options);
    const std::set<std::string> found = findings_of(repair.before);
    const bool odd = !std::ranges::includes(usual_, found);
    const bool behaves = behaviour_of(broken) == behaviour_;
    if (behaves && !odd) {
      trial.fate = Fate::Same;
    } else if (behaviour_of(repair.after.snapshot) == behaviour_ && repair.remaining.empty()) {
      trial.fate = Fate::Mended;
    } else if (!repair.remaining.empty()) {
      trial.fate = Fate::Named;
      for (const session::Unmended& it : repair.remaining) {
        trial.told += std::string(it.reported.finding.rule->code) + ": " + it.reason + "; ";
      }
    } else if (odd) {
      trial.fate = Fate::Silenced;
      for (const session::RepairStep& step : repair.steps) trial.told += step.summary + "; ";
    }
    return trial;
  }

 private:
  std::shared_ptr<const session::Snapshot> loaded(const Mutant* mutant) const {
    std::vector<session::NamedText> texts;
    for (const auto& [name, lines] : files_) {
      const bool broken = mutant != nullptr && mutant->file == name;
      texts.push_back({name, text_of(broken ? mutate(lines, *mutant) : lines)});
    }
    return session::load_texts(std::move(texts));
  }

  std::string name_;
  std::map<std::string, Lines> files_;
  Behaviour behaviour_;
  std::set<std::string> usual_;
};

std::vector<Trial> try_all(std::size_t every) {
  std::vector<Trial> trials;
  std::size_t count = 0;
  for (const fs::path& folder : good_samples()) {
    const Sample sample(folder);
    for (const Mutant& mutant : sample.mutants()) {
      if (count++ % every == 0) trials.push_back(sample.tried(mutant));
    }
  }
  return trials;
}

struct Score {
  std::map<Fate, std::size_t> count;

  explicit Score(const std::vector<Trial>& trials) {
    for (const Trial& it : trials) ++count[it.fate];
  }
  static double percent(std::size_t part, std::size_t whole) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
  }
  // Of all that break something.
  double of_all() {
    const std::size_t broken =
        count[Fate::Mended] + count[Fate::Silenced] + count[Fate::Named] + count[Fate::Unseen];
    return percent(count[Fate::Mended], broken);
  }
  // Of those that some rule finds.
  double of_found() {
    return percent(count[Fate::Mended], count[Fate::Mended] + count[Fate::Silenced] + count[Fate::Named]);
  }
};

void write_report(const std::vector<Trial>& trials, const std::string& path) {
  const std::map<Fate, const char*> names{{Fate::Mended, "mended"},
                                          {Fate::Named, "left, with the reason"},
                                          {Fate::Silenced, "silenced, but it behaves otherwise"},
                                          {Fate::Unseen, "behaves otherwise, and nothing is found"},
                                          {Fate::Same, "nothing is broken"}};
  std::ofstream out(path);
  Score score(trials);
  out << "# Repair of mutants\n\n" << trials.size() << " mutants";
  for (const auto& [fate, name] : names) out << "; " << score.count[fate] << " " << name;
  char text[64];
  std::snprintf(text, sizeof text, ".\n\n%.1f %% of all, %.1f %% of those found.\n", score.of_all(),
                score.of_found());
  out << text;
  for (const auto& [fate, name] : names) {
    if (fate == Fate::Mended || fate == Fate::Same) continue;
    out << "\n## " << name << "\n\n";
    for (const Trial& it : trials) {
      if (it.fate != fate) continue;
      out << "- " << it.sample << "/" << it.mutant.file << ":" << it.mutant.line + 1 << " "
          << it.mutant.change << ": `" << it.mutant.view << " / " << it.mutant.before << "` → `"
          << it.mutant.after << "`: " << it.told << "\n";
    }
  }
}

// Of every tenth mutant, and of all. They may only rise.
constexpr double kFloorOfFound = 95.0;
constexpr double kFloorOfAll = 95.0;

TEST(Repair, MendsBrokenSamples) {
  const char* report = std::getenv("HOLDFAST_REPAIR_REPORT");
  const char* every = std::getenv("HOLDFAST_REPAIR_EVERY");
  const std::vector<Trial> trials = try_all(every != nullptr    ? static_cast<std::size_t>(std::atoi(every))
                                            : report != nullptr ? 1
                                                                : 10);
  if (report != nullptr) write_report(trials, report);
  Score score(trials);
  EXPECT_GE(score.of_found(), kFloorOfFound);
  EXPECT_GE(score.of_all(), kFloorOfAll);
}

}  // namespace
}  // namespace holdfast::mutation
