#pragma once

#include <opencv2/core/mat.hpp>

#include "camera_model/image.h"

namespace uketsuke::camera {

/// A decoded picture as 8-bit RGB.
///
/// 16 bits become 8 by value / 257, rounded; grey becomes three equal colours; where there is alpha, the
/// picture lies on black: what is not there gives no light.
/// @param picture 1, 3 (blue, green, red) or 4 channels of 8 or 16 bits, as cv::imdecode gives it
/// @returns whether it is one of these
bool to_rgb(const cv::Mat& picture, Image& out);

}  // namespace uketsuke::camera
