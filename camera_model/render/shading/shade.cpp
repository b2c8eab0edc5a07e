#include "camera_model/render/shading/shade.h"

#include "camera_model/render/shading/vertex_light.h"

namespace uketsuke::camera {

Vec3 sharp_gloss(const Drawing& drawing, const ScreenTriangle& triangle, const Weights& weight) {
  const Vertex &a = drawing.vertices[triangle.corner[0]], &b = drawing.vertices[triangle.corner[1]],
               &c = drawing.vertices[triangle.corner[2]];
  const Vec3 position = a.position * weight.a + b.position * weight.b + c.position * weight.c;
  Vec3 normal = normalised(a.normal * weight.a + b.normal * weight.b + c.normal * weight.c);
  const Material& material = *drawing.surfaces[triangle.surface].material;
  if (material.both_sides && dot(normal, position) > 0) normal = normal * -1.0F;
  float lit[kShadowLights];
  for (int i = 0; i < kShadowLights; ++i)
    lit[i] = a.lit[i] * weight.a + b.lit[i] * weight.b + c.lit[i] * weight.c;
  return highlight(position, normal, material.shininess, lit, drawing.light) * material.specular;
}

}  // namespace uketsuke::camera
