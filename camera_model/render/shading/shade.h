#pragma once

#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

/// Weights of a triangle's three corners at a position in the image, correct in perspective. Positions just
/// outside the triangle are clamped to its edge.
struct Weights {
  float a, b, c;

  Weights(const ScreenTriangle& triangle, const Vertex& first, const Vertex& second, const Vertex& third,
          float x, float y) {
    const float dx = x - triangle.x, dy = y - triangle.y;
    const float part_b = positive(dx * triangle.second_x + dy * triangle.second_y);
    const float part_c = positive(dx * triangle.third_x + dy * triangle.third_y);
    a = positive(1.0F - part_b - part_c) * first.nearness;
    b = part_b * second.nearness;
    c = part_c * third.nearness;
    const float scale = 1.0F / (a + b + c);
    a *= scale, b *= scale, c *= scale;
  }

 private:
  static float positive(float value) { return value > 0 ? value : 0; }
};

/// The colour of a triangle at a position in the image.
struct Shade {
  Vec3 matt;   ///< diffuse and emitted light
  Vec3 gloss;  ///< mirrored highlight
  float alpha = 1;
};

/// The highlight of a glossy surface at a position of a triangle.
Vec3 sharp_gloss(const Drawing& drawing, const ScreenTriangle& triangle, const Weights& weight);

/// Computes the colours of one triangle.
class Shader {
 public:
  Shader(const Drawing& drawing, const ScreenTriangle& triangle)
      : drawing_(drawing),
        triangle_(triangle),
        surface_(drawing.surfaces[triangle.surface]),
        a_(drawing.vertices[triangle.corner[0]]),
        b_(drawing.vertices[triangle.corner[1]]),
        c_(drawing.vertices[triangle.corner[2]]),
        level_(surface_.texture != nullptr ? surface_.texture->level(triangle.level)
                                           : Texture::Level(nullptr, 0, 0)) {}

  /// @returns false if the opacity there is below `least_alpha`; then `shade` is unchanged
  bool at(float x, float y, float least_alpha, Shade& shade) const {
    const Weights weight(triangle_, a_, b_, c_, x, y);
    const Floats diffuse = a_.diffuse_u * weight.a + b_.diffuse_u * weight.b + c_.diffuse_u * weight.c;
    const Floats gloss = a_.gloss_v * weight.a + b_.gloss_v * weight.b + c_.gloss_v * weight.c;
    Vec3 colour = surface_.material->colour;
    float alpha = 1;
    if (surface_.texture != nullptr) {
      const Texture::Level::Mixed texel = level_.at({diffuse[3], gloss[3]});
      alpha = texel.alpha();
      if (alpha < least_alpha) return false;
      const Vec3 linear = texel.linear(surface_.texture->linear());
      colour = {colour.x * linear.x, colour.y * linear.y, colour.z * linear.z};
    }
    shade.alpha = alpha;
    shade.matt = {colour.x * diffuse[0], colour.y * diffuse[1], colour.z * diffuse[2]};
    shade.gloss =
        surface_.sharp ? sharp_gloss(drawing_, triangle_, weight) : Vec3{gloss[0], gloss[1], gloss[2]};
    return true;
  }

 private:
  const Drawing& drawing_;
  const ScreenTriangle& triangle_;
  const DrawnSurface& surface_;
  const Vertex &a_, &b_, &c_;
  Texture::Level level_;
};

}  // namespace uketsuke::camera
