#pragma once

#include <cstddef>
#include <cstdint>

namespace uketsuke::camera {

/// Normal deviates that depend on where and when they are asked for, and on nothing before: the same key, row
/// and column give the same deviate, in any order and on any machine.
///
/// A counter goes through SplitMix64 (Steele, Lea, Flood 2014), and 12 bits of the result choose one of 4096
/// equally likely quantiles of the normal distribution: mean 0, variance 1, nothing beyond 3.7 deviations.
class Noise {
 public:
  /// @param key seed and moment, see `mix`
  explicit Noise(std::uint64_t key) : key_(key) {}

  /// Fills the first `count` columns of a row.
  void row(std::uint64_t row, float* out, std::size_t count) const;

  /// One number out of two, in a way that takes neighbours far apart.
  static std::uint64_t mix(std::uint64_t a, std::uint64_t b);

 private:
  std::uint64_t key_;
};

}  // namespace uketsuke::camera
