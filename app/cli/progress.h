#pragma once

// A progress bar on stderr, drawn from worker threads at most ten times a second and wiped when done.

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>

#include "app/cli/subcommand.h"

namespace holdfast::cli {

class ProgressBar {
 public:
  // Drawn on a terminal only, unless the options say that nothing is.
  explicit ProgressBar(const SnapshotOptions& options);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { wipe(); }

  // What a use case reports its progress to; for as long as the bar lives.
  std::function<void(const char* stage, std::size_t done, std::size_t total)> reporter();
  void wipe();

 private:
  void update(const char* stage, std::size_t done, std::size_t total);

  bool enabled_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
  std::mutex guard_;
};

}  // namespace holdfast::cli
