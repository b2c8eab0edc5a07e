#pragma once

namespace uketsuke::cli {

/// While it lives, SIGINT and SIGTERM do not end the program but make a descriptor readable. A second one
/// ends it at once.
class StopSignals {
 public:
  /// @throws SystemError
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Becomes readable with the first signal and stays so.
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace uketsuke::cli
