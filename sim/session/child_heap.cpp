#include "sim/session/child_heap.h"

#if !defined(__SANITIZE_ADDRESS__)

#include <openssl/crypto.h>
#include <sys/mman.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include "sim/session/huge_pages.h"

namespace uketsuke::sim {

namespace {

constexpr std::size_t kUnit = 16;              // a block is a multiple of it, and aligned to it
constexpr std::size_t kLargestReused = 32768;  // a larger block is not used again when it is given back
constexpr std::size_t kLargestBlock = kHugePage / 4;  // beyond: the ordinary heap
constexpr std::size_t kSizes = kLargestReused / kUnit + 1;

/// Before every block.
struct alignas(kUnit) Header {
  std::size_t units;
};

struct FreeBlock {
  FreeBlock* next;
};

/// Stands at the start of the memory itself, so that a child writes into none of its parent's pages.
struct Arena {
  char* next;
  std::array<FreeBlock*, kSizes> free;  // by size in units
};

char* memory = nullptr;
thread_local Arena* arena = nullptr;  // of the thread that called `use`
bool heap_aligned = false;

bool in_memory(const void* block) {
  return memory != nullptr &&
         static_cast<std::uintptr_t>(static_cast<const char*>(block) - memory) < kHugePage;
}

const Header* header_of(const void* block) { return static_cast<const Header*>(block) - 1; }

/// @return null where the memory is used up
void* take(std::size_t bytes) {
  const std::size_t units = (bytes + kUnit - 1) / kUnit;
  if (units < kSizes) {
    if (FreeBlock* block = arena->free[units]) {
      arena->free[units] = block->next;
      return block;
    }
  }
  const std::size_t needed = sizeof(Header) + units * kUnit;
  if (needed > static_cast<std::size_t>(memory + kHugePage - arena->next)) return nullptr;
  auto* header = new (arena->next) Header{units};
  arena->next += needed;
  return header + 1;
}

void* allocate(std::size_t bytes) {
  if (!heap_aligned) {
    heap_aligned = true;
    align_heap();
  }
  if (bytes == 0) bytes = 1;
  if (arena != nullptr && bytes <= kLargestBlock) {
    if (void* block = take(bytes)) return block;
  }
  return std::malloc(bytes);
}

void release(void* block) {
  if (!in_memory(block)) {
    std::free(block);
  } else if (arena != nullptr) {  // another thread does not touch this one's free blocks
    const std::size_t units = header_of(block)->units;
    if (units >= kSizes) return;
    FreeBlock*& first = arena->free[units];
    first = new (block) FreeBlock{first};
  }
}

void* crypto_allocate(std::size_t bytes, const char*, int) { return bytes == 0 ? nullptr : allocate(bytes); }

void crypto_release(void* block, const char*, int) { release(block); }

void* crypto_resize(void* block, std::size_t bytes, const char* file, int line) {
  if (block == nullptr) return crypto_allocate(bytes, file, line);
  if (!in_memory(block)) return std::realloc(block, bytes);
  const std::size_t had = header_of(block)->units * kUnit;
  if (bytes <= had && bytes > 0) return block;
  void* larger = crypto_allocate(bytes, file, line);
  if (larger != nullptr) std::memcpy(larger, block, had);
  if (larger != nullptr || bytes == 0) release(block);
  return larger;
}

/// OpenSSL takes other allocation only before its first block; so this happens before `main`.
[[maybe_unused]] const int kCryptoUsesIt =
    CRYPTO_set_mem_functions(crypto_allocate, crypto_resize, crypto_release);

}  // namespace

void ChildHeap::reserve() {
  if (memory != nullptr) return;
  // A huge page of shared memory needs its address and its offset aligned: map it within a wider reservation.
  void* wide = ::mmap(nullptr, 2 * kHugePage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (wide == MAP_FAILED) return;
  const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(wide);
  char* aligned = static_cast<char*>(wide) + ((kHugePage - at % kHugePage) % kHugePage);
  void* mapped =
      ::mmap(aligned, kHugePage, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  if (mapped == MAP_FAILED) return;
  memory = static_cast<char*>(mapped);
  std::memset(memory, 0, kHugePage);  // present before the first child
  back_with_huge_pages(memory, kHugePage);
}

void ChildHeap::use() {
  if (memory == nullptr) return;
  static_assert(sizeof(Arena) % kUnit == 0);
  arena = new (memory) Arena{memory + sizeof(Arena), {}};
}

}  // namespace uketsuke::sim

void* operator new(std::size_t bytes) {
  if (void* block = uketsuke::sim::allocate(bytes)) return block;
  throw std::bad_alloc();
}
void* operator new[](std::size_t bytes) { return operator new(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  return uketsuke::sim::allocate(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
  return uketsuke::sim::allocate(bytes);
}
void operator delete(void* block) noexcept { uketsuke::sim::release(block); }
void operator delete[](void* block) noexcept { uketsuke::sim::release(block); }
void operator delete(void* block, std::size_t) noexcept { uketsuke::sim::release(block); }
void operator delete[](void* block, std::size_t) noexcept { uketsuke::sim::release(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { uketsuke::sim::release(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { uketsuke::sim::release(block); }

#else

namespace uketsuke::sim {
void ChildHeap::reserve() {}
void ChildHeap::use() {}
}  // namespace uketsuke::sim

#endif
