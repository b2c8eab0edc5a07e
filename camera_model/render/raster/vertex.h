#pragma once

#include <cstdint>

#include "camera_model/geometry/vector.h"
#include "camera_model/render/shading/light.h"

namespace uketsuke::camera {

/// Four numbers in a vector register that every x86-64 processor has.
using Floats = float __attribute__((vector_size(16)));
using Ints = std::int32_t __attribute__((vector_size(16)));
using Words = std::uint16_t __attribute__((vector_size(16)));
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));
using Halves = std::int64_t __attribute__((vector_size(16)));

/// A corner of triangles, in the world and on the picture.
struct Vertex {
  /// Radiance of a white matt surface here, with what the surface emits; then u of the texture.
  Floats diffuse_u{};
  /// Radiance of the highlight, 0 where it is computed at the pixels; then v.
  Floats gloss_v{};
  Vec3 position;
  float nearness = 0;  ///< 1 / distance along the axis: linear on the picture, unlike the distance
  Vec3 normal;
  std::int32_t x = 0, y = 0;          ///< 64ths of a pixel from the top left corner
  float lit[kShadowLights] = {1, 1};  ///< what of each shadow light arrives, 0 to 1
  bool used = false;                  ///< by a triangle that may be seen: others need no light
};

/// Three corners, and what the scan and the resolve need of them.
struct ScreenTriangle {
  std::uint32_t corner[3];
  std::uint16_t surface = 0;
  std::uint16_t level = 0;              ///< of the texture
  std::int16_t y_begin = 0, y_end = 0;  ///< rows of the picture that it may meet; the end is not one
  float x = 0, y = 0;                   ///< corner 0, where the planes below begin
  float second_x = 0, second_y = 0;     ///< slopes of the weight of corner 1, a pixel
  float third_x = 0, third_y = 0;       ///< and of corner 2
  float nearness = 0, nearness_x = 0, nearness_y = 0;
};

}  // namespace uketsuke::camera
