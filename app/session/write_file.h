#pragma once

// Files are written whole or not at all: into a draft beside them that then takes their place.

#include <string>
#include <string_view>

namespace holdfast::session {

// Why it is not written: "/x/y cannot be written: …"; empty: it is.
std::string write_file(std::string_view text, const std::string& path);

}  // namespace holdfast::session
