#include "app/cli/terminal.h"

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace holdfast::cli {
namespace {

constexpr std::size_t kDefaultWidth = 100;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

bool wants_color(When when, int descriptor) {
  if (when != When::Auto) return when == When::Always;
  return is_terminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (is_terminal(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const std::size_t columns = std::strtoul(std::string(environment("COLUMNS")).c_str(), nullptr, 10);
  return columns > 0 && columns < 1000 ? columns : kDefaultWidth;
}

std::string working_folder() {
  std::error_code failed;
  const auto path = std::filesystem::current_path(failed);
  return failed ? std::string() : path.string();
}

}  // namespace holdfast::cli
