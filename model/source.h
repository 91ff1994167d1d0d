#pragma once

// The texts that were read, kept for showing lines. The set owns the texts; ids are indices.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace holdfast {

class SourceSet {
 public:
  // `path` as the user would write it (relative to the working folder).
  FileId add(std::string path, std::string text);

  std::size_t size() const { return files_.size(); }
  std::string_view path(FileId file) const;
  std::string_view text(FileId file) const;
  // Without its line end; empty when the line does not exist. Lines count from 1.
  std::string_view line(FileId file, std::uint32_t line) const;

 private:
  struct File {
    std::string path;
    std::string text;
  };
  std::vector<File> files_;
};

}  // namespace holdfast
