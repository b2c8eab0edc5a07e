#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace uketsuke::reader::face_engine {

/// While it lives, this thread's SSE and AVX arithmetic takes subnormal numbers for 0 and makes none.
/// Rounding apart, a network answers the same; an Intel core takes some 150 cycles for an operation on one,
/// and the embedder's activations hold so many that it took 13 times as long there.
///
/// The state of the caller's thread comes back, since what the host computes is no matter of an engine.
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
