#include "app/session/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <string_view>

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

bool is_configuration_name(const fs::path& path) {
  constexpr auto kExtensions = std::to_array<std::string_view>({".cfg", ".conf", ".txt", ".log"});
  const std::string extension = path.extension().string();
  if (std::ranges::find(kExtensions, extension) != kExtensions.end()) return true;
  // Archives name files by host: core1, core1.example.net. Known extensions of other things are left alone.
  constexpr auto kOthers = std::to_array<std::string_view>(
      {".md",  ".yaml", ".yml", ".json", ".svg", ".png", ".tsv", ".csv", ".html", ".xml", ".sarif",
       ".zip", ".gz",   ".py",  ".sh",   ".new", ".raw", ".git", ".db",  ".pdf",  ".bak", ".diff"});
  return std::ranges::find(kOthers, extension) == kOthers.end();
}

InputProblem error(const std::string& path, std::string message) {
  return {InputProblem::Kind::Error, path, 0, 0, std::move(message)};
}

void search_folder(const fs::path& folder, std::vector<FoundFile>& found,
                   std::vector<InputProblem>& problems) {
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed);
  for (const fs::recursive_directory_iterator end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;
    if (is_hidden(at->path())) {
      if (at->is_directory(ignored)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(ignored) && is_configuration_name(at->path())) {
      found.push_back({at->path().lexically_normal().string(), false});
    }
  }
  if (failed) problems.push_back(error(folder.string(), "cannot search this folder: " + failed.message()));
}

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

// Reads to the end or to one byte past the limit.
bool read_all(std::FILE* file, std::string& text) {
  std::array<char, 1U << 16U> buffer;
  while (text.size() <= kMaxFileBytes) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file);
    text.append(buffer.data(), count);
    if (count < buffer.size()) return std::ferror(file) == 0;
  }
  return true;
}

// Text in whatever encoding has hardly any NUL or control bytes; a capture may hold a few.
bool is_binary(std::string_view text) {
  const std::string_view head = text.substr(0, 8192);
  const auto odd = std::ranges::count_if(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\b' && c != '\x1b' && c != '\f';
  });
  return static_cast<std::size_t>(odd) * 50 > head.size();
}

}  // namespace

std::vector<FoundFile> find_files(const std::vector<std::string>& paths,
                                  std::vector<InputProblem>& problems) {
  std::vector<FoundFile> found;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (path != kStandardInput && fs::is_directory(path, failed)) {
      search_folder(path, found, problems);
    } else if (path == kStandardInput || fs::exists(path, failed)) {
      found.push_back({path, true});
    } else {
      problems.push_back(error(path, "no such file or folder"));
    }
  }
  std::ranges::stable_sort(found, {}, &FoundFile::path);
  const auto same = [](const FoundFile& a, const FoundFile& b) { return a.path == b.path; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

std::optional<std::string> read_text(const FoundFile& file, std::vector<InputProblem>& problems) {
  const auto refuse = [&](std::string message) {
    problems.push_back(error(file.path, std::move(message)));
    return std::nullopt;
  };
  const bool standard_input = file.path == kStandardInput;
  const std::unique_ptr<std::FILE, Closer> stream(standard_input ? stdin
                                                                 : std::fopen(file.path.c_str(), "rb"));
  if (!stream) return refuse(fmt::format("cannot be read: {}", std::strerror(errno)));
  std::error_code unknown_size;
  const std::uintmax_t size = standard_input ? 0 : fs::file_size(file.path, unknown_size);
  std::string text;
  if (!unknown_size && size <= kMaxFileBytes) text.reserve(size);
  if (!unknown_size && size > kMaxFileBytes) {
    return refuse(
        fmt::format("not read: {} MB, and a configuration of more than {} MB is taken for a mistake",
                    size >> 20U, kMaxFileBytes >> 20U));
  }
  if (!read_all(stream.get(), text)) return refuse(fmt::format("cannot be read: {}", std::strerror(errno)));
  if (text.size() > kMaxFileBytes)
    return refuse(fmt::format("not read: more than {} MB", kMaxFileBytes >> 20U));
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse("is empty");
  if (is_binary(text)) return refuse("not read: looks like a binary file, not like a configuration");
  return text;
}

}  // namespace holdfast::session
