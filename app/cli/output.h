#pragma once

// Where results go.

#include <string>
#include <string_view>

namespace holdfast::cli {

// To stdout when `file` is empty. A file appears whole or not at all: it is written beside its place and then
// renamed. False when it could not be written; the reason is on stderr.
bool write_output(std::string_view text, const std::string& file);

}  // namespace holdfast::cli
