#pragma once

#include <array>
#include <opencv2/core/mat.hpp>
#include <optional>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Follows one face from frame to frame by its landmarks, so that most frames need no detector.
///
/// A landmark model finds points in anything, so these cannot show that the face has gone. Its input can: the
/// crop of a followed face hardly changes between frames. The track is lost if the crop's correlation with
/// the last one falls, or if the box jumps. It also ends after a fixed number of frames, so that a second
/// face, or another face that gradually took the place, is noticed.
class FaceTracker {
 public:
  /// @param frames_between maximum number of frames from one detection to the next; 1: every frame is
  /// detected
  explicit FaceTracker(int frames_between);

  /// Where to look for the face in the next frame; empty if it has to be detected.
  std::optional<Box> expected(cv::Size frame) const;

  /// Starts a track: a face was detected in a frame of this size, and its landmarks were found in `crop`
  /// (64x64 grey).
  void start(const FoundFace& face, const Landmarks& landmarks, const cv::Mat& crop, cv::Size frame);

  /// Continues the track with the landmarks found in the expected box.
  /// @returns the followed face, with the detector's confidence times the correlation of the crops; empty if
  /// the track is lost, which ends it: the frame has to be detected
  std::optional<FoundFace> follow(const Landmarks& landmarks, const cv::Mat& crop);

  /// Ends the track and overwrites it.
  void wipe();

 private:
  using Patch = std::array<float, 16 * 16>;  ///< the crop, reduced; mean 0, length 1

  Box box_of(const Landmarks& landmarks) const;
  static Patch patch_of(const cv::Mat& crop);

  int frames_between_;
  int left_ = 0;  ///< number of frames that may still be followed; 0: no track
  cv::Size frame_;
  FoundFace face_;
  Box margin_;  ///< offset of the detector's box from the landmarks' bounds, in units of those bounds
  Patch patch_{};
};

}  // namespace uketsuke::reader::face_engine
