#include "sim/session/huge_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

namespace uketsuke::sim {

namespace {

constexpr int kMadvCollapse = 25;  // MADV_COLLAPSE; glibc 2.36 does not name it yet

bool wanted() {
  const char* setting = std::getenv("UKETSUKE_HUGE_PAGES");
  return setting == nullptr || std::strcmp(setting, "off") != 0;
}

/// Whole huge pages of this process's memory.
struct Range {
  char* start;
  std::size_t bytes;
  bool program;  ///< text of the program itself, else writable memory of this process alone
};

std::vector<Range> huge_ranges() {
  std::vector<Range> ranges;
  std::ifstream maps("/proc/self/maps");  // proc(5): start-end perms offset device inode name
  const auto here = reinterpret_cast<std::uintptr_t>(&huge_ranges);
  std::uintptr_t start = 0;
  std::uintptr_t end = 0;
  char dash = 0;
  std::string permissions;
  std::string offset;
  std::string device;
  unsigned long inode = 0;
  while (maps >> std::hex >> start >> dash >> end >> permissions >> offset >> device >> std::dec >> inode) {
    maps.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    const bool program = start <= here && here < end;
    if (!program && (permissions != "rw-p" || inode != 0)) continue;
    const std::uintptr_t first = (start + kHugePage - 1) / kHugePage * kHugePage;
    const std::uintptr_t last = end / kHugePage * kHugePage;
    if (first < last) ranges.push_back({reinterpret_cast<char*>(first), last - first, program});
  }
  return ranges;
}

/// Replaces text by a copy in huge pages. The swap is one system call, and both have the same bytes, so that
/// even this function may lie within; there must be no other thread.
void move_into_huge_pages(const Range& text) {
  void* wide =
      ::mmap(nullptr, text.bytes + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (wide == MAP_FAILED) return;
  const std::size_t skip = (kHugePage - reinterpret_cast<std::uintptr_t>(wide) % kHugePage) % kHugePage;
  char* copy = static_cast<char*>(wide) + skip;
  ::madvise(copy, text.bytes, MADV_HUGEPAGE);
  std::memcpy(copy, text.start, text.bytes);
  ::mprotect(copy, text.bytes, PROT_READ | PROT_EXEC);
  ::mremap(copy, text.bytes, text.bytes, MREMAP_MAYMOVE | MREMAP_FIXED, text.start);
  // What alignment left over on both sides was never touched.
  if (skip > 0) ::munmap(wide, skip);
  if (skip < kHugePage) ::munmap(copy + text.bytes, kHugePage - skip);
}

}  // namespace

void back_with_huge_pages(void* start, std::size_t bytes) {
  ::madvise(start, bytes, kMadvCollapse);  // refused: small pages serve as well, only slower
}

void align_heap() {
  if (!wanted()) return;
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  ::sbrk(static_cast<std::intptr_t>((kHugePage - end % kHugePage) % kHugePage));
  ::mallopt(M_TOP_PAD, kHugePage);
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the largest there is: pools of megabytes lie in the heap as well
}

void settle_before_forking() {
  if (!wanted()) return;
  for (const Range& range : huge_ranges()) {
    if (range.program) {
      move_into_huge_pages(range);
    } else {
      back_with_huge_pages(range.start, range.bytes);
    }
  }
}

}  // namespace uketsuke::sim
