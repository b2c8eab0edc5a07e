#include "base/process/huge_pages.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace uketsuke::process {
namespace huge_pages_test {

/// Runs `work` in a child, whose memory it may rearrange; the child's exit code.
template <class Work>
int in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

/// /proc/self/maps without the heap and anonymous memory: where files are mapped.
std::string mapped_files() {
  std::ifstream maps("/proc/self/maps");
  std::string files;
  for (std::string line; std::getline(maps, line);)
    if (line.find('/') != std::string::npos) files += line + "\n";
  return files;
}

// The Linux kernel's Documentation/admin-guide/mm/transhuge.rst: a PMD of x86-64 and of arm64 with 4 KiB
// pages maps 2 MiB.
TEST(HugePages, AHugePageIsTwoMebibytes) { EXPECT_EQ(kHugePage, 2097152U); }

TEST(HugePages, BackingMemoryKeepsEveryByte) {
  constexpr std::size_t kBytes = 2 * kHugePage;
  void* raw = ::mmap(nullptr, kBytes + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(raw, MAP_FAILED);
  const auto address = reinterpret_cast<std::uintptr_t>(raw);
  auto* words = reinterpret_cast<std::uint32_t*>((address + kHugePage - 1) / kHugePage * kHugePage);
  std::iota(words, words + kBytes / 4, 7U);
  back_with_huge_pages(words, kBytes);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < kBytes / 4; ++i) wrong += words[i] != i + 7U ? 1 : 0;
  EXPECT_EQ(wrong, 0U);
  ::munmap(raw, kBytes + kHugePage);
}

TEST(HugePages, SettlingKeepsProgramConstantsAndHeap) {
  EXPECT_EQ(in_child([] {
              ::unsetenv("UKETSUKE_HUGE_PAGES");
              align_heap();
              std::vector<std::uint64_t> heap(1U << 20U);
              std::iota(heap.begin(), heap.end(), std::uint64_t{1});
              settle_before_forking();
              // 1 + 2 + … + n = n (n + 1) / 2
              const std::uint64_t n = heap.size();
              const std::uint64_t sum = std::accumulate(heap.begin(), heap.end(), std::uint64_t{0});
              const bool constants = std::string("a constant of the program").size() == 25;
              return sum == n * (n + 1) / 2 && constants ? 0 : 1;
            }),
            0);
}

TEST(HugePages, AfterSettlingAChildCanStillFork) {
  EXPECT_EQ(in_child([] {
              ::unsetenv("UKETSUKE_HUGE_PAGES");
              align_heap();
              settle_before_forking();
              return in_child(
                  [] { return std::make_unique<std::string>(100'000, 'x')->size() == 100'000 ? 5 : 6; });
            }),
            5);
}

TEST(HugePages, TheVariableOffLeavesTheProgramWhereItsFileIs) {
  EXPECT_EQ(in_child([] {
              ::setenv("UKETSUKE_HUGE_PAGES", "off", 1);
              const std::string before = mapped_files();
              void* const end = ::sbrk(0);
              align_heap();
              if (::sbrk(0) != end) return 1;
              settle_before_forking();
              return mapped_files() == before ? 0 : 2;
            }),
            0);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(HugePages, AnAlignedHeapEndsAtAHugePage) {
  EXPECT_EQ(in_child([] {
              ::unsetenv("UKETSUKE_HUGE_PAGES");
              align_heap();
              return reinterpret_cast<std::uintptr_t>(::sbrk(0)) % kHugePage == 0 ? 0 : 1;
            }),
            0);
}
#endif

}  // namespace huge_pages_test
}  // namespace uketsuke::process
