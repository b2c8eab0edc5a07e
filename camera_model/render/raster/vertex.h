#pragma once

#include <cstdint>

#include "camera_model/geometry/vector.h"
#include "camera_model/render/shading/light.h"

namespace uketsuke::camera {

/// Four floats in a vector register that every x86-64 processor has.
using Floats = float __attribute__((vector_size(16)));
using Ints = std::int32_t __attribute__((vector_size(16)));
using Words = std::uint16_t __attribute__((vector_size(16)));
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));
using Halves = std::int64_t __attribute__((vector_size(16)));

/// A triangle corner, in the world and in the image.
struct Vertex {
  /// Radiance of a white matt surface here, plus what the surface emits; then the texture coordinate u.
  Floats diffuse_u{};
  /// Radiance of the highlight, or 0 if it is computed per pixel; then the texture coordinate v.
  Floats gloss_v{};
  Vec3 position;
  float nearness = 0;  ///< 1 / distance along the axis: linear in the image, unlike the distance
  Vec3 normal;
  std::int32_t x = 0, y = 0;          ///< 64ths of a pixel from the top left corner
  float lit[kShadowLights] = {1, 1};  ///< share of each shadow light that arrives, 0 to 1
  bool used = false;                  ///< by a potentially visible triangle: other vertices need no lighting
};

/// Three corners, and what the scan and the resolve need of them.
struct ScreenTriangle {
  std::uint32_t corner[3];
  std::uint16_t surface = 0;
  std::uint16_t level = 0;              ///< of the texture
  std::int16_t y_begin = 0, y_end = 0;  ///< image rows that it may intersect; the end is exclusive
  float x = 0, y = 0;                   ///< position of corner 0, the origin of the planes below
  float second_x = 0, second_y = 0;     ///< slope of corner 1's weight, per pixel
  float third_x = 0, third_y = 0;       ///< slope of corner 2's weight, per pixel
  float nearness = 0, nearness_x = 0, nearness_y = 0;
};

}  // namespace uketsuke::camera
