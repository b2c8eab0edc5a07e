#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uketsuke::reader {

/// The call into a foreign library that is in progress, for reporting why the process died.
///
/// The text is in memory provided by the caller: a case runs in a child process, so its parent provides
/// shared memory and reads it after the child was killed. Does not allocate or lock. Single-threaded.
class CurrentCall {
 public:
  /// Redirects texts to this memory from now on; null: back to the process's own. The memory must stay valid.
  static void keep_in(char* memory, std::size_t size);

  /// The call in progress, `analyse of face plug-in ./libmine.so`; empty outside of any call.
  static std::string text();

  /// Marks a call as in progress while the object lives.
  CurrentCall(std::string_view library, std::string_view function);
  ~CurrentCall();
  CurrentCall(const CurrentCall&) = delete;
  CurrentCall& operator=(const CurrentCall&) = delete;
};

}  // namespace uketsuke::reader
