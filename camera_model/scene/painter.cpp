#include "camera_model/scene/painter.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {

namespace {

/// Coverage: 0 far outside to 1 well inside.
/// @param inside  mm from the edge inwards
float covered(float inside, float soft) {
  const float t = std::clamp(0.5F + inside / soft, 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

}  // namespace

template <bool kRound>
void Painter::paint(const Shape& shape, Vec3 top, Vec3 bottom) {
  // The soft edge of a flat ellipse is wider along its long side in the same proportion.
  const float wide = kRound ? shape.soft / std::min(shape.half_width, shape.half_height) : 0.0F;
  const float reach_x = shape.half_width * (1 + wide) + shape.soft;
  const float reach_y = shape.half_height * (1 + wide) + shape.soft;
  const Vec2 corner = camera_.project({shape.x - reach_x, shape.y + reach_y, shape.z});
  const Vec2 opposite = camera_.project({shape.x + reach_x, shape.y - reach_y, shape.z});
  const auto clamped = [](float value, int size) {
    return static_cast<int>(std::clamp(value, 0.0F, static_cast<float>(size)));
  };
  const int left = clamped(corner.x, out_.width), right = clamped(opposite.x + 1, out_.width);
  const int above = clamped(corner.y, out_.height), below = clamped(opposite.y + 1, out_.height);
  const float scale = -shape.z / camera_.focal_px;
  for (int py = above; py < below; ++py) {
    const float y = (camera_.centre.y - static_cast<float>(py) - 0.5F) * scale - shape.y;
    const float down = std::clamp(0.5F - 0.5F * y / shape.half_height, 0.0F, 1.0F);
    const Vec3 colour = top + (bottom - top) * down;
    float* pixel = &out_.pixels[3 * (static_cast<std::size_t>(py) * static_cast<std::size_t>(out_.width) +
                                     static_cast<std::size_t>(left))];
    for (int px = left; px < right; ++px, pixel += 3) {
      const float x = (static_cast<float>(px) + 0.5F - camera_.centre.x) * scale - shape.x;
      float part = shape.opacity;
      if constexpr (kRound) {
        const float nx = x / shape.half_width, ny = y / shape.half_height;
        part *= covered((1 - std::sqrt(nx * nx + ny * ny)) * std::min(shape.half_width, shape.half_height),
                        shape.soft);
      } else {
        part *= covered(shape.half_width - std::abs(x), shape.soft) *
                covered(shape.half_height - std::abs(y), shape.soft);
      }
      pixel[0] += part * (colour.x - pixel[0]);
      pixel[1] += part * (colour.y - pixel[1]);
      pixel[2] += part * (colour.z - pixel[2]);
    }
  }
}

template void Painter::paint<false>(const Shape&, Vec3, Vec3);
template void Painter::paint<true>(const Shape&, Vec3, Vec3);

}  // namespace uketsuke::camera
