#include "app/session/write_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace holdfast::session {
namespace {

std::string refusal(const std::string& path, const std::string& why) {
  return fmt::format("{} cannot be written: {}", path, why);
}

}  // namespace

std::string write_file(std::string_view text, const std::string& path) {
  const std::string draft = fmt::format("{}.{}.tmp", path, getpid());
  std::FILE* stream = std::fopen(draft.c_str(), "wb");
  if (stream == nullptr) return refusal(path, std::strerror(errno));
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
  const std::string why = std::strerror(errno);
  const bool closed = std::fclose(stream) == 0;
  std::error_code failed;
  if (written && closed) std::filesystem::rename(draft, path, failed);
  if (written && closed && !failed) return {};
  std::error_code ignored;
  std::filesystem::remove(draft, ignored);
  return refusal(path, failed ? failed.message() : why);
}

}  // namespace holdfast::session
