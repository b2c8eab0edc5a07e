#include "camera_model/render/raster/clip.h"

namespace uketsuke::camera {

namespace {

/// Keeps the half-space with dot(normal, position) >= offset.
struct Plane {
  Vec3 normal;
  float offset;

  float distance(const Vertex& vertex) const { return dot(normal, vertex.position) - offset; }
};

Vertex between(const Vertex& a, const Vertex& b, float part) {
  Vertex vertex;
  vertex.position = a.position + (b.position - a.position) * part;
  vertex.normal = normalised(a.normal + (b.normal - a.normal) * part);
  vertex.diffuse_u = a.diffuse_u + (b.diffuse_u - a.diffuse_u) * part;
  vertex.gloss_v = a.gloss_v + (b.gloss_v - a.gloss_v) * part;
  return vertex;
}

/// Clips against one plane (Sutherland and Hodgman 1974).
Clipped cut(const Clipped& polygon, const Plane& plane) {
  Clipped kept;
  for (std::size_t i = 0; i < polygon.count; ++i) {
    const Vertex& here = polygon.corners[i];
    const Vertex& next = polygon.corners[(i + 1) % polygon.count];
    const float from = plane.distance(here), to = plane.distance(next);
    if (from >= 0) kept.corners[kept.count++] = here;
    if ((from >= 0) != (to >= 0)) kept.corners[kept.count++] = between(here, next, from / (from - to));
  }
  return kept;
}

}  // namespace

Clipped clip(const ViewCamera& camera, const Vertex& a, const Vertex& b, const Vertex& c) {
  Clipped polygon;
  polygon.corners[0] = a, polygon.corners[1] = b, polygon.corners[2] = c;
  polygon.count = 3;
  // Slightly inside the guard, so that rounding cannot move a new corner out of it.
  const float slope = 0.999F * kGuard / camera.focal_px;
  const Plane planes[] = {{{0, 0, -1}, camera.near_mm * 1.0001F},
                          {{1, 0, -slope}, 0},
                          {{-1, 0, -slope}, 0},
                          {{0, 1, -slope}, 0},
                          {{0, -1, -slope}, 0}};
  for (const Plane& plane : planes) polygon = cut(polygon, plane);
  return polygon;
}

}  // namespace uketsuke::camera
