#pragma once

// Which rules speak of the lines that a story blames.

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "solver/rules/finding.h"

namespace holdfast::session {

// Findings about configuration lines, by these lines; mere advice left out.
class FindingsAtLines {
 public:
  void add(const rules::Finding& finding);

  // Codes of the rules whose findings share a line with the blame.
  std::vector<std::string> codes(const rules::Story& story) const;
  // The repair of a finding that stands at one of these lines, the first that has one; null: there is none.
  const rules::Fix* fix(const rules::Story& story) const;

 private:
  struct AtLine {
    std::set<std::string> codes;
    const rules::Finding* standing = nullptr;  // has its first line here, and a repair
  };
  std::map<std::pair<FileId, std::uint32_t>, AtLine> lines_;
};

// Names with each finding about failures those of the others whose lines are to blame, and takes over how to
// mend them.
void name_rules(std::span<rules::Finding> about_failures, std::span<const rules::Finding> about_lines);

}  // namespace holdfast::session
