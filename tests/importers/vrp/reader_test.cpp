// In which view the reader puts each line, whatever the archive did to the indentation; and that lines and
// outline lose nothing: what the commands, the separators and the remarks cover is the text.

#include "importers/vrp/reader.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "importers/vrp/text/sections.h"
#include "tests/importers/vrp/commands/import_text.h"

namespace holdfast::vrp {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

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
    const Reading reading =
        read_section(importer().table(), default_profile(), false, FileId{0}, own).reading;
    std::set<std::uint32_t> commands;
    for (const Line& part : own) {
      std::string& line = result[part.number - 1];
      EXPECT_EQ(line, "") << "a line twice";
      line = std::string(part.column - 1U, ' ') + std::string(part.text);
      if (part.kind != LineKind::Command) continue;
      for (const Span& header : reading.outline.views_around(part.number)) {
        EXPECT_TRUE(commands.contains(header.line)) << "below no command before it: " << part.text;
      }
      commands.insert(part.number);
    }
    EXPECT_EQ(reading.coverage.lines, commands.size());
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

TEST(Reader, ReproducesEverySample) {
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

RC_GTEST_PROP(Reader, ReproducesAnyLines, ()) {
  const auto line = rc::gen::element<std::string>(
      "#", " #", "sysname A", "return", "quit", " quit", "vsi a static", " pwsignal ldp", "  vsi-id 5",
      "\tmpls", "mpls", " mpls l2vc 10.0.0.1 5", "interface GE0/1/0", "interface Eth-Trunk 1", " e-trunk 1",
      "e-trunk 1", "nonsense", "   nonsense", "", " ", "!remark", "acl 2000", " rule permit", "  deeper",
      "undo mpls \r", "bgp 1", " peer 10.0.0.1 enable");
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(line)) text += part + '\n';
  expect_lossless(text);
}

// The numbers of the lines that opened the views around that line.
std::vector<std::uint32_t> headers(const std::string& text, std::uint32_t line) {
  std::vector<std::uint32_t> numbers;
  for (const Span& header :
       importer().import(FileId{0}, text, {}).front().reading.outline.views_around(line)) {
    numbers.push_back(header.line);
  }
  return numbers;
}

TEST(Reader, FollowsTheIndentation) {
  const std::string text =
      "sysname A\n"
      "vsi a static\n"
      " pwsignal ldp\n"
      "  vsi-id 1\n"
      " admin-vsi\n"
      "#\n"
      "mpls lsr-id 1.1.1.1\n";
  EXPECT_THAT(headers(text, 2), IsEmpty());
  EXPECT_THAT(headers(text, 3), ElementsAre(2));
  EXPECT_THAT(headers(text, 4), ElementsAre(2, 3));
  EXPECT_THAT(headers(text, 5), ElementsAre(2));
  EXPECT_THAT(headers(text, 7), IsEmpty());
}

TEST(Reader, FollowsTheMeaningWhereThereIsNoIndentation) {
  const std::string text =
      "sysname A\n"
      "vsi a static\n"
      "pwsignal ldp\n"
      "vsi-id 1\n"
      "interface LoopBack0\n"
      "ip address 1.1.1.1 32\n";
  EXPECT_THAT(headers(text, 4), ElementsAre(2, 3));
  EXPECT_THAT(headers(text, 5), IsEmpty());
  EXPECT_THAT(headers(text, 6), ElementsAre(5));
}

TEST(Reader, ReopensTheViewsThatAStraySeparatorClosed) {
  const std::string text =
      "sysname A\n"
      "vsi a static\n"
      " pwsignal ldp\n"
      "#\n"
      "vsi-id 1\n";
  EXPECT_THAT(headers(text, 5), ElementsAre(2, 3));
}

TEST(Reader, OpensAViewForLinesBelowOneThatItDoesNotKnow) {
  const std::string text =
      "sysname A\n"
      "frobnicate all\n"
      " deeply nested\n"
      "#\n";
  EXPECT_THAT(headers(text, 3), ElementsAre(2));
}

}  // namespace
}  // namespace holdfast::vrp
