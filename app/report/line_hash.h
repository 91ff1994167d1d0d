#pragma once

// Fingerprints of lines as GitHub's code scanning computes them for alerts (`primaryLocationLineHash`), so
// that uploaded results and GitHub's own values are the same.
//
// The hash of a line is taken over 100 UTF-16 code units from the line's first on, over line ends, without
// blanks and tabs. Line ends count as LF; the text's end counts as the unit 0xFFFF, then as zeros. It is the
// polynomial with base 37 modulo 2^64, in hexadecimal, followed by `:n` for the n-th line of this value in
// the file. Source: github/codeql-action, src/fingerprints.ts (behaviour; its tests are the vectors of ours).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast::report {

struct LineHash {
  std::string value;
  std::size_t begin = 0;  // the bytes that the value depends on
  std::size_t end = 0;
};

// One for each line; text after the last line end is a line, be it empty.
std::vector<LineHash> line_hashes(std::string_view text);

}  // namespace holdfast::report
