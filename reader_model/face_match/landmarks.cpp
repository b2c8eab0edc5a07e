#include "reader_model/face_match/landmarks.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace uketsuke::reader {

namespace {

using camera::Vec2;
using camera::Vec3;

constexpr std::size_t kIbug = 68;
constexpr float kLeastScale = 1e-4F;  // pixels per millimetre: a face smaller than a pixel

struct ModelPoint {
  std::size_t landmark;  // index in iBUG order
  Vec3 place;            // millimetres from the point midway between the eyes, as camera::Vec3
};

// A mean adult face as the engine's landmarks see it: measured on 16 rendered heads in 15 poses each, which
// have longer noses than people, and adjusted half-way to the proportions of the five points that face
// aligners use (ArcFace: nose 0.57 and mouth 1.16 eye distances below the eyes). Without contour (it slides
// along the cheek when the head turns) and jaw (it moves in speech).
constexpr std::array<ModelPoint, 12> kMeanFace = {{{27, {0, -1, 11}},
                                                   {28, {0, -14, 16}},
                                                   {29, {0, -28, 22}},
                                                   {30, {0, -41, 28}},
                                                   {31, {-15, -51, 15}},
                                                   {33, {0, -56, 20}},
                                                   {35, {15, -51, 15}},
                                                   {48, {-26, -79, 2}},
                                                   {51, {0, -73, 17}},
                                                   {54, {26, -79, 2}},
                                                   {39, {-19, -3, 0}},
                                                   {42, {19, -3, 0}}}};
constexpr Vec3 kEyeLeft{-32, 0, 0}, kEyeRight{32, 0, 0};
constexpr Vec3 kNose{0, -41, 28}, kMouthLeft{-26, -79, 2}, kMouthRight{26, -79, 2};

Vec2 middle(const std::vector<Vec2>& points, std::size_t first, std::size_t count) {
  Vec2 sum;
  for (std::size_t i = first; i < first + count; ++i) sum = sum + points[i];
  return sum * (1.0F / static_cast<float>(count));
}

float openness(const std::vector<Vec2>& p, std::size_t first) {
  const float width = distance(p[first], p[first + 3]);
  const float height = distance(p[first + 1], p[first + 5]) + distance(p[first + 2], p[first + 4]);
  return width > 0 ? height / (2 * width) : 0;
}

/// Rows of the 2x3 matrix that maps the mean face (about its centre) to the landmarks, least squares.
std::pair<Vec3, Vec3> fit_view(const std::vector<std::pair<Vec3, Vec2>>& pairs) {
  Vec3 middle_face;
  Vec2 middle_view;
  const float share = 1.0F / static_cast<float>(pairs.size());
  for (const auto& [face, view] : pairs) {
    middle_face = middle_face + face * share;
    middle_view = middle_view + view * share;
  }
  // Normal equations: M a = b for each row, with M = sum of X X^T.
  std::array<Vec3, 3> m{};
  Vec3 bx, by;
  for (const auto& [face, view] : pairs) {
    const Vec3 x = face - middle_face;
    m[0] = m[0] + x * x.x;
    m[1] = m[1] + x * x.y;
    m[2] = m[2] + x * x.z;
    bx = bx + x * (view.x - middle_view.x);
    by = by + x * (middle_view.y - view.y);  // picture rows count downwards, y upwards
  }
  const float determinant = dot(m[0], cross(m[1], m[2]));
  // M is symmetric, so the crossed rows are the columns of its adjugate.
  const std::array<Vec3, 3> inverse = {cross(m[1], m[2]), cross(m[2], m[0]), cross(m[0], m[1])};
  const auto solve = [&](Vec3 b) {
    return (inverse[0] * b.x + inverse[1] * b.y + inverse[2] * b.z) * (1.0F / determinant);
  };
  return {solve(bx), solve(by)};
}

}  // namespace

float FacePoints::eyes_apart() const { return distance(eye_left, eye_right); }

FacePoints face_points(const std::vector<Vec2>& landmarks) {
  if (landmarks.size() == kIbug) {
    return {middle(landmarks, 36, 6), middle(landmarks, 42, 6), landmarks[30], landmarks[48], landmarks[54]};
  }
  return {landmarks.at(0), landmarks.at(1), landmarks.at(2), landmarks.at(3), landmarks.at(4)};
}

float eye_openness(const std::vector<Vec2>& landmarks) {
  if (landmarks.size() != kIbug) return std::numeric_limits<float>::quiet_NaN();
  return (openness(landmarks, 36) + openness(landmarks, 42)) / 2;
}

camera::Turn head_pose(const std::vector<Vec2>& landmarks) {
  const FacePoints points = face_points(landmarks);
  std::vector<std::pair<Vec3, Vec2>> pairs = {{kEyeLeft, points.eye_left}, {kEyeRight, points.eye_right}};
  if (landmarks.size() == kIbug) {
    for (const ModelPoint& point : kMeanFace) pairs.emplace_back(point.place, landmarks[point.landmark]);
  } else {
    pairs.emplace_back(kNose, points.nose);
    pairs.emplace_back(kMouthLeft, points.mouth_left);
    pairs.emplace_back(kMouthRight, points.mouth_right);
  }
  const auto [across, up] = fit_view(pairs);
  if (!(length(across) > kLeastScale) || !(length(up) > kLeastScale)) return {};
  // Rows of the rotation matrix that camera::placed builds from a Turn (roll, then pitch, then yaw),
  // inverted.
  const Vec3 x = normalised(across), y = normalised(up);
  const Vec3 z = cross(x, y);
  return {std::atan2(x.z, z.z) * camera::kDegreesPerRadian,
          std::asin(std::min(1.0F, std::max(-1.0F, y.z))) * camera::kDegreesPerRadian,
          std::atan2(-y.x, y.y) * camera::kDegreesPerRadian};
}

}  // namespace uketsuke::reader
