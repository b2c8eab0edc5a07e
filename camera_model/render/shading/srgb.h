#pragma once

#include <array>
#include <cstdint>

namespace uketsuke::camera {

/// The sRGB curve (IEC 61966-2-1) as tables, built once.
struct SrgbTables {
  static constexpr int kFine = 16;  ///< steps of `linear` between two 8-bit values

  std::array<float, 255 * kFine + 1> linear;  ///< index: encoded value times kFine
  std::array<std::uint8_t, 65536> encoded;    ///< index: linear value times 65535
};

const SrgbTables& srgb_tables();

inline float linear_of(std::uint8_t encoded) {
  return srgb_tables().linear[static_cast<std::size_t>(encoded) * SrgbTables::kFine];
}

/// Encodes a linear value; values outside 0 to 1 are clamped.
inline std::uint8_t encoded_of(float linear) {
  const float cut = linear < 0 ? 0 : (linear > 1 ? 1 : linear);
  return srgb_tables().encoded[static_cast<std::size_t>(cut * 65535.0F + 0.5F)];
}

}  // namespace uketsuke::camera
