// SUPPORT.md is written from the command table and has to say what the table says. HOLDFAST_ACCEPT=1 in the
// environment writes it anew; look at the difference before you commit it.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "importers/vrp/grammar/template.h"
#include "importers/vrp/profile.h"
#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;

constexpr std::array kStates{kModelled, kPartial, kIrrelevant, kNotYet};

const char* name_of(LineState state) {
  switch (state) {
    case LineState::Modelled:
      return "modelled";
    case LineState::Partial:
      return "partial";
    case LineState::Irrelevant:
      return "irrelevant";
    case LineState::Unrecognised:
      return "not yet";
  }
  return "";
}

std::size_t count(LineState state) {
  return static_cast<std::size_t>(
      std::ranges::count(importer().table().rows(), state, [](const Row& row) { return row.command.state; }));
}

std::string commands_of(View view) {
  std::string text;
  for (const LineState state : kStates) {
    std::string block;
    std::size_t rows = 0;
    for (const Row& row : importer().table().rows()) {
      if (row.command.view != view || row.command.state != state) continue;
      block += to_string(std::get<Template>(parse(row.command.notation))) + '\n';
      ++rows;
    }
    if (rows > 0) text += fmt::format("\n{} ({}):\n\n```\n{}```\n", name_of(state), rows, block);
  }
  return text;
}

std::string limits() {
  std::string text = "| value |";
  for (const Profile& profile : profiles())
    text += fmt::format(" {} (`{}`) |", profile.release, profile.name);
  text += "\n| --- |";
  for (std::size_t i = 0; i < profiles().size(); ++i) text += " --- |";
  for (const Limit& limit : default_profile().limits) {
    text += fmt::format("\n| {} |", limit.what);
    for (const Profile& profile : profiles()) {
      const Limit* here = profile.find(limit.name);
      text += here != nullptr ? fmt::format(" {}–{} |", here->low, here->high) : " |";
    }
  }
  return text + '\n';
}

std::set<std::string> vocabulary() {
  std::set<std::string> entries;
  for (const std::string_view list : vocabulary_lists()) {
    std::istringstream lines{std::string(list)};
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) entries.insert(line);
    }
  }
  return entries;
}

std::string page() {
  std::string text = R"(# What is understood

Written from the command table by the test `SupportPage`; do not edit it. `HOLDFAST_ACCEPT=1 scripts/test --quick -R
SupportPage` writes it anew.

## Huawei VRP

Each line of a configuration is matched with the commands of the view it stands in.

| state | commands | meaning |
| --- | --- | --- |
)";
  text += fmt::format("| modelled | {} | the model holds what the line says |\n", count(kModelled));
  text += fmt::format("| partial | {} | the model holds a part of it |\n", count(kPartial));
  text += fmt::format("| irrelevant | {} | no redundancy depends on it |\n", count(kIrrelevant));
  text += fmt::format("| not yet | {} | known, and counted as not understood |\n", count(kNotYet));
  const auto words = vocabulary();
  text += fmt::format(R"(
A line that matches none of them and starts with one of {} further words and phrases (at the end of this page) is
irrelevant. Every other line is *unrecognised*: it is reported, and verdicts that could depend on it become unknown.

The notation is the vendor's, with the type or the range of a parameter behind its name: `[ a | b ]` one or none,
`{{ a | b }}` one, `*` several in any order, `&<1-8>` so many times; `ref(x)` is the name of an x, `def(x)` brings it
into being, `limit(x)` has the range of the release profile.

### Release profiles

)",
                      words.size());
  text += limits();
  for (std::size_t i = 0; i < static_cast<std::size_t>(View::Count); ++i) {
    const auto view = static_cast<View>(i);
    const std::string commands = commands_of(view);
    if (!commands.empty()) text += fmt::format("\n### View: {}\n{}", to_string(view), commands);
  }
  text += "\n### Words that start an irrelevant line\n\n```\n";
  for (const std::string& entry : words) text += entry + '\n';
  return text + "```\n";
}

TEST(SupportPage, SaysWhatTheTableSays) {
  const fs::path path = fs::path(HOLDFAST_SOURCE_DIR) / "SUPPORT.md";
  const std::string expected = page();
  if (std::getenv("HOLDFAST_ACCEPT") != nullptr) std::ofstream(path) << expected;
  std::ifstream file(path);
  const std::string said{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(said == expected)
      << "SUPPORT.md is stale: HOLDFAST_ACCEPT=1 scripts/test --quick -R SupportPage";
}

}  // namespace
}  // namespace holdfast::vrp
