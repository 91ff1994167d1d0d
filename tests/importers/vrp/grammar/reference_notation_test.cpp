// Every template of the vendor's command reference can be read, where that reference is at hand.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "importers/vrp/grammar/program.h"
#include "importers/vrp/grammar/template.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;

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

TEST(ReferenceNotation, EveryTemplateIsReadPrintedAndCompiled) {
  const std::vector<std::string> templates = reference_templates();
  if (templates.empty()) GTEST_SKIP() << "the vendor's command reference is not beside the repository";
  std::vector<std::string> malformed;
  std::vector<std::string> changed_by_printing;
  std::size_t compiled = 0;
  KeywordTable keywords;
  for (const std::string& notation : templates) {
    const auto read = parse_untyped(notation);
    if (const auto* error = std::get_if<ParseError>(&read)) {
      malformed.push_back(notation + " @" + std::to_string(error->position) + ": " + error->message);
      continue;
    }
    const auto& tree = std::get<Template>(read);
    if (parse_untyped(to_string(tree)) != read) changed_by_printing.push_back(notation);
    if (!compile(tree, keywords).code().empty()) ++compiled;
  }
  EXPECT_THAT(malformed, testing::IsEmpty());
  EXPECT_THAT(changed_by_printing, testing::IsEmpty());
  EXPECT_EQ(compiled, templates.size());
  EXPECT_GE(templates.size(), 24'000U);
}

}  // namespace
}  // namespace holdfast::vrp
