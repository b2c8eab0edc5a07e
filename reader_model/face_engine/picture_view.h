#pragma once

#include <opencv2/core/mat.hpp>

#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// The longest side of a picture: a camera of 8K has 7680; OpenCV's warp ends at 32767.
constexpr int kLongestSide = 16384;

/// A picture of the host as OpenCV sees it, without a copy; good as long as the host's pixels.
/// @throws FaceError (BAD_IMAGE) where it has no pixels, a side is not 1 to kLongestSide, the stride is
/// shorter than a row, or the format is unknown
cv::Mat view(const uketsuke_face_image* image);

}  // namespace uketsuke::reader::face_engine
