#include <cstdio>
#include <exception>

#include "app/cli/run.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(holdfast::cli::run(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "holdfast: internal error: %s\n", error.what());
  }
  return static_cast<int>(holdfast::cli::ExitStatus::BadInput);
}
