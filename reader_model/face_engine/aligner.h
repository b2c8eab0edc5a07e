#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>
#include <optional>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Positions of a face's five points in a 112x112 image, for embedders of the ArcFace family.
/// Source: J. Deng et al., ArcFace (CVPR 2019), the alignment template of the published code.
constexpr std::array<std::array<float, 2>, 5> kArcFacePoints = {{{38.2946F, 51.6963F},
                                                                 {73.5318F, 51.5014F},
                                                                 {56.0252F, 71.7366F},
                                                                 {41.5493F, 92.3655F},
                                                                 {70.7299F, 92.2041F}}};

/// Computes five points: each eye is the mean of the four points of its lids, without the corners; nose tip;
/// each corner of the mouth is the mean of the outer and inner lip's.
FivePoints five_points(const Landmarks& landmarks);

/// The similarity transform (rotation, scale, translation; no reflection, no shear) that maps `from` to `to`
/// in the least-squares sense (S. Umeyama, 1991; closed form in the plane): 2x3, [a -b tx; b a ty].
/// @returns empty if all points of `from` coincide
std::optional<cv::Matx23f> similarity_transform(const FivePoints& from, const FivePoints& to);

/// Crops a face, upright and at the size that the embedder was trained on.
class Aligner {
 public:
  /// @param picture 8 bit, 1 or 3 channels
  /// @returns 112x112 with the picture's channels, valid until the next call; black outside the picture;
  /// nullptr if all points coincide
  const cv::Mat* align(const cv::Mat& picture, const Landmarks& landmarks);

  void wipe();

 private:
  cv::Mat chip_;
};

}  // namespace uketsuke::reader::face_engine
