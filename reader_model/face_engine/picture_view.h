#pragma once

#include <opencv2/core/mat.hpp>

#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// Maximum side length of a picture in pixels: an 8K camera has 7680; OpenCV's warp is limited to 32767.
constexpr int kLongestSide = 16384;

/// The host's picture as an OpenCV matrix, without a copy; valid as long as the host's pixels.
/// @throws FaceError (BAD_IMAGE) if it has no pixels, a side is not 1 to kLongestSide, the stride is shorter
/// than a row, or the format is unknown
cv::Mat view(const uketsuke_face_image* image);

}  // namespace uketsuke::reader::face_engine
