#include "app/cli/progress.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

namespace holdfast::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kQuiet = 300ms;  // short runs show no bar at all
constexpr auto kInterval = 100ms;
constexpr std::size_t kCells = 30;

}  // namespace

ProgressBar::ProgressBar(const SnapshotOptions& options)
    : enabled_(!options.quiet && options.progress != When::Never && is_terminal(STDERR_FILENO)) {}

std::function<void(const char*, std::size_t, std::size_t)> ProgressBar::reporter() {
  return [this](const char* stage, std::size_t done, std::size_t total) { update(stage, done, total); };
}

void ProgressBar::update(const char* stage, std::size_t done, std::size_t total) {
  if (!enabled_ || total == 0) return;
  const std::lock_guard lock(guard_);
  const auto now = std::chrono::steady_clock::now();
  if (now - started_ < kQuiet || now - last_ < kInterval) return;
  last_ = now;
  drawn_ = true;
  const std::size_t filled = std::min(done, total) * kCells / total;
  const std::string bar = std::string(filled, '=') + std::string(kCells - filled, ' ');
  fmt::print(stderr, "\r\x1b[K{:<9} [{}] {}/{}", stage, bar, done, total);
  std::fflush(stderr);
}

void ProgressBar::wipe() {
  const std::lock_guard lock(guard_);
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace holdfast::cli
