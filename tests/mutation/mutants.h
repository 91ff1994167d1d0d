#pragma once

// A right sample broken in one place: one line that takes part in redundancy is dropped or says something
// else.

#include <cstddef>
#include <string>
#include <vector>

namespace holdfast::mutation {

struct Mutant {
  std::string file;
  std::size_t line = 0;  // from 0
  std::string view;      // the header around the line; empty at the top
  std::string before;    // without indentation
  std::string after;     // empty: the line is dropped
  std::string change;    // "drop control-word"
};

// Every mutant of a configuration, by line.
std::vector<Mutant> mutants_of(const std::string& file, const std::vector<std::string>& lines);

// The lines with the mutant in place. A header that is dropped takes its view along.
std::vector<std::string> mutate(std::vector<std::string> lines, const Mutant& mutant);

// The lines [first, last) of the innermost view around a line, or opened by it, header included.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};
Stretch view_around(const std::vector<std::string>& lines, std::size_t line);

}  // namespace holdfast::mutation
