#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace uketsuke::reader::face_engine {

/// While an object lives, LeakSanitizer ignores this thread's allocations: ONNX Runtime leaks some 500 bytes
/// once per process.
struct NoLeakCheck {
#if defined(__SANITIZE_ADDRESS__)
  NoLeakCheck() { __lsan_disable(); }
  ~NoLeakCheck() { __lsan_enable(); }
#else
  NoLeakCheck() {}
  ~NoLeakCheck() {}
#endif
  NoLeakCheck(const NoLeakCheck&) = delete;
  NoLeakCheck& operator=(const NoLeakCheck&) = delete;
};

}  // namespace uketsuke::reader::face_engine
