#include "base/process/forking_heap.h"

#if !defined(__SANITIZE_ADDRESS__)

#include <openssl/crypto.h>
#include <sys/mman.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/process/huge_pages.h"

namespace uketsuke::process {

namespace {

constexpr std::size_t kUnit = 16;                     // size and alignment of a block are multiples of it
constexpr std::size_t kLargestReused = 32768;         // a larger block is not reused after it is freed
constexpr std::size_t kLargestBlock = kHugePage / 4;  // a larger block comes from the ordinary heap
constexpr std::size_t kSizes = kLargestReused / kUnit + 1;
constexpr std::size_t kSteadyBytes = std::size_t{4} << 30;
constexpr std::size_t kCountedBytes = std::size_t{1} << 30;

/// Precedes every block.
struct alignas(kUnit) Header {
  std::size_t units;
};

struct FreeBlock {
  FreeBlock* next;
};

/// Allocates blocks from one stretch of memory; freed blocks are reused for the same size.
struct alignas(kUnit) Arena {
  char* next;
  char* end;
  std::array<FreeBlock*, kSizes> free;  // indexed by size in units
};

/// Address range reserved for an arena.
struct Region {
  char* start = nullptr;
  std::size_t bytes = 0;

  bool holds(const void* block) const {
    return static_cast<std::uintptr_t>(static_cast<const char*>(block) - start) < bytes;
  }
};

// One of each per program. The children's arena is at the start of their memory, so that a child writes to
// none of its parent's pages.
Region child_memory;
Region steady_memory;
Region counted_memory;
Arena steady_arena;
Arena counted_arena;
thread_local Arena* arena = nullptr;  // source of `operator new` in this thread; null: ordinary heap
// Source of OpenSSL's allocator in this thread; null: ordinary heap.
thread_local Arena* crypto_arena = nullptr;
bool heap_aligned = false;

const Header* header_of(const void* block) { return static_cast<const Header*>(block) - 1; }

bool in_any_region(const void* block) {
  return child_memory.holds(block) || steady_memory.holds(block) || counted_memory.holds(block);
}

/// @return null if the memory is used up
void* take(Arena& from, std::size_t bytes) {
  const std::size_t units = (bytes + kUnit - 1) / kUnit;
  if (units < kSizes) {
    if (FreeBlock* block = from.free[units]) {
      from.free[units] = block->next;
      return block;
    }
  }
  const std::size_t needed = sizeof(Header) + units * kUnit;
  if (needed > static_cast<std::size_t>(from.end - from.next)) return nullptr;
  auto* header = new (from.next) Header{units};
  from.next += needed;
  return header + 1;
}

/// @param largest  blocks of at least this number of bytes come from the ordinary heap
void* allocate(Arena* from, std::size_t bytes, std::size_t largest) {
  if (!heap_aligned) {
    heap_aligned = true;
    align_heap();
  }
  if (bytes == 0) bytes = 1;
  if (from != nullptr && bytes <= largest) {
    if (void* block = take(*from, bytes)) return block;
  }
  return std::malloc(bytes);
}

/// Only a child puts large blocks into its arena: it is short-lived.
std::size_t largest_of(const Arena* from) {
  return child_memory.holds(from) ? kLargestBlock : kLargestReused - kUnit;
}

void* allocate(std::size_t bytes) { return allocate(arena, bytes, largest_of(arena)); }

/// The arena that a block belongs to, if this thread may write to it; else null. A child does not touch its
/// parent's arena, and a thread does not touch another thread's.
Arena* owner_of(const void* block) {
  if (child_memory.holds(block)) return child_memory.holds(arena) ? arena : nullptr;
  if (steady_memory.holds(block)) return arena == &steady_arena ? arena : nullptr;
  return crypto_arena == &counted_arena ? crypto_arena : nullptr;
}

void release(void* block) {
  if (block == nullptr) return;
  if (!in_any_region(block)) return std::free(block);
  Arena* owner = owner_of(block);
  const std::size_t units = header_of(block)->units;
  if (owner == nullptr || units >= kSizes) return;
  FreeBlock*& first = owner->free[units];
  first = new (block) FreeBlock{first};
}

void* crypto_allocate(std::size_t bytes, const char*, int) {
  return bytes == 0 ? nullptr : allocate(crypto_arena, bytes, largest_of(crypto_arena));
}

void crypto_release(void* block, const char*, int) { release(block); }

void* crypto_resize(void* block, std::size_t bytes, const char* file, int line) {
  if (block == nullptr) return crypto_allocate(bytes, file, line);
  if (!in_any_region(block)) return std::realloc(block, bytes);
  const std::size_t had = header_of(block)->units * kUnit;
  if (bytes <= had && bytes > 0) return block;
  void* larger = crypto_allocate(bytes, file, line);
  if (larger != nullptr) std::memcpy(larger, block, had);
  if (larger != nullptr || bytes == 0) release(block);
  return larger;
}

/// Maps private memory, aligned to a huge page. Untouched pages cost nothing.
Region set_aside(std::size_t bytes) {
  void* wide = ::mmap(nullptr, bytes + kHugePage, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (wide == MAP_FAILED) return {};
  const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(wide);
  return {static_cast<char*>(wide) + (kHugePage - at % kHugePage) % kHugePage, bytes};
}

/// OpenSSL accepts another allocator only before its first block, so this runs before `main`.
[[maybe_unused]] const int kCryptoUsesIt =
    CRYPTO_set_mem_functions(crypto_allocate, crypto_resize, crypto_release);

}  // namespace

void ParentHeap::use() {
  if (steady_memory.start != nullptr) return;
  steady_memory = set_aside(kSteadyBytes);
  counted_memory = set_aside(kCountedBytes);
  if (steady_memory.start != nullptr) {
    steady_arena = {steady_memory.start, steady_memory.start + steady_memory.bytes, {}};
    arena = &steady_arena;
  }
  if (counted_memory.start != nullptr) {
    ::madvise(counted_memory.start, counted_memory.bytes, MADV_NOHUGEPAGE);
    counted_arena = {counted_memory.start, counted_memory.start + counted_memory.bytes, {}};
    crypto_arena = &counted_arena;
  }
}

bool ParentHeap::owns(std::uintptr_t address) {
  const auto* block =
      reinterpret_cast<const char*>(address);  // NOLINT(performance-no-int-to-ptr): of a page table
  return steady_memory.holds(block) || counted_memory.holds(block);
}

void ParentHeap::settle() {
  if (steady_memory.start == nullptr) return;
  const auto used = static_cast<std::size_t>(steady_arena.next - steady_memory.start);
  back_with_huge_pages(steady_memory.start, (used + kHugePage - 1) / kHugePage * kHugePage);
}

void ChildHeap::reserve() {
  if (child_memory.start != nullptr) return;
  // A huge page of shared memory needs an aligned address and offset: map it within a wider reservation.
  void* wide = ::mmap(nullptr, 2 * kHugePage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (wide == MAP_FAILED) return;
  const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(wide);
  char* aligned = static_cast<char*>(wide) + ((kHugePage - at % kHugePage) % kHugePage);
  void* mapped =
      ::mmap(aligned, kHugePage, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (mapped == MAP_FAILED) return;
  child_memory = {static_cast<char*>(mapped), kHugePage};
  std::memset(child_memory.start, 0, kHugePage);  // make it present before the first child
  back_with_huge_pages(child_memory.start, kHugePage);
}

void ChildHeap::use() {
  if (child_memory.start == nullptr) return;
  static_assert(sizeof(Arena) % kUnit == 0);
  char* memory = child_memory.start;
  arena = crypto_arena = new (memory) Arena{memory + sizeof(Arena), memory + child_memory.bytes, {}};
}

}  // namespace uketsuke::process

void* operator new(std::size_t bytes) {
  if (void* block = uketsuke::process::allocate(bytes)) return block;
  throw std::bad_alloc();
}
void* operator new[](std::size_t bytes) { return operator new(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  return uketsuke::process::allocate(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
  return uketsuke::process::allocate(bytes);
}
void operator delete(void* block) noexcept { uketsuke::process::release(block); }
void operator delete[](void* block) noexcept { uketsuke::process::release(block); }
void operator delete(void* block, std::size_t) noexcept { uketsuke::process::release(block); }
void operator delete[](void* block, std::size_t) noexcept { uketsuke::process::release(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { uketsuke::process::release(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { uketsuke::process::release(block); }

#else

namespace uketsuke::process {
void ParentHeap::use() {}
bool ParentHeap::owns(std::uintptr_t) { return false; }
void ParentHeap::settle() {}
void ChildHeap::reserve() {}
void ChildHeap::use() {}
}  // namespace uketsuke::process

#endif
