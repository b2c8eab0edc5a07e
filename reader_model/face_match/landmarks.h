#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// The points of a face that 5 and 68 landmarks have in common, pixels of the frame. "left" is the left of
/// the picture.
struct FacePoints {
  camera::Vec2 eye_left, eye_right;  ///< middles of the eyes
  camera::Vec2 nose;                 ///< tip
  camera::Vec2 mouth_left, mouth_right;

  camera::Vec2 eyes_middle() const { return (eye_left + eye_right) * 0.5F; }
  /// Middle between eyes and mouth: what the guide on the screen is laid over.
  camera::Vec2 middle() const { return (eyes_middle() + (mouth_left + mouth_right) * 0.5F) * 0.5F; }
  float eyes_apart() const;  ///< pixels
};

/// @param landmarks 5 (eyes, nose, corners of the mouth) or 68 (iBUG 300-W order)
FacePoints face_points(const std::vector<camera::Vec2>& landmarks);

/// How far the eyes are open: height over width of the lids, mean of both; about 0.3 open, below 0.1 shut
/// (eye aspect ratio, Soukupova and Cech 2016). NaN with 5 landmarks.
float eye_openness(const std::vector<camera::Vec2>& landmarks);

/// How a head is turned, by fitting a mean face seen from far away (weak perspective) to the landmarks.
///
/// The nose stands out of the plane of eyes and mouth, so its place tells the turn; a flat picture that is
/// turned moves nose and plane together and stays where it was. A nose that is higher or lower than the mean
/// face's by a fifth makes yaw and pitch wrong by a fifth; differences between two views of one face are as
/// good as the landmarks. @returns degrees; zero for points that all lie in one place
camera::Turn head_pose(const std::vector<camera::Vec2>& landmarks);

}  // namespace uketsuke::reader
