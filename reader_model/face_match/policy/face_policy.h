#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "reader_model/face_match/parallax.h"

namespace uketsuke::reader {

/// A threshold with its measured false match rate.
struct SimilarityRow {
  double fmr = 0;      ///< false matches per comparison of two different persons (ISO/IEC 19795-1)
  float at_least = 0;  ///< similarity, -1 to 1
};

/// Limits that a frame must satisfy before it is compared. Angles in degrees, greys 0 to 255.
struct GateLimits {
  float confidence_at_least = 0;  ///< the detector's; detections below it are not faces
  /// Two persons if the second face's area is at least this fraction of the first's.
  float second_face_share = 0;
  float eyes_apart_at_least = 0;  ///< pixels
  float eyes_apart_at_most = 0;
  float guide_x = 0, guide_y = 0;  ///< centre of the guide, in fractions of the frame's width and height
  float guide_half_width =
      0;  ///< half axes of the ellipse for the face's centre, in fractions of the frame's height
  float guide_half_height = 0;
  float yaw_at_most = 0, pitch_at_most = 0, roll_at_most = 0;
  float eye_openness_at_least = 0;  ///< 0: not checked
  float brightness_at_least = 0, brightness_at_most = 0;
  float contrast_at_least = 0;
  float saturated_at_most = 0;  ///< fraction of the face
  float unevenness_at_most = 0;
  float backlight_at_most = 0;  ///< only checked if the face is darker than `backlit_below`
  float backlit_below = 0;
  float sharpness_at_least = 0;
  float motion_at_most = 0;  ///< motion of the eyes' midpoint between frames, in fractions of their distance
};

/// When a picture is taken, and how many may vote.
struct CaptureRules {
  int steady_frames = 0;  ///< number of frames in a row with every gate open; the best of them is compared
  int votes = 0;          ///< number of pictures compared before the result is no match
  /// Number of frames after which a match that waits for the second view is compared again.
  int vote_valid_frames = 0;
  float jump_at_least = 0;  ///< motion, as in the gates, that may mean another person: start over
  int lost_frames = 0;      ///< number of frames without the face after which to start over
  int frozen_frames = 0;  ///< number of identical pictures in a row that mean a frozen camera; 0: not checked
  int guidance_frames = 0;  ///< number of frames in a row that must request a guidance before it is shown
};

/// All limits and rules of the host's decision.
struct FacePolicy {
  std::vector<SimilarityRow> similarity;
  double fmr = 0;  ///< selects the row
  float liveness_at_least = 0;
  bool liveness_required = true;
  GateLimits gates;
  CaptureRules capture;
  ParallaxRules parallax;

  /// The threshold at the policy's false match rate.
  float similarity_at_least() const;
};

/// Reads face_policy.yaml. @throws InputError, also if the rate has no row
FacePolicy load_face_policy(const std::filesystem::path& file);

/// Sets another rate, or a user-defined threshold (for an embedder that was measured elsewhere).
/// @throws InputError bad_value if the rate has no row, or the threshold is not from -1 to 1
void choose_fmr(FacePolicy& policy, double fmr);
void choose_threshold(FacePolicy& policy, double at_least);

}  // namespace uketsuke::reader
