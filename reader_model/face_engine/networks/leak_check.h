#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace uketsuke::reader::face_engine {

/// While it lives, what this thread allocates is no leak to LeakSanitizer: ONNX Runtime leaves some 500 bytes
/// behind, once a process.
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
