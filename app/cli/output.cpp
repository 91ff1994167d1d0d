#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

#include "app/session/write_file.h"

namespace holdfast::cli {
namespace {

std::string write_all(std::string_view text) {
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  return written ? std::string() : fmt::format("standard output cannot be written: {}", std::strerror(errno));
}

}  // namespace

bool write_output(std::string_view text, const std::string& file) {
  const std::string problem = file.empty() ? write_all(text) : session::write_file(text, file);
  if (!problem.empty()) fmt::print(stderr, "holdfast: error: {}\n", problem);
  return problem.empty();
}

}  // namespace holdfast::cli
