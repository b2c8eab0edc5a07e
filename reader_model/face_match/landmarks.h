#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// The points that 5 and 68 landmarks have in common, in pixels of the frame. "left" is the left of the
/// picture.
struct FacePoints {
  camera::Vec2 eye_left, eye_right;  ///< centres of the eyes
  camera::Vec2 nose;                 ///< tip
  camera::Vec2 mouth_left, mouth_right;

  camera::Vec2 eyes_middle() const { return (eye_left + eye_right) * 0.5F; }
  /// Point midway between eyes and mouth, which is aligned with the guide on the screen.
  camera::Vec2 middle() const { return (eyes_middle() + (mouth_left + mouth_right) * 0.5F) * 0.5F; }
  float eyes_apart() const;  ///< pixels
};

/// @param landmarks 5 (eyes, nose, corners of the mouth) or 68 (iBUG 300-W order)
FacePoints face_points(const std::vector<camera::Vec2>& landmarks);

/// Eye aspect ratio: height over width of the lids, mean of both eyes; about 0.3 open, below 0.1 shut
/// (Soukupova and Cech 2016). NaN with 5 landmarks.
float eye_openness(const std::vector<camera::Vec2>& landmarks);

/// Estimates the pose of a head by fitting a mean face under weak perspective to the landmarks.
///
/// The nose stands out of the plane of eyes and mouth, so its position shows the turn; in a flat picture that
/// is turned, nose and plane move together, and the pose stays. If a nose protrudes a fifth more or less than
/// the mean face's, yaw and pitch are wrong by a fifth; differences between two views of one face are as
/// accurate as the landmarks. @returns degrees; zero if all points coincide
camera::Turn head_pose(const std::vector<camera::Vec2>& landmarks);

}  // namespace uketsuke::reader
