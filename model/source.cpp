#include "model/source.h"

#include <utility>

namespace holdfast {

FileId SourceSet::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceSet::path(FileId file) const {
  return files_.at(static_cast<std::size_t>(file)).path;
}

std::string_view SourceSet::text(FileId file) const {
  return files_.at(static_cast<std::size_t>(file)).text;
}

std::string_view SourceSet::line(FileId file, std::uint32_t line) const {
  std::string_view rest = text(file);
  for (std::uint32_t at = 1; at < line; ++at) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  std::string_view result = rest.substr(0, rest.find('\n'));
  if (result.ends_with('\r')) result.remove_suffix(1);
  return result;
}

}  // namespace holdfast
