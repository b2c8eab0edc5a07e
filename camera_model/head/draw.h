#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace uketsuke::camera {

/// Numbers that a seed draws, each under a name: adding one changes no other, and no standard library's
/// distribution is asked, as these differ between machines.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : seed_(seed) {}

  /// Even over [0, 1).
  float even(std::string_view name) const;
  /// Mean 0, deviation 1, never beyond +-6 (the sum of twelve even ones less six).
  float normal(std::string_view name) const;
  /// Even over 0 to count - 1.
  std::size_t pick(std::string_view name, std::size_t count) const;

 private:
  std::uint32_t seed_;
};

}  // namespace uketsuke::camera
