#include "model/source.h"

#include <utility>

namespace holdfast {
namespace {

// Lines between two starts that are kept: an eighth of a byte for each line, and few lines to pass over.
constexpr std::size_t kStride = 64;

}  // namespace

SourceText::SourceText(std::string text) : text_(std::move(text)), starts_{0} {
  std::size_t lines = 0;
  for (std::size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1)) {
    if (++lines % kStride == 0) starts_.push_back(end + 1);
  }
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || (number - 1) / kStride >= starts_.size()) return {};
  std::string_view rest = std::string_view(text_).substr(starts_[(number - 1) / kStride]);
  for (std::size_t skip = (number - 1) % kStride; skip > 0; --skip) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  std::string_view result = rest.substr(0, rest.find('\n'));
  if (result.ends_with('\r')) result.remove_suffix(1);
  return result;
}

FileId SourceSet::add(std::string path, SourceText text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceSet::path(FileId file) const {
  return files_.at(static_cast<std::size_t>(file)).path;
}

std::string_view SourceSet::text(FileId file) const {
  return files_.at(static_cast<std::size_t>(file)).text.view();
}

std::string_view SourceSet::line(FileId file, std::uint32_t line) const {
  return files_.at(static_cast<std::size_t>(file)).text.line(line);
}

}  // namespace holdfast
