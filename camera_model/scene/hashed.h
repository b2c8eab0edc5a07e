#pragma once

#include <cstdint>

namespace uketsuke::camera {

/// A pseudo-random number in [0, 1) from a seed and a counter: equal on every machine, which the standard
/// library's distributions are not. splitmix64 (Steele, Lea and Flood 2014).
inline float hashed(std::uint64_t seed, std::uint64_t counter) {
  std::uint64_t z = seed * 0xD1342543DE82EF95ULL + counter * 0x9E3779B97F4A7C15ULL + 0x632BE59BD9B4E019ULL;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return static_cast<float>((z ^ (z >> 31U)) >> 40U) * (1.0F / 16777216.0F);
}

/// A smooth step: 0 before 0, 1 after 1, without a jerk at either end: 6t^5 - 15t^4 + 10t^3 (Perlin 2002).
constexpr float eased(float t) {
  return t <= 0 ? 0 : (t >= 1 ? 1 : t * t * t * (t * (t * 6.0F - 15.0F) + 10.0F));
}

}  // namespace uketsuke::camera
