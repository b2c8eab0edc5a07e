#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// A box in pixels of the frame; it may extend beyond the picture.
struct FaceBox {
  float x = 0, y = 0, width = 0, height = 0;

  float area() const { return width * height; }
};

/// Picture quality of the face. Grey values are 0 to 255 as delivered by the camera (sRGB).
struct PictureQuality {
  float brightness = 0;  ///< mean of the face
  float contrast = 0;    ///< standard deviation of the face
  float saturated = 0;   ///< fraction of the face at 250 and above, 0 to 1
  float unevenness = 0;  ///< |left half - right half| / (left half + right half), 0 to 1
  float backlight = 0;   ///< mean of the surroundings / mean of the face
  float sharpness = 0;   ///< variance of the Laplacian / variance of the grey, at a face width of 96 pixels
};

/// Difference between the two sides of a face: the views turned farthest to the left against those to the
/// right.
struct ParallaxEvidence {
  float yaw_change = 0;  ///< degrees from one side to the other, computed from landmarks
  float residual = 0;    ///< of a homography between the sides, in fractions of the distance between the eyes
  /// Width of the face at the sides, as a fraction of what a head turned that far would have.
  float width = 0;
  float live_at_least = 0;  ///< the limit for the residual; 0 if the sides are too close to decide
};

/// Measurements behind a judgement, for the record and the report.
struct FaceEvidence {
  std::int64_t frame = 0;  ///< number of the frame that was judged
  FaceBox box;
  std::vector<camera::Vec2> landmarks;  ///< pixels of the frame
  float confidence = 0;                 ///< the detector's
  float eyes_apart = 0;                 ///< pixels
  camera::Turn pose;                    ///< of the head, computed from landmarks
  PictureQuality quality;
  std::optional<std::int64_t> compared;  ///< number of the frame that was compared, the best of the last few
  std::optional<float> similarity;       ///< of the compared frame with the card's photo, -1 to 1
  std::optional<float> liveness;         ///< of the compared frame, 0 (picture) to 1 (person)
  std::optional<ParallaxEvidence> parallax;
  float similarity_at_least = 0;  ///< the limits in force
  float liveness_at_least = 0;
};

}  // namespace uketsuke::reader
