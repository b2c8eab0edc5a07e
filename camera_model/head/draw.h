#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace uketsuke::camera {

/// Named random numbers drawn by a seed. Adding a name changes no other number. Does not use the standard
/// library's distributions, which differ between machines.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : seed_(seed) {}

  /// Uniform over [0, 1).
  float even(std::string_view name) const;
  /// Mean 0, standard deviation 1, within +-6 (the sum of twelve uniform numbers less six).
  float normal(std::string_view name) const;
  /// Uniform over 0 to count - 1.
  std::size_t pick(std::string_view name, std::size_t count) const;

 private:
  std::uint32_t seed_;
};

}  // namespace uketsuke::camera
