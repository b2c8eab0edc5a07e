#pragma once

namespace uketsuke {

/// Exit codes of the program.
enum ExitCode {
  kPass = 0,         ///< all required pass
  kFail = 1,         ///< a device or a scenario fails
  kBadInput = 2,     ///< bad usage or input
  kHarness = 3,      ///< harness or device unreachable
  kInterrupted = 4,  ///< interrupted, partial results kept
};

}  // namespace uketsuke
