#pragma once

#include <array>
#include <opencv2/core/types.hpp>

namespace uketsuke::reader::face_engine {

/// Where a face is, in pixels of the picture; 0, 0 is the upper left corner of the upper left pixel. It may
/// reach beyond the picture.
using Box = cv::Rect2f;

/// What a detector says.
struct FoundFace {
  Box box;
  float confidence = 0;  ///< 0 to 1
};

/// 68 points in the order of iBUG 300-W, in pixels of the picture as a Box.
using Landmarks = std::array<cv::Point2f, 68>;

/// Middle of the eyes, tip of the nose, corners of the mouth; the image's left first.
using FivePoints = std::array<cv::Point2f, 5>;

/// What the embedder makes of a face: a unit vector, so that the similarity of two is their dot product.
using Template = std::array<float, 512>;

}  // namespace uketsuke::reader::face_engine
