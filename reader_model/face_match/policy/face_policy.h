#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "reader_model/face_match/parallax.h"

namespace uketsuke::reader {

/// A threshold and the false match rate that it gave when it was measured.
struct SimilarityRow {
  double fmr = 0;      ///< false matches a comparison of two different persons (ISO/IEC 19795-1)
  float at_least = 0;  ///< similarity, -1 to 1
};

/// Limits that a frame must keep before it is compared. Angles in degrees, greys 0 to 255.
struct GateLimits {
  float confidence_at_least = 0;  ///< of the detector; fainter finds are no faces
  float second_face_share = 0;    ///< area of the second face over the first from which there are two persons
  float eyes_apart_at_least = 0;  ///< pixels
  float eyes_apart_at_most = 0;
  float guide_x = 0, guide_y = 0;  ///< middle of the guide, shares of the frame's width and height
  float guide_half_width =
      0;  ///< the face's middle must be inside this ellipse, shares of the frame's height
  float guide_half_height = 0;
  float yaw_at_most = 0, pitch_at_most = 0, roll_at_most = 0;
  float eye_openness_at_least = 0;  ///< 0: not looked at
  float brightness_at_least = 0, brightness_at_most = 0;
  float contrast_at_least = 0;
  float saturated_at_most = 0;  ///< share of the face
  float unevenness_at_most = 0;
  float backlight_at_most = 0;  ///< only where the face is darker than `backlit_below`
  float backlit_below = 0;
  float sharpness_at_least = 0;
  float motion_at_most = 0;  ///< of the eyes' middle from frame to frame, shares of their distance
};

/// When a picture is taken and how many may vote.
struct CaptureRules {
  int steady_frames = 0;      ///< in a row with every gate open; the best of them is compared
  int votes = 0;              ///< pictures that are compared before it is no match
  int vote_valid_frames = 0;  ///< a match that waits for the second view is compared anew after so many
  float jump_at_least = 0;    ///< motion, as in the gates, from which it may be somebody else: begin anew
  int lost_frames = 0;        ///< without the face, after which to begin anew
  int frozen_frames = 0;      ///< identical pictures in a row that mean a frozen camera; 0: not looked at
  int guidance_frames = 0;    ///< in a row that a guidance is wanted before it is shown
};

/// Everything the host decides by.
struct FacePolicy {
  std::vector<SimilarityRow> similarity;
  double fmr = 0;  ///< which row counts
  float liveness_at_least = 0;
  bool liveness_required = true;
  GateLimits gates;
  CaptureRules capture;
  ParallaxRules parallax;

  /// The limit at the policy's false match rate.
  float similarity_at_least() const;
};

/// Reads face_policy.yaml. @throws InputError, also for a rate that has no row
FacePolicy load_face_policy(const std::filesystem::path& file);

/// The same policy at another rate, or at a threshold of one's own (for an embedder that was measured
/// elsewhere).
/// @throws InputError bad_value where the rate has no row, or the threshold is not from -1 to 1
void choose_fmr(FacePolicy& policy, double fmr);
void choose_threshold(FacePolicy& policy, double at_least);

}  // namespace uketsuke::reader
