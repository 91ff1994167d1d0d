// Breaks right samples in one place at a time and expects a finding that names the broken line or its
// counterpart, or a reason in survivors.txt. ctest runs every tenth mutant; `tests/mutation/run` runs all of
// them and writes a report.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/load.h"
#include "tests/mutation/mutants.h"
#include "tests/mutation/right_samples.h"
#include "tests/support/temporary_folder.h"

namespace holdfast::mutation {
namespace {

namespace fs = std::filesystem;

enum class Fate { Killed, Misplaced, Survived };  // misplaced: found, at other lines

struct Trial {
  std::string sample;
  Mutant mutant;
  Fate fate = Fate::Survived;
  std::string by;      // rules that found it
  std::string reason;  // why it is not found, as survivors.txt has it
};

std::set<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::set<std::string> words;
  for (std::string word; in >> word;) {
    if (std::ranges::any_of(word, [](unsigned char c) { return std::isdigit(c) != 0; })) words.insert(word);
  }
  return words;
}

// A right sample in a folder of its own, with the fingerprints of what is found in it anyway.
class Sample {
 public:
  explicit Sample(const fs::path& folder) : name_(folder.parent_path().filename() / folder.filename()) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (entry.path().extension() == ".cfg") files_[name] = lines_of(entry.path());
      folder_.write(name, text_of(lines_of(entry.path())));
    }
    for (const session::ReportedFinding& it : check().findings) usual_.insert(it.fingerprint);
  }

  std::vector<Mutant> mutants() const {
    std::vector<Mutant> all;
    for (const auto& [name, lines] : files_) {
      std::ranges::move(mutants_of(name, lines), std::back_inserter(all));
    }
    return all;
  }

  Trial tried(const Mutant& mutant) {
    const Lines& right = files_[mutant.file];
    folder_.write(mutant.file, text_of(mutate(right, mutant)));
    const session::CheckResult result = check();
    folder_.write(mutant.file, text_of(right));
    Trial trial{name_, mutant, Fate::Survived, {}, {}};
    std::set<std::string> rules;
    for (const session::ReportedFinding& it : result.findings) {
      if (usual_.contains(it.fingerprint)) continue;
      const bool names = names_it(result.snapshot->network, it.finding, mutant, right);
      if (names && trial.fate != Fate::Killed) rules.clear();
      if (names) trial.fate = Fate::Killed;
      if (!names && trial.fate == Fate::Killed) continue;
      if (trial.fate == Fate::Survived) trial.fate = Fate::Misplaced;
      rules.insert(it.finding.rule->code);
    }
    for (const std::string& rule : rules) trial.by += (trial.by.empty() ? "" : " ") + rule;
    return trial;
  }

 private:
  session::CheckResult check() const {
    session::LoadOptions load;
    load.paths = {folder_.path()};
    session::CheckOptions options;
    options.today = parse_day("2026-01-01");
    return session::check(session::load(load), options);
  }

  // A line of the same view, or of the same device where the broken line stands in no view; or, elsewhere,
  // one that shares a number, an address or a name with the broken line or its view, as counterparts do, or
  // that names an address of the device.
  static bool names_it(const Network& network, const rules::Finding& finding, const Mutant& mutant,
                       const Lines& right) {
    const Stretch view = view_around(right, mutant.line);
    std::set<std::string> shared = words_of(mutant.before);
    shared.merge(words_of(mutant.after));
    shared.merge(words_of(mutant.view));
    static const std::regex own_address(R"( *(?:ip address|mpls lsr-id) (\S+).*)");
    for (const std::string& line : right) {
      std::smatch match;
      if (std::regex_match(line, match, own_address)) shared.insert(match[1]);
    }
    return std::ranges::any_of(finding.evidence, [&](const rules::Evidence& evidence) {
      if (!evidence.where.known()) return false;
      const std::string path = fs::path(network.sources.path(evidence.where.file)).filename().string();
      const std::size_t line = evidence.where.line - 1;
      if (path == mutant.file && (mutant.view.empty() || (line >= view.first && line <= view.last)))
        return true;
      const std::set<std::string> words =
          words_of(std::string(network.sources.line(evidence.where.file, evidence.where.line)));
      return std::ranges::any_of(words, [&](const std::string& word) { return shared.contains(word); });
    });
  }

  std::string name_;
  test::TemporaryFolder folder_;
  std::map<std::string, Lines> files_;
  std::set<std::string> usual_;
};

