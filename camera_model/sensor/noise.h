#pragma once

#include <cstddef>
#include <cstdint>

namespace uketsuke::camera {

/// Normal deviates as a pure function of position and time: equal key, row and column give an equal deviate,
/// in any order and on every machine.
///
/// A counter is hashed by SplitMix64 (Steele, Lea, Flood 2014); 12 bits of the result select one of 4096
/// equally likely quantiles of the normal distribution: mean 0, variance 1, no deviate beyond 3.7.
class Noise {
 public:
  /// @param key  seed and time, see `mix`
  explicit Noise(std::uint64_t key) : key_(key) {}

  /// Fills the first `count` columns of a row.
  void row(std::uint64_t row, float* out, std::size_t count) const;

  /// Hashes two numbers into one such that neighbouring inputs give unrelated results.
  static std::uint64_t mix(std::uint64_t a, std::uint64_t b);

 private:
  std::uint64_t key_;
};

}  // namespace uketsuke::camera
