#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace holdfast::cli {
namespace {

bool write_all(std::string_view text, std::FILE* file) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

bool fail(const std::string& file, const std::string& why) {
  fmt::print(stderr, "holdfast: error: {} cannot be written: {}\n", file, why);
  return false;
}

}  // namespace

bool write_output(std::string_view text, const std::string& file) {
  if (file.empty()) return write_all(text, stdout) || fail("standard output", std::strerror(errno));
  const std::string draft = fmt::format("{}.{}.tmp", file, getpid());
  std::FILE* stream = std::fopen(draft.c_str(), "wb");
  if (stream == nullptr) return fail(file, std::strerror(errno));
  const bool written = write_all(text, stream);
  const std::string why = std::strerror(errno);
  const bool closed = std::fclose(stream) == 0;
  std::error_code failed;
  if (written && closed) std::filesystem::rename(draft, file, failed);
  if (written && closed && !failed) return true;
  std::error_code ignored;
  std::filesystem::remove(draft, ignored);
  return fail(file, failed ? failed.message() : why);
}

}  // namespace holdfast::cli
