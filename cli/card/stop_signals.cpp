#include "cli/card/stop_signals.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdint>

#include "base/error.h"
#include "cli/exit_code.h"

namespace uketsuke::cli {

namespace {

std::atomic<int> g_descriptor{-1};
std::atomic<bool> g_stopping{false};

void on_signal(int) {
  if (g_stopping.exchange(true)) ::_exit(kInterrupted);
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(g_descriptor, &one, sizeof one);
}

}  // namespace

StopSignals::StopSignals() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw SystemError("cannot get a descriptor for signals");
  g_descriptor = descriptor_;
  g_stopping = false;
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  // A pipe that nobody reads is a write error, not the end of the program.
  ::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals() {
  ::signal(SIGINT, SIG_DFL);
  ::signal(SIGTERM, SIG_DFL);
  ::close(descriptor_);
}

}  // namespace uketsuke::cli
