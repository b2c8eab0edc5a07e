#include "camera_model/source/to_rgb.h"

#include <cstdint>

namespace uketsuke::camera {

namespace {

unsigned eight_bits(std::uint8_t value) { return value; }
unsigned eight_bits(std::uint16_t value) { return (value + 128U) / 257U; }

template <class Sample, int Channels>
void convert(const cv::Mat& picture, Image& out) {
  std::uint8_t* to = out.pixels.data();
  for (int y = 0; y < picture.rows; ++y) {
    const auto* from = picture.ptr<Sample>(y);
    for (int x = 0; x < picture.cols; ++x, from += Channels, to += 3) {
      unsigned blue = eight_bits(from[0]);
      unsigned green = Channels == 1 ? blue : eight_bits(from[Channels > 1 ? 1 : 0]);
      unsigned red = Channels == 1 ? blue : eight_bits(from[Channels > 1 ? 2 : 0]);
      if (Channels == 4) {
        const unsigned alpha = eight_bits(from[Channels - 1]);
        blue = (blue * alpha + 127) / 255;
        green = (green * alpha + 127) / 255;
        red = (red * alpha + 127) / 255;
      }
      to[0] = static_cast<std::uint8_t>(red);
      to[1] = static_cast<std::uint8_t>(green);
      to[2] = static_cast<std::uint8_t>(blue);
    }
  }
}

}  // namespace

bool to_rgb(const cv::Mat& picture, Image& out) {
  out.width = picture.cols;
  out.height = picture.rows;
  out.channels = 3;
  out.pixels.resize(static_cast<std::size_t>(picture.cols) * static_cast<std::size_t>(picture.rows) * 3);
  switch (picture.type()) {
    case CV_8UC1:
      convert<std::uint8_t, 1>(picture, out);
      return true;
    case CV_8UC3:
      convert<std::uint8_t, 3>(picture, out);
      return true;
    case CV_8UC4:
      convert<std::uint8_t, 4>(picture, out);
      return true;
    case CV_16UC1:
      convert<std::uint16_t, 1>(picture, out);
      return true;
    case CV_16UC3:
      convert<std::uint16_t, 3>(picture, out);
      return true;
    case CV_16UC4:
      convert<std::uint16_t, 4>(picture, out);
      return true;
    default:
      return false;
  }
}

}  // namespace uketsuke::camera
