#pragma once

#include <array>
#include <opencv2/core/types.hpp>

namespace uketsuke::reader::face_engine {

/// Position of a face, in pixels of the picture; 0, 0 is the upper left corner of the upper left pixel. The
/// box may extend beyond the picture.
using Box = cv::Rect2f;

/// A face as the detector reports it.
struct FoundFace {
  Box box;
  float confidence = 0;  ///< 0 to 1
};

/// 68 points in the order of iBUG 300-W, in pixels of the picture like Box.
using Landmarks = std::array<cv::Point2f, 68>;

/// Centres of the eyes, tip of the nose, corners of the mouth; the image's left first.
using FivePoints = std::array<cv::Point2f, 5>;

/// The embedder's output for a face: a unit vector, so that the similarity of two templates is their dot
/// product.
using Template = std::array<float, 512>;

}  // namespace uketsuke::reader::face_engine