// The rows of survivors.txt, which says what they are.
class Reasons {
 public:
  Reasons() {
    for (const std::string& line : lines_of(fs::path(HOLDFAST_SOURCE_DIR) / "tests/mutation/survivors.txt")) {
      const std::size_t gap = line.find("  ");
      if (line.empty() || line[0] == '#' || gap == std::string::npos) continue;
      rows_.emplace_back(std::regex(line.substr(0, gap)), line.substr(line.find_first_not_of(' ', gap)));
    }
  }
  std::string of(const Trial& trial) const {
    const Mutant& it = trial.mutant;
    const std::string text = it.change + " | " + trial.sample + "/" + it.file + " | " + it.view + " | " +
                             it.before + " | " + it.after;
    for (const auto& [pattern, reason] : rows_) {
      if (std::regex_search(text, pattern)) return reason;
    }
    return {};
  }

 private:
  std::vector<std::pair<std::regex, std::string>> rows_;
};

std::vector<Trial> try_all(std::size_t every) {
  const Reasons reasons;
  std::vector<Trial> trials;
  std::size_t count = 0;
  for (const fs::path& folder : good_samples()) {
    Sample sample(folder);
    for (const Mutant& mutant : sample.mutants()) {
      if (count++ % every != 0) continue;
      trials.push_back(sample.tried(mutant));
      if (trials.back().fate != Fate::Killed) trials.back().reason = reasons.of(trials.back());
    }
  }
  return trials;
}

std::string told(const Trial& trial) {
  const Mutant& it = trial.mutant;
  return "`" + trial.sample + "/" + it.file + ":" + std::to_string(it.line + 1) + "` " + it.change + ": `" +
         (it.view.empty() ? "" : it.view + " / ") + it.before + "`" +
         (it.after.empty() ? "" : " → `" + it.after + "`") +
         (trial.by.empty() ? "" : " (" + trial.by + ", at other lines)");
}

bool changes_nothing(const Trial& trial) {
  return trial.reason.starts_with("same");
}

struct Score {
  std::size_t killed = 0;
  std::size_t same = 0;
  std::size_t open = 0;

  double percent() const {
    return 100.0 * static_cast<double>(killed) / static_cast<double>(std::max<std::size_t>(killed + open, 1));
  }
};

Score score_of(const std::vector<Trial>& trials) {
  Score score;
  for (const Trial& it : trials) {
    ++(it.fate == Fate::Killed ? score.killed : changes_nothing(it) ? score.same : score.open);
  }
  return score;
}

void write_report(const std::vector<Trial>& trials, const std::string& path) {
  const Score score = score_of(trials);
  std::map<std::string, std::vector<const Trial*>> survivors;
  for (const Trial& it : trials) {
    if (it.fate != Fate::Killed) survivors[it.reason.empty() ? "unexplained" : it.reason].push_back(&it);
  }
  std::ofstream out(path);
  char percent[16];
  std::snprintf(percent, sizeof percent, "%.1f", score.percent());
  out << "# Mutation test\n\n"
      << trials.size() << " mutants: " << score.killed << " found, " << score.open << " not found, "
      << score.same << " that change nothing. Score: " << percent << " %.\n";
  for (const auto& [reason, list] : survivors) {
    out << "\n## " << reason << " (" << list.size() << ")\n\n";
    for (const Trial* it : list) out << "- " << told(*it) << "\n";
  }
}

// Of every tenth mutant, and of all of them. It may only rise.
constexpr double kFloor = 99.0;

TEST(Mutation, FindsWhatIsBrokenOrSaysWhyNot) {
  const char* report = std::getenv("HOLDFAST_MUTATION_REPORT");
  const std::vector<Trial> trials = try_all(report != nullptr ? 1 : 10);
  if (report != nullptr) write_report(trials, report);
  for (const Trial& it : trials) {
    EXPECT_TRUE(it.fate == Fate::Killed || !it.reason.empty()) << told(it);
  }
  EXPECT_GE(score_of(trials).percent(), kFloor);
}

}  // namespace
}  // namespace holdfast::mutation
