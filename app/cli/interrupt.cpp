#include "app/cli/interrupt.h"

#include <csignal>
#include <cstdlib>

#include "app/cli/exit_status.h"

namespace holdfast::cli {
namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> interrupted{false};

extern "C" void on_interrupt(int /*signal*/) {
  if (interrupted.exchange(true)) std::_Exit(static_cast<int>(ExitStatus::Interrupted));
}

}  // namespace

const std::atomic<bool>& interruption() {
  std::signal(SIGINT, on_interrupt);
  return interrupted;
}

}  // namespace holdfast::cli
