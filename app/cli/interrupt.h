#pragma once

// Ctrl+C: the first one asks the work to stop, the second one ends the program at once.

#include <atomic>

namespace holdfast::cli {

// Installs the handler. The flag becomes true when the user interrupts.
const std::atomic<bool>& interruption();

}  // namespace holdfast::cli
