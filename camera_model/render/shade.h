#pragma once

#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

/// What each of a triangle's three corners gives at a place of the picture, correct in perspective. Places
/// just outside the triangle are taken to its edge.
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

/// The colour of a triangle at a place of the picture.
struct Shade {
  Vec3 matt;   ///< what the surface itself sends
  Vec3 gloss;  ///< what it mirrors of the lights
  float alpha = 1;
};

/// The highlight of a glossy surface at a place of a triangle.
Vec3 sharp_gloss(const Drawing& drawing, const ScreenTriangle& triangle, const Weights& weight);

inline Shade shade(const Drawing& drawing, const ScreenTriangle& triangle, float x, float y) {
  const Vertex *vertices = drawing.vertices.data(), &a = vertices[triangle.corner[0]],
               &b = vertices[triangle.corner[1]], &c = vertices[triangle.corner[2]];
  const Weights weight(triangle, a, b, c, x, y);
  const Floats diffuse = a.diffuse_u * weight.a + b.diffuse_u * weight.b + c.diffuse_u * weight.c;
  const Floats gloss = a.gloss_v * weight.a + b.gloss_v * weight.b + c.gloss_v * weight.c;

  const DrawnSurface& surface = drawing.surfaces[triangle.surface];
  Vec3 colour = surface.material->colour;
  Shade result;
  if (surface.texture != nullptr) {
    const Texture::Colour texel = surface.texture->at({diffuse[3], gloss[3]}, triangle.level);
    colour = {colour.x * texel.linear.x, colour.y * texel.linear.y, colour.z * texel.linear.z};
    result.alpha = texel.alpha;
  }
  result.matt = {colour.x * diffuse[0], colour.y * diffuse[1], colour.z * diffuse[2]};
  result.gloss = surface.sharp ? sharp_gloss(drawing, triangle, weight) : Vec3{gloss[0], gloss[1], gloss[2]};
  return result;
}

}  // namespace uketsuke::camera
