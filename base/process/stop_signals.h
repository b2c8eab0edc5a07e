#pragma once

#include <atomic>
#include <csignal>

namespace uketsuke::process {

/// While an object of this class exists, the first SIGINT or SIGTERM only requests a stop; a second one ends
/// the program at once with exit code 4. SIGPIPE and SIGXFSZ are ignored, so that a closed pipe and a full
/// disk are write errors.
///
/// The destructor restores the previous handlers. At most one object per process at a time.
class StopSignals {
 public:
  /// @throws SystemError if no file descriptor is available
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// True once the first signal has arrived.
  const std::atomic<bool>& stopped() const;

  /// A file descriptor that becomes readable with the first signal and stays readable, for poll(2).
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
