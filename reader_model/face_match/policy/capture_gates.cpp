#include "reader_model/face_match/policy/capture_gates.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "reader_model/face_match/landmarks.h"
#include "reader_model/face_match/picture_quality.h"

namespace uketsuke::reader {

namespace {

std::optional<Guidance> distance_gate(const FaceMeasures& face, const GateLimits& limits) {
  if (face.eyes_apart < limits.eyes_apart_at_least) return Guidance::come_closer;
  if (face.eyes_apart > limits.eyes_apart_at_most) return Guidance::step_back;
  return std::nullopt;
}

std::optional<Guidance> place_gate(const FaceMeasures& face, const GateLimits& limits) {
  const auto width = static_cast<float>(face.frame_width), height = static_cast<float>(face.frame_height);
  const float across = (face.middle.x - limits.guide_x * width) / (limits.guide_half_width * height);
  const float down = (face.middle.y - limits.guide_y * height) / (limits.guide_half_height * height);
  if (std::hypot(across, down) <= 1) return std::nullopt;
  if (std::abs(across) < std::abs(down)) return down > 0 ? Guidance::move_up : Guidance::move_down;
  // The patient's right is on the camera's left.
  return across > 0 ? Guidance::move_right : Guidance::move_left;
}

std::optional<Guidance> light_gate(const PictureQuality& q, const GateLimits& limits) {
  if (q.brightness < limits.backlit_below && q.backlight > limits.backlight_at_most) return Guidance::backlit;
  if (q.brightness < limits.brightness_at_least) return Guidance::too_dark;
  if (q.brightness > limits.brightness_at_most || q.saturated > limits.saturated_at_most)
    return Guidance::too_bright;
  if (q.unevenness > limits.unevenness_at_most) return Guidance::uneven_light;
  if (q.contrast < limits.contrast_at_least) return Guidance::too_dark;
  return std::nullopt;
}

std::optional<Guidance> pose_gate(const camera::Turn& pose, const GateLimits& limits) {
  if (std::abs(pose.yaw) > limits.yaw_at_most || std::abs(pose.pitch) > limits.pitch_at_most) {
    return Guidance::look_straight;
  }
  if (std::abs(pose.roll) > limits.roll_at_most) return Guidance::level_head;
  return std::nullopt;
}

}  // namespace

std::vector<FaceObservation> sure_faces(std::vector<FaceObservation> found, const GateLimits& limits) {
  found.erase(std::remove_if(
                  found.begin(), found.end(),
                  [&](const FaceObservation& face) { return face.confidence < limits.confidence_at_least; }),
              found.end());
  return found;
}

std::optional<Guidance> person_gate(const std::vector<FaceObservation>& faces, const GateLimits& limits) {
  if (faces.empty()) return Guidance::show_face;
  if (faces.size() > 1 && faces[1].box.area() >= limits.second_face_share * faces[0].box.area()) {
    return Guidance::one_person;
  }
  return std::nullopt;
}

FaceMeasures measure_face(const camera::Image& frame, const FaceObservation& face) {
  const FacePoints points = face_points(face.landmarks);
  FaceMeasures measures;
  measures.middle = points.middle();
  measures.eyes_middle = points.eyes_middle();
  measures.eyes_apart = points.eyes_apart();
  measures.pose = head_pose(face.landmarks);
  measures.eye_openness = eye_openness(face.landmarks);
  measures.quality = measure_quality(frame, face.box);
  measures.frame_width = frame.width;
  measures.frame_height = frame.height;
  return measures;
}

std::optional<Guidance> shut_gate(const FaceMeasures& face, const GateLimits& limits) {
  if (const auto shut = distance_gate(face, limits)) return shut;
  if (const auto shut = place_gate(face, limits)) return shut;
  if (const auto shut = light_gate(face.quality, limits)) return shut;
  if (const auto shut = pose_gate(face.pose, limits)) return shut;
  if (face.eye_openness < limits.eye_openness_at_least) return Guidance::open_eyes;  // NaN passes
  if (face.quality.sharpness < limits.sharpness_at_least) return Guidance::hold_still;
  return std::nullopt;
}

float motion(const FaceMeasures& earlier, const FaceMeasures& later) {
  if (!(later.eyes_apart > 0) || !(earlier.eyes_apart > 0)) return std::numeric_limits<float>::infinity();
  const camera::Vec2 way = later.eyes_middle - earlier.eyes_middle;
  const float across = std::hypot(way.x, way.y) / later.eyes_apart;
  const float nearer = std::abs(later.eyes_apart - earlier.eyes_apart) / later.eyes_apart;
  return std::max(across, nearer);
}

}  // namespace uketsuke::reader
