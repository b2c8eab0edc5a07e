#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// A box in pixels of the frame; it may reach beyond the picture.
struct FaceBox {
  float x = 0, y = 0, width = 0, height = 0;

  float area() const { return width * height; }
};

/// The face's part of a picture as numbers; grey values are 0 to 255 as the camera gives them (sRGB).
struct PictureQuality {
  float brightness = 0;  ///< mean of the face
  float contrast = 0;    ///< standard deviation of the face
  float saturated = 0;   ///< share of the face at 250 and above, 0 to 1
  float unevenness = 0;  ///< |left half - right half| / (left half + right half), 0 to 1
  float backlight = 0;   ///< mean of what is round the face / mean of the face
  float sharpness = 0;   ///< variance of the Laplacian / variance of the grey, at a face width of 96 pixels
};

/// How a face looks from its two sides: views turned farthest to the left against those to the right.
struct ParallaxEvidence {
  float yaw_change = 0;     ///< degrees from one side to the other, from landmarks
  float residual = 0;       ///< of a homography between the sides, shares of the distance between the eyes
  float width = 0;          ///< of the face at the sides, as a share of what a head turned so far would have
  float live_at_least = 0;  ///< the limit for the residual; 0 where the sides are too near to tell
};

/// What a judgement rests on: for the record and the report.
struct FaceEvidence {
  std::int64_t frame = 0;  ///< number of the frame that was judged
  FaceBox box;
  std::vector<camera::Vec2> landmarks;  ///< pixels of the frame
  float confidence = 0;                 ///< of the detector
  float eyes_apart = 0;                 ///< pixels
  camera::Turn pose;                    ///< of the head, from landmarks
  PictureQuality quality;
  std::optional<std::int64_t> compared;  ///< number of the frame that was compared, the best of the last few
  std::optional<float> similarity;       ///< of that one with the card's photo, -1 to 1
  std::optional<float> liveness;         ///< of that one, 0 (picture) to 1 (person)
  std::optional<ParallaxEvidence> parallax;
  float similarity_at_least = 0;  ///< the limits that were in force
  float liveness_at_least = 0;
};

}  // namespace uketsuke::reader
