#include "base/process/stop_signals.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace uketsuke::process {
namespace stop_signals_test {

bool readable(int descriptor) {
  pollfd waiting{descriptor, POLLIN, 0};
  return ::poll(&waiting, 1, 0) == 1 && (waiting.revents & POLLIN) != 0;
}

/// What the process does on a signal now.
struct sigaction handling(int signal) {
  struct sigaction now {};
  ::sigaction(signal, nullptr, &now);
  return now;
}

int g_foreign = 0;  ///< signals that the handler of the test, not the class, has seen

class ForeignHandler {
 public:
  explicit ForeignHandler(int signal) : signal_(signal) {
    g_foreign = 0;
    struct sigaction action {};
    action.sa_handler = [](int) { ++g_foreign; };
    ::sigaction(signal, &action, &before_);
  }
  ~ForeignHandler() { ::sigaction(signal_, &before_, nullptr); }
  ForeignHandler(const ForeignHandler&) = delete;
  ForeignHandler& operator=(const ForeignHandler&) = delete;

 private:
  int signal_;
  struct sigaction before_ {};
};

TEST(StopSignals, NothingIsStoppedBeforeASignal) {
  const StopSignals signals;
  EXPECT_FALSE(signals.stopped());
  EXPECT_FALSE(readable(signals.descriptor()));
}

TEST(StopSignals, TheFirstSignalOnlySetsTheFlagAndWakesPoll) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const StopSignals signals;
    ::raise(signal);
    EXPECT_TRUE(signals.stopped()) << signal;
    EXPECT_TRUE(readable(signals.descriptor())) << signal;
    EXPECT_TRUE(readable(signals.descriptor())) << "a second poll has to see it too";
  }
}

TEST(StopSignals, ANewObjectBeginsUnstopped) {
  {
    const StopSignals signals;
    ::raise(SIGTERM);
  }
  const StopSignals signals;
  EXPECT_FALSE(signals.stopped());
  EXPECT_FALSE(readable(signals.descriptor()));
}

// Exit code 4 is the program's word for "interrupted".
TEST(StopSignalsDeathTest, TheSecondSignalEndsTheProcessWithCode4) {
  EXPECT_EXIT(
      {
        const StopSignals signals;
        ::raise(SIGINT);
        ::raise(SIGTERM);
      },
      ::testing::ExitedWithCode(4), "");
}

TEST(StopSignals, AClosedPipeIsAnErrorOfWrite) {
  const StopSignals signals;
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  EXPECT_EQ(::write(ends[1], "x", 1), -1);
  EXPECT_EQ(errno, EPIPE);
  ::close(ends[1]);
  EXPECT_FALSE(signals.stopped()) << "a closed pipe is no request to stop";
}

TEST(StopSignals, AFileTooLargeIsAnErrorOfWriteToo) {
  const StopSignals signals;
  EXPECT_EQ(handling(SIGXFSZ).sa_handler, SIG_IGN);
}

TEST(StopSignals, TheDestructorRestoresTheHandlersThatWereThere) {
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGXFSZ}) {
    const ForeignHandler foreign(signal);
    {
      const StopSignals signals;
      ::raise(signal);
      EXPECT_EQ(g_foreign, 0) << signal;
    }
    ::raise(signal);
    EXPECT_EQ(g_foreign, 1) << signal;
  }
}

TEST(StopSignals, TheDescriptorIsNotInheritedByProgramsThatAreStarted) {
  const StopSignals signals;
  EXPECT_NE(::fcntl(signals.descriptor(), F_GETFD) & FD_CLOEXEC, 0);
}

}  // namespace stop_signals_test
}  // namespace uketsuke::process
