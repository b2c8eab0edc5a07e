#pragma once

#include <cmath>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// 68 points of a synthetic face in iBUG order, millimetres from the point midway between the eyes; its nose
/// protrudes less than the mean face's of the code under test.
inline std::vector<camera::Vec3> synthetic_face() {
  constexpr float kPi = 3.14159265F;
  std::vector<camera::Vec3> points;
  for (int i = 0; i <= 16; ++i) {  // contour, ear to ear
    const float t = static_cast<float>(i - 8) / 8;
    points.push_back({72 * std::sin(t * kPi / 2), -118 * std::cos(t * kPi / 2), -45 * t * t});
  }
  for (const float side : {-1.0F, 1.0F}) {  // brows
    for (int i = 0; i < 5; ++i) {
      const float t = side < 0 ? static_cast<float>(i) / 4 : static_cast<float>(4 - i) / 4;  // outer to inner
      points.push_back({side * (60 - 42 * t), 20 + 6 * std::sin(t * kPi), -12 + 20 * t});
    }
  }
  for (int i = 0; i < 4; ++i) {  // bridge of the nose to its tip
    const auto t = static_cast<float>(i);
    points.push_back({0, 1 - 13.5F * t, 9 + 5.5F * t});
  }
  for (int i = -2; i <= 2; ++i) {  // base of the nose
    const auto t = static_cast<float>(i);
    points.push_back({7 * t, -53 + t * t, 18 - t * t});
  }
  const auto ring = [&](camera::Vec3 middle, float width, float height, int count, float lift) {
    for (int i = 0; i < count; ++i) {  // from the left corner over the top
      const float a = kPi - 2 * kPi * static_cast<float>(i) / static_cast<float>(count);
      points.push_back(middle + camera::Vec3{width / 2 * std::cos(a), height / 2 * std::sin(a),
                                             lift * std::abs(std::sin(a))});
    }
  };
  ring({-31, 0, -1}, 28, 10, 6, 2);  // eyes
  ring({31, 0, -1}, 28, 10, 6, 2);
  ring({0, -77, 2}, 50, 20, 12, 13);  // lips, outer and inner
  ring({0, -77, 4}, 38, 6, 8, 11);
  return points;
}

/// The face as a photo: flattened onto a sheet.
inline std::vector<camera::Vec3> flattened(std::vector<camera::Vec3> face) {
  for (camera::Vec3& point : face) point.z = 0;
  return face;
}

/// A pinhole camera; the head is at `distance` from it.
struct Pinhole {
  float focal = 450;  ///< pixels
  float middle_x = 320, middle_y = 180;
  float distance = 500;  ///< millimetres

  std::vector<camera::Vec2> project(const std::vector<camera::Vec3>& points, camera::Turn turn,
                                    camera::Vec3 shift = {}) const {
    const camera::Placement placement = camera::placed(turn, shift);
    std::vector<camera::Vec2> picture;
    for (const camera::Vec3& point : points) {
      const camera::Vec3 p = placement(point);
      const float scale = focal / (distance - p.z);
      picture.push_back({middle_x + scale * p.x, middle_y - scale * p.y});
    }
    return picture;
  }
};

}  // namespace uketsuke::reader
