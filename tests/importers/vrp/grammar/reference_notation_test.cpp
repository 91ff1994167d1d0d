// Every template of the vendor's command reference, where that is at hand: it can be read, and lines made
// from it match it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/matcher.h"
#include "tests/importers/vrp/grammar/sentence.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

std::vector<std::string> reference_templates() {
  const fs::path folder = fs::path(HOLDFAST_SHARED) / "reference" / "ne40e-commands";
  std::vector<fs::path> chapters;
  if (fs::is_directory(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".jsonl") chapters.push_back(entry.path());
    }
  }
  std::sort(chapters.begin(), chapters.end());
  std::vector<std::string> templates;
  for (const fs::path& chapter : chapters) {
    std::ifstream lines(chapter);
    for (std::string line; std::getline(lines, line);) {
      const auto command = nlohmann::json::parse(line);
      if (!command.at("CLIs").is_array()) continue;
      for (const auto& notation : command.at("CLIs")) templates.push_back(notation.get<std::string>());
    }
  }
  return templates;
}

class ReferenceNotation : public testing::Test {
 protected:
  void SetUp() override {
    templates_ = reference_templates();
    if (templates_.empty()) GTEST_SKIP() << "the vendor's command reference is not beside the repository";
  }

  // A line from the template that does not match it; empty if all do.
  std::string line_without_match(const Template& tree, const Program& program, const KeywordTable& keywords) {
    for (int i = 0; i < 3; ++i) {
      const Sentence sentence(
          tree, [&](std::size_t below) { return random_() % below; }, 3);
      const auto tokens = split(sentence.line(), buffer_);
      const std::uint64_t words = keywords.label(tokens);
      if ((program.required() & ~words) != 0 || !match(program, tokens)) return sentence.line();
    }
    return {};
  }

  std::vector<std::string> templates_;
  std::minstd_rand random_{1};
  TokenBuffer buffer_;
};

TEST_F(ReferenceNotation, EveryTemplateIsReadAndMatchesItsOwnLines) {
  std::vector<std::string> malformed;
  std::vector<std::string> changed_by_printing;
  std::vector<std::string> not_matched;
  KeywordTable keywords;
  for (const std::string& notation : templates_) {
    const auto read = parse_untyped(notation);
    if (const auto* error = std::get_if<ParseError>(&read)) {
      malformed.push_back(notation + " @" + std::to_string(error->position) + ": " + error->message);
      continue;
    }
    const auto& tree = std::get<Template>(read);
    if (parse_untyped(to_string(tree)) != read) changed_by_printing.push_back(notation);
    const std::string line = line_without_match(tree, compile(tree, keywords), keywords);
    if (!line.empty()) not_matched.push_back(notation + "\n    " + line);
  }
  EXPECT_THAT(malformed, IsEmpty());
  EXPECT_THAT(changed_by_printing, IsEmpty());
  EXPECT_THAT(not_matched, IsEmpty());
  EXPECT_GE(templates_.size(), 24'000U);
}

}  // namespace
}  // namespace holdfast::vrp
