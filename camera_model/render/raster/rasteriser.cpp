#include "camera_model/render/raster/rasteriser.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <future>
#include <stdexcept>
#include <string>
#include <utility>

#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/band_painter.h"
#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/clip.h"
#include "camera_model/render/raster/see_through.h"
#include "camera_model/render/shading/shadow_map.h"
#include "camera_model/render/shading/texture.h"
#include "camera_model/render/shading/vertex_light.h"

namespace uketsuke::camera {

namespace {

constexpr int kLongestSide = 4096;

void check(const Surface& surface) {
  const auto refuse = [&](const char* what) {
    throw std::invalid_argument("surface " + surface.name + ": " + what);
  };
  if (surface.normals.size() != surface.positions.size()) refuse("not as many normals as positions");
  if (!surface.coordinates.empty() && surface.coordinates.size() != surface.positions.size())
    refuse("not as many texture coordinates as positions");
  if (surface.coordinates.empty() && surface.material.texture) refuse("a texture, but no coordinates");
  if (surface.triangles.size() % 3 != 0) refuse("the indices are not triples");
  for (const std::uint32_t index : surface.triangles) {
    if (index >= surface.positions.size()) refuse("an index beyond the last vertex");
  }
}

void set_coordinate(Vertex& vertex, Vec2 coordinate) {
  vertex.diffuse_u[3] = coordinate.x, vertex.gloss_v[3] = coordinate.y;
}

Vec2 coordinate_of(const Vertex& vertex) { return {vertex.diffuse_u[3], vertex.gloss_v[3]}; }

void project(const ViewCamera& camera, Vertex& vertex) {
  const Vec2 place = camera.project(vertex.position);
  vertex.x = fixed_point(place.x), vertex.y = fixed_point(place.y);
  vertex.nearness = -1.0F / vertex.position.z;
}

/// Computes the triangle's row range.
/// @returns whether the bounding box of the corners intersects the image
bool put_on_picture(ScreenTriangle& triangle, const ViewCamera& camera, const Vertex& a, const Vertex& b,
                    const Vertex& c) {
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  triangle.y_begin = static_cast<std::int16_t>(std::max(0, top >> 6));
  triangle.y_end = static_cast<std::int16_t>(std::min(camera.height, (bottom >> 6) + 1));
  return right >= 0 && left < 64 * camera.width && triangle.y_begin < triangle.y_end;
}

/// Twice the area in pixels that a triangle would have if it faced the camera. Choosing the texture level by
/// it keeps the outline of hair seen at a grazing angle: a coarser level would have holes there.
float face_on(const ViewCamera& camera, const Vertex& a, const Vertex& b, const Vertex& c) {
  const float pixels = camera.focal_px * a.nearness;
  return length(cross(b.position - a.position, c.position - a.position)) * pixels * pixels;
}

/// The mipmap level whose texels are about as large as the pixels.
std::uint16_t level_of(float texels, float pixels) {
  std::uint16_t level = 0;
  for (float ratio = texels / pixels; ratio > 2 && level < 16; ratio *= 0.25F) ++level;
  return level;
}

}  // namespace

struct Rasteriser::State {
  Drawing drawing;
  TextureCache textures;
  ShadowMap shadows;
  Bands solid;
  NearestFirst see_through;
  std::vector<BandPainter> painters;  // one per thread

