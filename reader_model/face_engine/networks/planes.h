#pragma once

#include <opencv2/core/mat.hpp>

namespace uketsuke::reader::face_engine {

/// Colour order of a network's input. Pictures are RGB or grey; grey is copied to all three channels.
enum class ColourOrder { rgb, bgr };

/// A model's scaling of a byte: (value - mean) / divisor.
struct Scaling {
  float mean = 0;
  float divisor = 1;
};

/// Writes a picture (8 bit; 1 or 3 channels) as three planes of floats, each as large as the picture (NCHW).
void to_planes(const cv::Mat& picture, ColourOrder order, Scaling scaling, float* planes);

/// Writes a picture (8 bit; 1 or 3 channels) as RGB triples of floats (NHWC).
void to_triples(const cv::Mat& picture, Scaling scaling, float* triples);

/// Enlarges the box by `scale` about its centre, limits it to the picture's size, and shifts it inside; whole
/// pixels. The crop that landmark and liveness models were trained on.
cv::Rect inside(const cv::Rect2f& box, float scale, cv::Size picture);

}  // namespace uketsuke::reader::face_engine
