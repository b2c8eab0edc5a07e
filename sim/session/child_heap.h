#pragma once

namespace uketsuke::sim {

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

}  // namespace uketsuke::sim
