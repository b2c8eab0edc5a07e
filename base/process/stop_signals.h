#pragma once

#include <atomic>
#include <csignal>

namespace uketsuke::process {

/// While an object of this class exists, the first SIGINT or SIGTERM only asks the program to stop; a second
/// one ends it at once with exit code 4. SIGPIPE and SIGXFSZ are ignored, so that a closed pipe and a full
/// disk are write errors.
///
/// The previous handlers are restored by the destructor. One object per process at a time.
class StopSignals {
 public:
  /// @throws SystemError if no descriptor can be had
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// True from the first signal on.
  const std::atomic<bool>& stopped() const;

  /// A descriptor that becomes readable with the first signal and stays readable, for poll(2).
  int descriptor() const { return descriptor_; }

 private:
  struct Previous {
    int signal;
    struct sigaction action;
  };

  int descriptor_;
  Previous previous_[4];
};

}  // namespace uketsuke::process
