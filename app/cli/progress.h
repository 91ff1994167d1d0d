#pragma once

// A progress bar on stderr, drawn from worker threads at most ten times a second and wiped when done.

#include <chrono>
#include <cstddef>
#include <mutex>

namespace holdfast::cli {

class ProgressBar {
 public:
  explicit ProgressBar(bool enabled) : enabled_(enabled) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { wipe(); }

  void update(const char* stage, std::size_t done, std::size_t total);
  void wipe();

 private:
  bool enabled_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
  std::mutex guard_;
};

}  // namespace holdfast::cli
