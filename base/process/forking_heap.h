#pragma once

#include <cstdint>

namespace uketsuke::process {

/// Heap of a process that forks once per case.
///
/// If a child writes one byte into a huge page of its parent, the kernel splits the page: it builds a page
/// table of 512 entries and removes it again, 35 us. So memory that children only read is in separate huge
/// pages; OpenSSL's blocks, whose reference counters change on every use, are together in small pages;
/// everything else is in the ordinary heap.
class ParentHeap {
 public:
  /// Makes `operator new` and OpenSSL's allocator of this thread allocate here, in this process and in those
  /// forked from it; blocks over 32 KB come from the ordinary heap. Call it before loading what the cases
  /// read.
  static void use();

  /// Backs the memory in use with huge pages.
  static void settle();

  static bool owns(std::uintptr_t address);
};

/// Memory for the allocations of a forked child.
///
/// A child that allocates from the inherited heap writes to pages all over it, and the kernel copies each of
/// them: this was once a sixth of the cost of a short case. So a lane reserves one huge page and shares it
/// with its children, of which one exists at a time; the page stays mapped, zeroed and warm in the cache.
///
/// `operator new` and OpenSSL's allocator use it in the thread that called `use` until it is full, then the
/// ordinary heap. Freed memory is reused. Sanitizer builds leave it out, so that they see every block.
class ChildHeap {
 public:
  /// Reserves the memory, in the process that will fork. If the kernel has no huge page, small pages are
  /// used; if it has none, children use the ordinary heap.
  static void reserve();

  /// Makes this thread allocate here. Call it in the child, once.
  static void use();
};

}  // namespace uketsuke::process
