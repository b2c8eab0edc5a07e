#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace uketsuke::reader::face_engine {

/// While an object lives, SSE and AVX arithmetic in this thread treats subnormal numbers as 0 and produces
/// none. Apart from rounding, a network's output is unchanged. An Intel core takes some 150 cycles for an
/// operation on a subnormal number, and the embedder's activations contain so many that it took 13 times as
/// long there.
///
/// The thread's previous state is restored, since an engine must not affect the host's own arithmetic.
class FlushDenormals {
 public:
#if defined(__SSE__)
  FlushDenormals() : before_(_mm_getcsr()) { _mm_setcsr(before_ | kFlushToZero | kDenormalsAreZero); }
  ~FlushDenormals() { _mm_setcsr(before_); }
#else
  FlushDenormals() {}
  ~FlushDenormals() {}
#endif
  FlushDenormals(const FlushDenormals&) = delete;
  FlushDenormals& operator=(const FlushDenormals&) = delete;

 private:
#if defined(__SSE__)
  static constexpr unsigned kFlushToZero = 0x8000;
  static constexpr unsigned kDenormalsAreZero = 0x0040;
  unsigned before_;
#endif
};

}  // namespace uketsuke::reader::face_engine