  void paint(const Radiance& background, Radiance& out);
  void add(const Surface& surface, const Placement& placement);
  void add_triangle(const DrawnSurface& surface, std::uint32_t a, std::uint32_t b, std::uint32_t c);
  void add_clipped(DrawnSurface& surface, std::uint32_t a, std::uint32_t b, std::uint32_t c);
  bool casts_shadow(const DrawnSurface& surface, const Drawing::Corners& corners) const;
  void light();
};

Rasteriser::Rasteriser(int threads) : state_(std::make_unique<State>()) {
  state_->painters.resize(static_cast<std::size_t>(std::max(threads, 1)));
}
Rasteriser::~Rasteriser() = default;

void Rasteriser::begin(const ViewCamera& camera, const Illumination& light) {
  if (camera.width <= 0 || camera.height <= 0 || camera.width > kLongestSide || camera.height > kLongestSide)
    throw std::invalid_argument("a picture of 1 to " + std::to_string(kLongestSide) + " pixels a side");
  state_->textures.drop_unused();
  state_->drawing.clear(camera, light);
}

void Rasteriser::draw(const Model& model, const Placement& placement) {
  for (const Surface& surface : model.surfaces) {
    check(surface);
    state_->add(surface, placement);
  }
}

void Rasteriser::finish(const Radiance& background, Radiance& out) {
  Drawing& drawing = state_->drawing;
  const ViewCamera& camera = drawing.camera;
  if (background.width != camera.width || background.height != camera.height)
    throw std::invalid_argument("a background of another size than the picture");
  state_->light();
  out.resize(camera.width, camera.height);
  state_->solid.sort(drawing.solid, camera.height);
  state_->see_through.sort(drawing);
  state_->paint(background, out);
}

void Rasteriser::State::paint(const Radiance& background, Radiance& out) {
  std::atomic<int> next = 0;
  const auto work = [&](BandPainter& painter) {
    for (int band = next++; band < solid.count(); band = next++)
      painter.paint(drawing, solid, see_through, band, background, out);
  };
  std::vector<std::future<void>> others;  // joined also if one throws
  for (std::size_t i = 1; i < painters.size(); ++i)
    others.push_back(std::async(std::launch::async, work, std::ref(painters[i])));
  work(painters[0]);
  for (std::future<void>& other : others) other.get();
}

void Rasteriser::State::add(const Surface& surface, const Placement& placement) {
  DrawnSurface drawn;
  drawn.material = &surface.material;
  drawn.texture = surface.material.texture ? &textures.of(surface.material.texture) : nullptr;
  drawn.sharp = is_sharp(surface.material);
  drawn.first = static_cast<std::uint32_t>(drawing.vertices.size());

  drawing.vertices.resize(drawing.vertices.size() + surface.positions.size());
  for (std::size_t i = 0; i < surface.positions.size(); ++i) {
    Vertex& vertex = drawing.vertices[drawn.first + i];
    vertex = {};
    vertex.position = placement(surface.positions[i]);
    vertex.normal = placement.turn(surface.normals[i]);
    if (!surface.coordinates.empty()) set_coordinate(vertex, surface.coordinates[i]);
    if (inside_guard(drawing.camera, vertex)) project(drawing.camera, vertex);
  }

  drawing.surfaces.push_back(drawn);
  for (std::size_t i = 0; i < surface.triangles.size(); i += 3) {
    const Drawing::Corners corners{drawn.first + surface.triangles[i], drawn.first + surface.triangles[i + 1],
                                   drawn.first + surface.triangles[i + 2]};
    if (casts_shadow(drawn, corners)) drawing.casters.push_back(corners);
    // Only corners inside the guard were projected.
    const auto& [a, b, c] = corners;
    const bool whole = drawing.vertices[a].nearness > 0 && drawing.vertices[b].nearness > 0 &&
                       drawing.vertices[c].nearness > 0;
    if (whole) {
      add_triangle(drawn, a, b, c);
    } else {
      add_clipped(drawn, a, b, c);
    }
  }
  drawing.surfaces.back().count = static_cast<std::uint32_t>(drawing.vertices.size()) - drawn.first;
}

bool Rasteriser::State::casts_shadow(const DrawnSurface& surface, const Drawing::Corners& corners) const {
  if (!surface.material->see_through) return true;
  if (surface.texture == nullptr) return false;
  const Vec2 middle =
      (coordinate_of(drawing.vertices[corners[0]]) + coordinate_of(drawing.vertices[corners[1]]) +
       coordinate_of(drawing.vertices[corners[2]])) *
      (1.0F / 3);
  return surface.texture->at(middle, 2).alpha > 0.5F;
}

void Rasteriser::State::add_triangle(const DrawnSurface& surface, std::uint32_t a, std::uint32_t b,
                                     std::uint32_t c) {
  auto& vertices = drawing.vertices;
  ScreenTriangle triangle;
  if (!put_on_picture(triangle, drawing.camera, vertices[a], vertices[b], vertices[c])) return;
  std::int64_t area = doubled_area(vertices[a], vertices[b], vertices[c]);
  if (area == 0 || (area > 0 && !surface.material->both_sides)) return;
  if (area < 0) {
    std::swap(b, c);  // the scan expects clockwise order in the image, whose y points down
    area = -area;
  }
  const Vertex &first = vertices[a], &second = vertices[b], &third = vertices[c];
  const auto grid = [](std::int32_t parts) { return static_cast<float>(parts) * (1.0F / 64); };
  const float scale = 64.0F * 64.0F / static_cast<float>(area);

  triangle.corner[0] = a, triangle.corner[1] = b, triangle.corner[2] = c;
  triangle.surface = static_cast<std::uint16_t>(drawing.surfaces.size() - 1);
  triangle.x = grid(first.x), triangle.y = grid(first.y);
  triangle.second_x = (grid(third.y) - triangle.y) * scale;
  triangle.second_y = (triangle.x - grid(third.x)) * scale;
  triangle.third_x = (triangle.y - grid(second.y)) * scale;
  triangle.third_y = (grid(second.x) - triangle.x) * scale;
  triangle.nearness = first.nearness;
  triangle.nearness_x = triangle.second_x * (second.nearness - first.nearness) +
                        triangle.third_x * (third.nearness - first.nearness);
  triangle.nearness_y = triangle.second_y * (second.nearness - first.nearness) +
                        triangle.third_y * (third.nearness - first.nearness);
  if (surface.texture != nullptr) {
    const Vec2 across = coordinate_of(second) - coordinate_of(first),
               along = coordinate_of(third) - coordinate_of(first);
    const float texels = std::abs(across.x * along.y - across.y * along.x) *
                         static_cast<float>(surface.texture->width()) *
                         static_cast<float>(surface.texture->height());
    triangle.level = level_of(
        texels, surface.material->see_through ? face_on(drawing.camera, first, second, third) : 1.0F / scale);
  }
  for (const std::uint32_t corner : triangle.corner) vertices[corner].used = true;
  (surface.material->see_through ? drawing.see_through : drawing.solid).push_back(triangle);
}

void Rasteriser::State::add_clipped(DrawnSurface& surface, std::uint32_t a, std::uint32_t b,
                                    std::uint32_t c) {
  const Clipped polygon = clip(drawing.camera, drawing.vertices[a], drawing.vertices[b], drawing.vertices[c]);
  const auto first = static_cast<std::uint32_t>(drawing.vertices.size());
  for (std::size_t i = 0; i < polygon.count; ++i) {
    drawing.vertices.push_back(polygon.corners[i]);
    project(drawing.camera, drawing.vertices.back());
  }
  for (std::uint32_t i = 2; i < polygon.count; ++i) add_triangle(surface, first, first + i - 1, first + i);
}

void Rasteriser::State::light() {
  int shadow = 0;
  for (const Light& each : drawing.light.lights) {
    if (each.shadow && shadow < kShadowLights && !drawing.casters.empty())
      shadows.cast(drawing, each, shadow++);
  }
  for (const DrawnSurface& surface : drawing.surfaces)
    light_vertices(&drawing.vertices[surface.first], surface.count, *surface.material, drawing.light);
}

}  // namespace uketsuke::camera
