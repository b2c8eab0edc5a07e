#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

namespace {

float radians(float degrees) { return degrees * 3.14159265F / 180.0F; }

}  // namespace

Placement placed(Turn turn, Vec3 shift) {
  // Positive yaw turns +z (the nose) towards +x, positive pitch turns it towards +y; positive roll lowers +x.
  const float cy = std::cos(radians(turn.yaw)), sy = std::sin(radians(turn.yaw));
  const float cp = std::cos(radians(turn.pitch)), sp = std::sin(radians(turn.pitch));
  const float cr = std::cos(radians(turn.roll)), sr = std::sin(radians(turn.roll));
  const auto place = [&](Vec3 v) {
    const Vec3 rolled{cr * v.x + sr * v.y, cr * v.y - sr * v.x, v.z};
    const Vec3 pitched{rolled.x, cp * rolled.y + sp * rolled.z, cp * rolled.z - sp * rolled.y};
    return Vec3{cy * pitched.x + sy * pitched.z, pitched.y, cy * pitched.z - sy * pitched.x};
  };
  const Vec3 x = place({1, 0, 0}), y = place({0, 1, 0}), z = place({0, 0, 1});
  return {{Vec3{x.x, y.x, z.x}, Vec3{x.y, y.y, z.y}, Vec3{x.z, y.z, z.z}}, shift};
}

}  // namespace uketsuke::camera
