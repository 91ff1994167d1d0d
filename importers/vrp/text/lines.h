#pragma once

// A configuration text as lines that carry meaning, each with its place in the original text.
// Takes what archives and terminal captures do to a text: CRLF, a byte-order mark, tabs, trailing blanks,
// `---- More ----` with the cursor movements behind it, NUL bytes, prompts before commands.

#include <cstdint>
#include <string_view>
#include <vector>

namespace holdfast::vrp {

enum class LineKind : std::uint8_t {
  Command,    // to be matched
  Separator,  // `#`, alone or with a remark behind it
  Remark,  // no part of the configuration: `!…`, a bare prompt, `#` or a `display` command typed at a prompt,
           // what such a command shows unless it is a configuration, a message of the device (`Info: …`)
};

struct Line {
  std::string_view text;     // from the first to the last visible byte
  std::uint32_t number = 0;  // counts from 1
  std::uint16_t column = 1;  // of `text` in the original line, in bytes from 1; saturates
  std::uint16_t indent = 0;  // blanks before it; a tab goes to the next multiple of 8
  LineKind kind = LineKind::Command;
  std::string_view prompt;  // `PE1` or `~PE1-vsi-a`, where the line was typed at one; else empty

  // Its indentation says nothing then.
  bool prompted() const { return !prompt.empty(); }
};

// Blank lines are left out. The views point into `text`.
std::vector<Line> split_lines(std::string_view text);

}  // namespace holdfast::vrp
