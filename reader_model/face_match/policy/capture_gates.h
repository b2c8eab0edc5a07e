#pragma once

#include <optional>
#include <vector>

#include "camera_model/image.h"
#include "reader_model/face_match/plugin/face_plugin.h"
#include "reader_model/face_match/policy/face_policy.h"
#include "reader_model/face_match/policy/guidance.h"

namespace uketsuke::reader {

/// Measurements that the gates check.
struct FaceMeasures {
  camera::Vec2 middle;       ///< point midway between eyes and mouth, pixels
  camera::Vec2 eyes_middle;  ///< pixels
  float eyes_apart = 0;      ///< pixels
  camera::Turn pose;
  float eye_openness = 0;  ///< NaN with 5 landmarks
  PictureQuality quality;
  int frame_width = 0, frame_height = 0;
};

/// Faces that the detector is confident of, the largest first.
std::vector<FaceObservation> sure_faces(std::vector<FaceObservation> found, const GateLimits& limits);

/// Empty if exactly one person is before the camera: one face, or one that is clearly the nearest.
/// @param faces the largest first
std::optional<Guidance> person_gate(const std::vector<FaceObservation>& faces, const GateLimits& limits);

FaceMeasures measure_face(const camera::Image& frame, const FaceObservation& face);

/// The first closed gate, in the order in which a patient can best correct it: distance, position, light,
/// turn, eyes, sharpness. A value equal to its limit passes.
std::optional<Guidance> shut_gate(const FaceMeasures& face, const GateLimits& limits);

/// Motion between two frames, in fractions of the distance between the eyes: shift of the eyes' midpoint, or
/// change of that distance, whichever is larger.
float motion(const FaceMeasures& earlier, const FaceMeasures& later);

}  // namespace uketsuke::reader
