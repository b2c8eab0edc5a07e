#pragma once

#include <array>
#include <opencv2/core/mat.hpp>
#include <optional>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Follows one face from frame to frame by its landmarks, so that most frames need no detector.
///
/// A landmark model finds points in anything, so they cannot say that the face has gone. What it looked at
/// can: the crop of a followed face hardly changes from one frame to the next. The track is lost where the
/// crop's correlation with the last falls, or the box jumps; and it ends after a number of frames in any
/// case, so that a second face, or another one that took the place gently, is seen.
class FaceTracker {
 public:
  /// @param frames_between of them at most from one detection to the next; 1: every frame is detected
  explicit FaceTracker(int frames_between);

  /// Where to look for the face in the next frame; nothing where it has to be detected.
  std::optional<Box> expected(cv::Size frame) const;

  /// A face was detected in a frame of this size, and its landmarks found in `crop` (64x64 grey).
  void start(const FoundFace& face, const Landmarks& landmarks, const cv::Mat& crop, cv::Size frame);

  /// The landmarks that were found in the expected box.
  /// @returns the face as followed, its confidence the detector's times the likeness of the crops; nothing
  /// where the track is lost, which ends it: the frame has to be detected
  std::optional<FoundFace> follow(const Landmarks& landmarks, const cv::Mat& crop);

  /// Ends the track and overwrites it.
  void wipe();

 private:
  using Patch = std::array<float, 16 * 16>;  ///< the crop, small; mean 0, length 1

  Box box_of(const Landmarks& landmarks) const;
  static Patch patch_of(const cv::Mat& crop);

  int frames_between_;
  int left_ = 0;  ///< frames that may still be followed; 0: no track
  cv::Size frame_;
  FoundFace face_;
  Box margin_;  ///< from the bounds of the landmarks to the detector's box, in units of those bounds
  Patch patch_{};
};

}  // namespace uketsuke::reader::face_engine
