#include "reader_model/face_match/plugin/current_call.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

namespace uketsuke::reader {
namespace current_call_test {

TEST(CurrentCall, NamesFunctionAndLibraryWhileItStands) {
  {
    const CurrentCall call("./libmine.so", "analyse");
    EXPECT_EQ(CurrentCall::text(), "analyse of face plug-in ./libmine.so");
  }
  EXPECT_EQ(CurrentCall::text(), "");
}

TEST(CurrentCall, ALongPathIsCutAtTheEndOfTheMemory) {
  char memory[24];
  std::memset(memory, 'x', sizeof(memory));
  CurrentCall::keep_in(memory, sizeof(memory) - 1);
  const CurrentCall call("/a/path/that/is/long", "enrol");
  EXPECT_STREQ(memory, "enrol of face plug-in ");
  EXPECT_EQ(memory[23], 'x');
  CurrentCall::keep_in(nullptr, 0);
}

TEST(CurrentCall, AParentReadsWhatItsKilledChildWasDoing) {
  constexpr std::size_t kRoom = 128;
  auto* memory =
      static_cast<char*>(mmap(nullptr, kRoom, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  ASSERT_NE(memory, MAP_FAILED);
  const pid_t child = fork();
  if (child == 0) {
    CurrentCall::keep_in(memory, kRoom);
    const CurrentCall call("./libmine.so", "analyse");
    raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_STREQ(memory, "analyse of face plug-in ./libmine.so");
  munmap(memory, kRoom);
}

}  // namespace current_call_test
}  // namespace uketsuke::reader
