#include "base/process/stop_signals.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

#include "base/error.h"
#include "base/exit_code.h"

namespace uketsuke::process {

namespace {

std::atomic<int> g_descriptor{-1};
std::atomic<bool> g_stopped{false};

void on_signal(int) {
  if (g_stopped.exchange(true)) ::_exit(kInterrupted);
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(g_descriptor, &one, sizeof one);
}

}  // namespace

StopSignals::StopSignals()
    : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      previous_{{SIGINT, {}}, {SIGTERM, {}}, {SIGPIPE, {}}, {SIGXFSZ, {}}} {
  if (descriptor_ < 0) throw SystemError("cannot create a file descriptor for signals");
  g_descriptor = descriptor_;
  g_stopped = false;
  for (Previous& previous : previous_) {
    struct sigaction action {};
    action.sa_handler = previous.signal == SIGINT || previous.signal == SIGTERM ? on_signal : SIG_IGN;
    ::sigaction(previous.signal, &action, &previous.action);
  }
}

StopSignals::~StopSignals() {
  for (const Previous& previous : previous_) ::sigaction(previous.signal, &previous.action, nullptr);
  ::close(descriptor_);
}

const std::atomic<bool>& StopSignals::stopped() const { return g_stopped; }

}  // namespace uketsuke::process
