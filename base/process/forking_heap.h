#pragma once

#include <cstdint>

namespace uketsuke::process {

/// Memory of a process that will fork for every case.
///
/// A child that writes one byte into a huge page of its parent splits it: 512 entries of a page table are
/// made for it and taken down again, 35 us. So what children read and never write lies in huge pages of its
/// own; OpenSSL's blocks, whose counters of references every use changes, lie in small pages together; the
/// rest is in the ordinary heap.
class ParentHeap {
 public:
  /// From now on `operator new` and OpenSSL's allocation of this thread take from it, in this process and
  /// those forked from it; blocks over 32 KB come from the ordinary heap. Call it before what the cases read
  /// is loaded.
  static void use();

  /// Backs what is in use with huge pages.
  static void settle();

  static bool owns(std::uintptr_t address);
};

/// Memory for what a forked child allocates.
///
/// A child that allocates from the heap it inherited writes into pages all over it, and the system has to
/// copy each of them: once a sixth of what a short case costs. So a lane sets one huge page aside and shares
/// it with its children, of which there is one at a time; it stays mapped, zeroed and warm in the cache.
///
/// `operator new` and OpenSSL's allocation take from it in the thread that called `use`, as long as it lasts,
/// then from the ordinary heap. Memory that is given back is used again. Sanitizer builds leave it out, so
/// that they see every block.
class ChildHeap {
 public:
  /// Sets the memory aside, in the process that will fork. Where the system gives no huge page, small ones
  /// do; where it gives nothing, children use the ordinary heap.
  static void reserve();

  /// From now on this thread takes its memory here. Call it in the child, once.
  static void use();
};

}  // namespace uketsuke::process
