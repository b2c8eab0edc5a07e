#pragma once

#include <memory>

namespace uketsuke {

/// A deleter that calls the free function of a C library.
template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

/// Owns an object of a C library: `Handle<BIGNUM, BN_free>`.
template <class T, auto Free>
using Handle = std::unique_ptr<T, Freer<Free>>;

}  // namespace uketsuke
