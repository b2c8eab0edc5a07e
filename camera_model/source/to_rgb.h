#pragma once

#include <opencv2/core/mat.hpp>

#include "camera_model/image.h"

namespace uketsuke::camera {

/// Converts a decoded image to 8-bit RGB.
///
/// 16 bits become 8 by value / 257, rounded; grey becomes three equal colours; an image with alpha is
/// composed on black: transparent parts emit no light.
/// @param picture  1, 3 (blue, green, red) or 4 channels of 8 or 16 bits, as from cv::imdecode
/// @returns false if it has another format
bool to_rgb(const cv::Mat& picture, Image& out);

}  // namespace uketsuke::camera
