#include "base/process/huge_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "base/process/forking_heap.h"

namespace uketsuke::process {

namespace {

constexpr int kMadvCollapse = 25;  // MADV_COLLAPSE; glibc 2.36 does not define it

#if defined(__SANITIZE_ADDRESS__)
// In a sanitizer build, unreadable guards lie between the program's constants, so these cannot be copied.
bool wanted() { return false; }
#else
bool wanted() {
  const char* setting = std::getenv("UKETSUKE_HUGE_PAGES");  // NOLINT(concurrency-mt-unsafe): nothing sets it
  return setting == nullptr || std::strcmp(setting, "off") != 0;
}
#endif

/// A line of /proc/self/maps (proc(5): start-end perms offset device inode name).
struct Mapping {
  std::uintptr_t start = 0;
  std::uintptr_t end = 0;
  std::string permissions;
  std::string device;
  unsigned long inode = 0;

  bool holds(std::uintptr_t address) const { return start <= address && address < end; }
  bool same_file(const Mapping& other) const {
    return inode != 0 && inode == other.inode && device == other.device;
  }
};

std::vector<Mapping> mappings() {
  std::vector<Mapping> all;
  std::ifstream maps("/proc/self/maps");
  Mapping one;
  char dash = 0;
  std::string offset;
  while (maps >> std::hex >> one.start >> dash >> one.end >> one.permissions >> offset >> one.device >>
         std::dec >> one.inode) {
    maps.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    all.push_back(one);
  }
  return all;
}

char* pointer_to(std::uintptr_t address) {
  return reinterpret_cast<char*>(address);  // NOLINT(performance-no-int-to-ptr): from /proc/self/maps
}
std::uintptr_t round_up(std::uintptr_t address) { return (address + kHugePage - 1) / kHugePage * kHugePage; }

int protection_of(const Mapping& mapping) {
  return PROT_READ | (mapping.permissions[2] == 'x' ? PROT_EXEC : 0);
}

/// Replaces text or constants of the program by a copy in huge pages, including the last, partly filled one:
/// the linker leaves room after it. The swap is one system call, and both copies have the same bytes, so that
/// even this function may lie within; there must be no other thread.
void move_into_huge_pages(const Mapping& from) {
  const std::size_t bytes = from.end - from.start;
  const std::size_t whole = round_up(from.end) - from.start;
  void* wide = ::mmap(nullptr, whole + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (wide == MAP_FAILED) return;
  const std::size_t skip =
      round_up(reinterpret_cast<std::uintptr_t>(wide)) - reinterpret_cast<std::uintptr_t>(wide);
  char* copy = static_cast<char*>(wide) + skip;
  ::madvise(copy, whole, MADV_HUGEPAGE);
  std::memcpy(copy, pointer_to(from.start), bytes);
  ::mprotect(copy, whole, protection_of(from));
  ::mremap(copy, whole, whole, MREMAP_MAYMOVE | MREMAP_FIXED, pointer_to(from.start));
  // The parts that alignment left over on both sides were never touched.
  if (skip > 0) ::munmap(wide, skip);
  if (skip < kHugePage) ::munmap(copy + whole, kHugePage - skip);
}

/// Whether a mapping of the program itself begins at a huge page boundary and shares its last huge page with
/// no other mapping.
bool fits_huge_pages(const Mapping& mapping, const Mapping* next) {
  return mapping.start % kHugePage == 0 && (next == nullptr || next->start >= round_up(mapping.end));
}

}  // namespace

void back_with_huge_pages(void* start, std::size_t bytes) {
  ::madvise(start, bytes, kMadvCollapse);  // if refused, small pages still work, only slower
}

// NOLINTBEGIN(concurrency-mt-unsafe): called before the program starts a thread.

void align_heap() {
  if (!wanted()) return;
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  ::sbrk(static_cast<std::intptr_t>((kHugePage - end % kHugePage) % kHugePage));
  ::mallopt(M_TOP_PAD, kHugePage);
  // The largest allowed value: blocks of megabytes go into the heap too.
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

void settle_before_forking() {
  if (!wanted()) return;
  ParentHeap::settle();
  // Without fast bins: the first large block of a child would coalesce them all over the heap, which writes
  // to the parent's pages.
  ::mallopt(M_MXFAST, 0);
  ::malloc_trim(0);
  const std::vector<Mapping> all = mappings();
  const auto here = reinterpret_cast<std::uintptr_t>(&mappings);
  const auto program =
      std::find_if(all.begin(), all.end(), [&](const Mapping& one) { return one.holds(here); });
  for (const Mapping& one : all) {
    const Mapping* next = &one == &all.back() ? nullptr : &one + 1;
    const bool constant = one.permissions == "r-xp" || one.permissions == "r--p";
    if (constant && program != all.end() && one.same_file(*program)) {
      if (fits_huge_pages(one, next)) move_into_huge_pages(one);
    } else if (one.permissions == "rw-p" && one.inode == 0 && !ParentHeap::owns(one.end - 1)) {
      const std::uintptr_t first = round_up(one.start);
      const std::uintptr_t last = one.end / kHugePage * kHugePage;
      if (first < last) back_with_huge_pages(pointer_to(first), last - first);
    }
  }
}

// NOLINTEND(concurrency-mt-unsafe)

}  // namespace uketsuke::process
