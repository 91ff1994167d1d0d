#pragma once

// Any text inside GitHub's and GitLab's Markdown.

#include <string>
#include <string_view>

namespace holdfast::report {

// As it stands: no emphasis, no markup, no mention of people, no reference to issues. On one line.
std::string markdown_text(std::string_view text);

// In a code span; as long a fence as the text needs. On one line.
std::string markdown_code(std::string_view text);

// A block of code between fences that no line of it can end.
std::string markdown_block(std::string_view lines);

}  // namespace holdfast::report
