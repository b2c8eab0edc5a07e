#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>
#include <optional>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Where the five points of a face stand in a picture of 112x112 for embedders of the ArcFace family.
/// Source: J. Deng et al., ArcFace (CVPR 2019), the alignment template of the published code.
constexpr std::array<std::array<float, 2>, 5> kArcFacePoints = {{{38.2946F, 51.6963F},
                                                                 {73.5318F, 51.5014F},
                                                                 {56.0252F, 71.7366F},
                                                                 {41.5493F, 92.3655F},
                                                                 {70.7299F, 92.2041F}}};

/// Eyes as the mean of the four points of their lids, without the corners; nose tip; corners of the mouth as
/// the mean of the outer and inner lip's.
FivePoints five_points(const Landmarks& landmarks);

/// The similarity (turn, scale, shift; no mirror image, no shear) that takes `from` nearest to `to` in the
/// sense of least squares (S. Umeyama, 1991; in the plane it has a closed form): 2x3, [a -b tx; b a ty].
/// @returns nothing where the points of `from` are all in one place
std::optional<cv::Matx23f> similarity_transform(const FivePoints& from, const FivePoints& to);

/// Cuts a face out, upright and at the size that the embedder was trained on.
class Aligner {
 public:
  /// @param picture 8 bit, 1 or 3 channels
  /// @returns 112x112 with the picture's channels, good until the next call; black outside the picture;
  /// nullptr where the points are all in one place
  const cv::Mat* align(const cv::Mat& picture, const Landmarks& landmarks);

  void wipe();

 private:
  cv::Mat chip_;
};

}  // namespace uketsuke::reader::face_engine
