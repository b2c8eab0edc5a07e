#pragma once

#include <array>
#include <cmath>

namespace uketsuke::camera {

/// A 3-D vector. World coordinates, in mm unless stated otherwise: x to the right as the camera sees it, y
/// up, z towards the camera. A head's origin is midway between its eyes; its face looks along +z.
struct Vec3 {
  float x = 0, y = 0, z = 0;
};

struct Vec2 {
  float x = 0, y = 0;
};

inline constexpr float kDegreesPerRadian = 57.2957795F;

constexpr Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
constexpr Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
constexpr Vec3 operator*(Vec3 a, float s) { return {a.x * s, a.y * s, a.z * s}; }
constexpr Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec2 operator*(Vec2 a, float s) { return {a.x * s, a.y * s}; }
constexpr float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
constexpr Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline float distance(Vec2 a, Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }
inline float length(Vec3 a) { return std::sqrt(dot(a, a)); }
/// Scales to unit length; returns the zero vector unchanged.
inline Vec3 normalised(Vec3 a) {
  const float norm = length(a);
  return norm > 0 ? a * (1.0F / norm) : a;
}

/// Rotation of a head in degrees: yaw to its left, pitch up, roll to its left shoulder. All zero faces the
/// camera.
struct Turn {
  float yaw = 0, pitch = 0, roll = 0;
};

/// A rotation followed by a translation: from a model's own frame to the world.
struct Placement {
  std::array<Vec3, 3> rows{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
  Vec3 shift;

  Vec3 turn(Vec3 v) const { return {dot(rows[0], v), dot(rows[1], v), dot(rows[2], v)}; }
  Vec3 operator()(Vec3 v) const { return turn(v) + shift; }
};

/// Rotates about the model's origin (roll first, then pitch, then yaw), then translates by `shift`.
Placement placed(Turn turn, Vec3 shift);

}  // namespace uketsuke::camera
