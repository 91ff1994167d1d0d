#pragma once

// What the program's exit status says; part of the public interface.

namespace holdfast::cli {

enum class ExitStatus : int {
  Clean = 0,
  Findings = 1,      // at or above the threshold
  BadInput = 2,      // the call or the input is wrong, or an internal error: no verdict
  Inconclusive = 3,  // nothing to judge, or a limit stopped the run
  Interrupted = 130,
};

}  // namespace holdfast::cli
