#pragma once

// One flag for two reasons to stop: the user's wish and a limit of time.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace holdfast::session {

class Stopper {
 public:
  // `cancel` may be null. Without a limit no thread is started and the user's flag is handed on.
  Stopper(const std::atomic<bool>* cancel, std::optional<double> seconds);
  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;
  ~Stopper();

  const std::atomic<bool>* flag() const { return watch_.joinable() ? &stop_ : cancel_; }
  bool cancelled() const { return cancel_ != nullptr && cancel_->load(); }
  bool out_of_time() const { return out_of_time_.load(); }

 private:
  void watch(std::chrono::steady_clock::time_point deadline);

  const std::atomic<bool>* cancel_;
  std::atomic<bool> stop_{false};
  std::atomic<bool> out_of_time_{false};
  std::mutex guard_;
  std::condition_variable ended_;
  bool over_ = false;
  std::thread watch_;
};

}  // namespace holdfast::session
