#include "camera_model/head/anatomy/solid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace uketsuke::camera {
namespace {

constexpr float kTurn = 6.2831853F;
constexpr std::uint32_t kSides = 8;  // per tube

Vec3 direction(const std::vector<Vec3>& path, std::size_t i, bool closed) {
  const std::size_t last = path.size() - 1;
  const Vec3 before = path[i > 0 ? i - 1 : (closed ? last : 0)];
  const Vec3 after = path[i < last ? i + 1 : (closed ? 0 : last)];
  return normalised(after - before);
}

/// The axis that is least parallel to the path. A tube built on another axis would be pinched where the path
/// runs along it.
Vec3 reference_axis(const std::vector<Vec3>& path, bool closed) {
  Vec3 best;
  float least = 2;
  for (const Vec3 axis : {Vec3{0, 0, 1}, Vec3{0, 1, 0}, Vec3{1, 0, 0}}) {
    float most = 0;
    for (std::size_t i = 0; i < path.size(); ++i)
      most = std::max(most, std::fabs(dot(axis, direction(path, i, closed))));
    if (most < least) {
      least = most;
      best = axis;
    }
  }
  return best;
}

}  // namespace

Surface sheet(std::string name, std::size_t columns, std::size_t rows, bool closed,
              const std::function<Vec3(float across, float down)>& place, Material material) {
  Surface surface;
  surface.name = std::move(name);
  surface.material = std::move(material);
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const float u = static_cast<float>(column) / static_cast<float>(columns - 1);
      const float v = static_cast<float>(row) / static_cast<float>(rows - 1);
      surface.positions.push_back(place(u, v));
      surface.coordinates.push_back({u, 1.0F - v});
    }
  surface.normals.resize(surface.positions.size());
  for (std::size_t row = 0; row + 1 < rows; ++row)
    for (std::size_t column = 0; column + 1 < columns; ++column) {
      const auto a = static_cast<std::uint32_t>(row * columns + column);
      const std::uint32_t b = a + 1;
      const std::uint32_t c = a + static_cast<std::uint32_t>(columns);
      const std::uint32_t d = c + 1;
      surface.triangles.insert(surface.triangles.end(), {a, c, d, a, d, b});
      const Vec3 normal =
          cross(surface.positions[d] - surface.positions[a], surface.positions[b] - surface.positions[c]);
      for (const std::uint32_t corner : {a, b, c, d})
        surface.normals[corner] = surface.normals[corner] + normal;
    }
  if (closed)
    for (std::size_t row = 0; row < rows; ++row) {
      Vec3& first = surface.normals[row * columns];
      Vec3& last = surface.normals[row * columns + columns - 1];
      first = last = first + last;
    }
  for (Vec3& normal : surface.normals) normal = normalised(normal);
  return surface;
}

void add_tube(Surface& surface, const std::vector<Vec3>& path, float radius, bool closed) {
  const auto first = static_cast<std::uint32_t>(surface.positions.size());
  const auto count = static_cast<std::uint32_t>(path.size());
  const Vec3 axis = reference_axis(path, closed);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Vec3 along = direction(path, i, closed);
    const Vec3 side = normalised(cross(axis, along));
    const Vec3 up = cross(along, side);
    for (std::uint32_t k = 0; k < kSides; ++k) {
      const float angle = kTurn * static_cast<float>(k) / static_cast<float>(kSides);
      const Vec3 out = side * std::cos(angle) + up * std::sin(angle);
      surface.positions.push_back(path[i] + out * radius);
      surface.normals.push_back(out);
      surface.coordinates.push_back({0, 0});
    }
  }
  for (std::uint32_t i = 0; i + 1 < count + (closed ? 1U : 0U); ++i)
    for (std::uint32_t k = 0; k < kSides; ++k) {
      const std::uint32_t next = first + ((i + 1) % count) * kSides;
      const std::uint32_t a = first + i * kSides + k;
      const std::uint32_t b = first + i * kSides + (k + 1) % kSides;
      const std::uint32_t c = next + k;
      const std::uint32_t d = next + (k + 1) % kSides;
      surface.triangles.insert(surface.triangles.end(), {a, b, d, a, d, c});
    }
}

std::shared_ptr<const Image> film(std::uint8_t red, std::uint8_t green, std::uint8_t blue,
                                  std::uint8_t alpha) {
  auto image = std::make_shared<Image>(Image::blank(4, 4, 4));
  for (std::size_t i = 0; i < image->pixels.size(); i += 4) {
    image->pixels[i] = red;
    image->pixels[i + 1] = green;
    image->pixels[i + 2] = blue;
    image->pixels[i + 3] = alpha;
  }
  return image;
}

}  // namespace uketsuke::camera
