#pragma once

// A device's section of a text as a tree of lines that can be changed. Every line keeps its bytes: what
// stands before the command (indentation, a prompt), the command, what stands behind it (blanks, the line
// end). What is not changed is written as it was read.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/command_table.h"
#include "importers/vrp/views.h"

namespace holdfast::vrp {

using LineIndex = std::uint32_t;
inline constexpr LineIndex kTop = 0xffffffff;  // the parent of lines of the system view

struct TreeLine {
  enum class Kind : std::uint8_t { Command, Separator, Other } kind = Kind::Other;
  std::string before;
  std::string text;
  std::string behind;
  View view = View::System;  // in which it stands
  View opens = View::None;
  LineIndex parent = kTop;
  bool prompted = false;
  bool gone = false;

  bool is_command() const { return kind == Kind::Command && !gone; }
  bool is_separator() const { return kind == Kind::Separator && !gone; }
};

class ConfigTree {
 public:
  // The lines first..last of the text, numbered from 1.
  ConfigTree(const CommandTable& table, std::string_view text, std::uint32_t first, std::uint32_t last);

  // The whole text, as it is now.
  std::string text() const;

  const TreeLine& operator[](LineIndex index) const { return lines_[index]; }
  View view_of(LineIndex parent) const { return parent == kTop ? View::System : lines_[parent].opens; }
  // Commands directly in that view, in their order; without `quit` and `return`.
  std::vector<LineIndex> children(LineIndex parent) const;
  // The commands below, each behind the one that opened its view; the line itself is the first.
  std::vector<LineIndex> subtree(LineIndex line) const;

  void set_text(LineIndex line, std::string text) { lines_[line].text = std::move(text); }
  // Takes the line and what stands below it away, and a separator that nothing needs any more.
  void remove(LineIndex line);
  // Adds a command to the view, where the device shows it (placement.h).
  LineIndex add(LineIndex parent, std::string text, View opens);

 private:
  std::size_t position(LineIndex line) const;
  std::size_t behind_subtree(LineIndex line) const;
  std::size_t place_for(LineIndex parent, std::string_view text, View opens) const;
  LineIndex put(std::size_t at, TreeLine line);
  void separate(LineIndex line);
  void drop_needless_separator(std::size_t at);
  const TreeLine* visible_before(std::size_t at) const;
  const TreeLine* visible_behind(std::size_t at) const;
  std::string indentation_in(LineIndex parent) const;

  std::string head_;  // of the text, before the section
  std::string tail_;
  std::vector<TreeLine> lines_;   // never reordered: indices stay
  std::vector<LineIndex> order_;  // in which they stand
  bool separated_ = false;        // blocks stand between `#`
  std::string line_end_ = "\n";
};

}  // namespace holdfast::vrp
