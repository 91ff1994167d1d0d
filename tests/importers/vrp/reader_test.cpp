// The statement tree loses nothing: what its statements, the separators and the remarks cover is the text.

#include "importers/vrp/reader.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "importers/vrp/text/sections.h"
#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What is left out is never visible.
std::string blanked(std::string line) {
  for (char& c : line) {
    if (c == '\t' || c == '\r' || c == '\0' || c == '\b' || c == '\x1b') c = ' ';
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// The text put together again from every line of every section, each at its place.
std::vector<std::string> rebuilt(const std::string& text) {
  std::vector<std::string> result(lines_of(text).size());
  const std::vector<Line> lines = split_lines(text);
  const std::vector<Section> sections = lines.empty() ? std::vector<Section>{} : split_sections(lines);
  std::size_t next = 0;
  for (const Section& section : sections) {
    EXPECT_EQ(section.first, next);
    next = section.last;
    const auto own = std::span(lines).subspan(section.first, section.last - section.first);
    const auto statements =
        read_section(importer().table(), default_profile(), false, FileId{0}, own).statements;
    auto statement = statements.begin();
    for (std::uint32_t i = 0; i < own.size(); ++i) {
      std::string& line = result[own[i].number - 1];
      EXPECT_EQ(line, "") << "a line twice";
      line = std::string(own[i].column - 1U, ' ') + std::string(own[i].text);
      if (own[i].kind != LineKind::Command) continue;
      // Every command is one statement, in the order of the lines, below one that comes before it.
      const bool is_next = statement != statements.end() && statement->line == i;
      EXPECT_TRUE(is_next) << own[i].text;
      if (!is_next) return result;
      EXPECT_TRUE(statement->parent == Statement::kTop || statement->parent < statement - statements.begin());
      ++statement;
    }
    EXPECT_EQ(statement, statements.end());
  }
  EXPECT_EQ(next, lines.size());
  return result;
}

void expect_lossless(const std::string& text) {
  const auto lines = lines_of(text);
  const auto again = rebuilt(text);
  ASSERT_EQ(again.size(), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    EXPECT_EQ(blanked(again[i]), blanked(lines[i])) << "line " << i + 1;
}

TEST(StatementTree, ReproducesEverySample) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() != ".cfg") continue;
    std::ifstream file(entry.path());
    std::ostringstream text;
    text << file.rdbuf();
    SCOPED_TRACE(entry.path());
    expect_lossless(text.str());
    ++files;
  }
  EXPECT_GT(files, 0U);
}

RC_GTEST_PROP(StatementTree, ReproducesAnyLines, ()) {
  const auto line = rc::gen::element<std::string>(
      "#", " #", "sysname A", "return", "quit", " quit", "vsi a static", " pwsignal ldp", "  vsi-id 5",
      "\tmpls", "mpls", " mpls l2vc 10.0.0.1 5", "interface GE0/1/0", "interface Eth-Trunk 1", " e-trunk 1",
      "e-trunk 1", "nonsense", "   nonsense", "", " ", "!remark", "acl 2000", " rule permit", "  deeper",
      "undo mpls \r", "bgp 1", " peer 10.0.0.1 enable");
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(line)) text += part + '\n';
  expect_lossless(text);
}

TEST(StatementTree, KnowsTheBlocksOfALine) {
  const std::string text = "vsi a static\n pwsignal ldp\n  vsi-id 5\n  peer 10.0.0.2 upe\n#\nmpls\n";
  using Path = std::vector<std::string>;
  EXPECT_EQ(importer().view_path(text, 3), (Path{"vsi a static", "pwsignal ldp"}));
  EXPECT_EQ(importer().view_path(text, 2), (Path{"vsi a static"}));
  EXPECT_EQ(importer().view_path(text, 6), Path{});
  EXPECT_EQ(importer().view_path(text, 7), Path{});
}

}  // namespace
}  // namespace holdfast::vrp
