#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uketsuke::reader {

/// What a foreign library is doing right now, for whoever has to explain why the process died.
///
/// The text stands in memory of the caller's choice: a case runs in a child process, so its parent hands over
/// memory that both share and reads it after the child was killed. Nothing is allocated and no lock is taken.
/// One thread.
class CurrentCall {
 public:
  /// Texts go there from now on; null puts them back into the process's own memory. The memory must stay.
  static void keep_in(char* memory, std::size_t size);

  /// `analyse of face plug-in ./libmine.so`; empty outside of any call.
  static std::string text();

  /// Stands while a call is in flight.
  CurrentCall(std::string_view library, std::string_view function);
  ~CurrentCall();
  CurrentCall(const CurrentCall&) = delete;
  CurrentCall& operator=(const CurrentCall&) = delete;
};

}  // namespace uketsuke::reader
