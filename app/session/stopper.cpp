#include "app/session/stopper.h"

namespace holdfast::session {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 20ms;  // how often the user's wish is looked at

}  // namespace

Stopper::Stopper(const std::atomic<bool>* cancel, std::optional<double> seconds) : cancel_(cancel) {
  if (!seconds) return;
  const auto now = std::chrono::steady_clock::now();
  const auto limit = std::chrono::duration_cast<std::chrono::steady_clock::duration>(
      std::chrono::duration<double>(*seconds));
  watch_ = std::thread([this, deadline = now + limit] { watch(deadline); });
}

Stopper::~Stopper() {
  if (!watch_.joinable()) return;
  {
    const std::lock_guard lock(guard_);
    over_ = true;
  }
  ended_.notify_all();
  watch_.join();
}

void Stopper::watch(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(guard_);
  while (!over_ && !stop_) {
    if (cancelled()) stop_ = true;
    if (std::chrono::steady_clock::now() >= deadline) {
      out_of_time_ = true;
      stop_ = true;
    }
    ended_.wait_for(lock, kLook);
  }
}

}  // namespace holdfast::session
