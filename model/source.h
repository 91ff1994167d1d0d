#pragma once

// The texts that were read, kept for showing lines. The set owns the texts; ids are indices.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/span.h"

namespace holdfast {

// A text and an index of its lines.
class SourceText {
 public:
  explicit SourceText(std::string text);

  std::string_view view() const { return text_; }
  // Without its line end; empty when the line does not exist. Lines count from 1.
  std::string_view line(std::uint32_t number) const;

 private:
  std::string text_;
  std::vector<std::size_t> starts_;  // of the first line and of every kStride-th after it
};

class SourceSet {
 public:
  // `path` as the user would write it (relative to the working folder).
  FileId add(std::string path, SourceText text);
  FileId add(std::string path, std::string text) { return add(std::move(path), SourceText(std::move(text))); }

  std::size_t size() const { return files_.size(); }
  std::string_view path(FileId file) const;
  std::string_view text(FileId file) const;
  // As SourceText::line.
  std::string_view line(FileId file, std::uint32_t line) const;

 private:
  struct File {
    std::string path;
    SourceText text;
  };
  std::vector<File> files_;
};

}  // namespace holdfast
