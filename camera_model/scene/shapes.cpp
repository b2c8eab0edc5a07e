#include "camera_model/scene/shapes.h"

#include <cmath>
#include <utility>

namespace uketsuke::camera {

namespace {

constexpr float kPi = 3.14159265F;

/// Adds triangles between the rows of a grid whose x runs to the right and y up.
void stitch(Surface& surface, std::uint32_t columns, std::uint32_t rows) {
  for (std::uint32_t y = 0; y + 1 < rows; ++y) {
    for (std::uint32_t x = 0; x + 1 < columns; ++x) {
      const std::uint32_t here = y * columns + x, above = here + columns;
      for (const std::uint32_t index : {here, here + 1, above, here + 1, above + 1, above})
        surface.triangles.push_back(index);
    }
  }
}

}  // namespace

Surface sheet(const Sheet& shape, Material material) {
  constexpr std::uint32_t kColumns = 33, kRows = 25;
  Surface surface;
  surface.material = std::move(material);
  for (std::uint32_t row = 0; row < kRows; ++row) {
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      const float u = static_cast<float>(column) / (kColumns - 1), v = static_cast<float>(row) / (kRows - 1);
      const float x = shape.left + u * (shape.right - shape.left),
                  y = shape.bottom + v * (shape.top - shape.bottom);
      Vec3 place{x, y, shape.z}, normal{0, 0, 1};
      if (shape.bend_radius > 0) {
        const float angle = x / shape.bend_radius;
        normal = {std::sin(angle), 0, std::cos(angle)};
        place = Vec3{0, y, -shape.bend_radius} + normal * (shape.bend_radius + shape.z);
      }
      surface.positions.push_back(place);
      surface.normals.push_back(normal);
      surface.coordinates.push_back({shape.bottom_left.x + u * (shape.top_right.x - shape.bottom_left.x),
                                     shape.bottom_left.y + v * (shape.top_right.y - shape.bottom_left.y)});
    }
  }
  stitch(surface, kColumns, kRows);
  return surface;
}

Surface slab(float width, float height, float thickness, float corner, Material material) {
  constexpr std::uint32_t kCorner = 7, kRound = 4 * kCorner;
  Surface surface;
  surface.material = std::move(material);
  const auto outline = [&](std::uint32_t i) {
    const std::uint32_t quarter = i / kCorner;
    const float angle =
        0.5F * kPi * (static_cast<float>(quarter) + static_cast<float>(i % kCorner) / (kCorner - 1));
    const Vec3 out{std::cos(angle), std::sin(angle), 0};
    const float side_x = quarter == 0 || quarter == 3 ? 1.0F : -1.0F, side_y = quarter < 2 ? 1.0F : -1.0F;
    const Vec3 middle{side_x * (0.5F * width - corner), side_y * (0.5F * height - corner), 0};
    return std::pair(middle + out * corner, out);
  };
  // Front and back are fans round their centres; the rim has its own corners because its normals point
  // outwards.
  for (const float z : {0.0F, -thickness}) {
    const Vec3 normal{0, 0, z == 0 ? 1.0F : -1.0F};
    const auto middle = static_cast<std::uint32_t>(surface.positions.size());
    surface.positions.push_back({0, 0, z});
    surface.normals.push_back(normal);
    for (std::uint32_t i = 0; i < kRound; ++i) {
      surface.positions.push_back(outline(i).first + Vec3{0, 0, z});
      surface.normals.push_back(normal);
      const std::uint32_t here = middle + 1 + i, next = middle + 1 + (i + 1) % kRound;
      surface.triangles.insert(surface.triangles.end(), {middle, z == 0 ? here : next, z == 0 ? next : here});
    }
  }
  const auto rim = static_cast<std::uint32_t>(surface.positions.size());
  for (std::uint32_t i = 0; i < kRound; ++i) {
    const auto [place, out] = outline(i);
    for (const float z : {0.0F, -thickness}) {
      surface.positions.push_back(place + Vec3{0, 0, z});
      surface.normals.push_back(out);
    }
    const std::uint32_t front = rim + 2 * i, next = rim + 2 * ((i + 1) % kRound);
    surface.triangles.insert(surface.triangles.end(), {front, front + 1, next, next, front + 1, next + 1});
  }
  return surface;
}

Surface rod(Vec3 from, Vec3 to, float radius, Material material) {
  constexpr std::uint32_t kRound = 17, kCap = 6;
  const Vec3 axis = normalised(to - from);
  const Vec3 side = normalised(cross(std::abs(axis.y) < 0.9F ? Vec3{0, 1, 0} : Vec3{1, 0, 0}, axis));
  const Vec3 other = cross(axis, side);
  Surface surface;
  surface.material = std::move(material);
  for (std::uint32_t ring = 0; ring < 2 * kCap; ++ring) {
    const bool far = ring >= kCap;
    const float lift =
        0.5F * kPi * (static_cast<float>(far ? ring - kCap : ring) / (kCap - 1) - (far ? 0.0F : 1.0F));
    for (std::uint32_t i = 0; i < kRound; ++i) {
      const float angle = 2 * kPi * static_cast<float>(i) / (kRound - 1);
      const Vec3 around = side * std::cos(angle) + other * std::sin(angle);
      const Vec3 normal = around * std::cos(lift) + axis * std::sin(lift);
      surface.positions.push_back((far ? to : from) + normal * radius);
      surface.normals.push_back(normal);
    }
  }
  stitch(surface, kRound, 2 * kCap);
  return surface;
}

Surface moved(Surface surface, Vec3 shift) {
  for (Vec3& place : surface.positions) place = place + shift;
  return surface;
}

}  // namespace uketsuke::camera
