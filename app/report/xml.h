#pragma once

// Any bytes as XML 1.0 character data.

#include <string>
#include <string_view>

namespace holdfast::report {

// Escaped for content and for attributes in double quotes. Line ends stay in content; whatever XML 1.0 does
// not allow, and what `printable` would not show, is spelled `\xHH`.
std::string xml_text(std::string_view text);
std::string xml_attribute(std::string_view text);

}  // namespace holdfast::report
