#pragma once

// File paths as URIs (RFC 3986).

#include <string>
#include <string_view>

namespace holdfast::report {

struct FileUri {
  std::string uri;        // percent-encoded
  bool relative = false;  // to the working folder
};

// A path inside `working_folder` (absolute, may be empty) becomes relative to it, any other one a `file:` URI
// where its absolute form is known. No file system is asked: links are not followed.
FileUri file_uri(std::string_view path, std::string_view working_folder);

// The same without percent-encoding: a path inside the working folder becomes relative to it.
std::string path_in_folder(std::string_view path, std::string_view working_folder);

}  // namespace holdfast::report
