#pragma once

#include <optional>
#include <vector>

#include "camera_model/image.h"
#include "reader_model/face_match/plugin/face_plugin.h"
#include "reader_model/face_match/policy/face_policy.h"
#include "reader_model/face_match/policy/guidance.h"

namespace uketsuke::reader {

/// What the gates look at.
struct FaceMeasures {
  camera::Vec2 middle;       ///< between eyes and mouth, pixels
  camera::Vec2 eyes_middle;  ///< pixels
  float eyes_apart = 0;      ///< pixels
  camera::Turn pose;
  float eye_openness = 0;  ///< NaN where 5 landmarks do not tell
  PictureQuality quality;
  int frame_width = 0, frame_height = 0;
};

/// Faces that the detector is sure of, the largest first.
std::vector<FaceObservation> sure_faces(std::vector<FaceObservation> found, const GateLimits& limits);

/// Nothing where exactly one person stands before the camera: one face, or one that is clearly the nearest.
/// @param faces the largest first
std::optional<Guidance> person_gate(const std::vector<FaceObservation>& faces, const GateLimits& limits);

FaceMeasures measure_face(const camera::Image& frame, const FaceObservation& face);

/// The first gate that is shut, in the order in which a patient can best do something about it: distance,
/// place, light, turn, eyes, sharpness. A value on its limit passes.
std::optional<Guidance> shut_gate(const FaceMeasures& face, const GateLimits& limits);

/// How far the eyes' middle moved between two frames, or how much the distance between the eyes changed if
/// that is more; shares of that distance.
float motion(const FaceMeasures& earlier, const FaceMeasures& later);

}  // namespace uketsuke::reader
