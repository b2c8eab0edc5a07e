#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace uketsuke::camera {

/// An image as files and sensors deliver it: 8 bits per sample, sRGB, rows from the top without padding.
struct Image {
  int width = 0;
  int height = 0;
  int channels = 3;                  ///< 1 grey, 3 RGB, 4 RGB and alpha
  std::vector<std::uint8_t> pixels;  ///< width * height * channels

  static Image blank(int width, int height, int channels) {
    return {width, height, channels,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                                      static_cast<std::size_t>(channels))};
  }
  std::uint8_t* at(int x, int y) {
    return &pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x)) *
                   static_cast<std::size_t>(channels)];
  }
  const std::uint8_t* at(int x, int y) const { return const_cast<Image*>(this)->at(x, y); }
};

/// Light that arrives at the sensor: linear RGB, three floats per pixel, rows from the top. 1.0 is a white
/// surface facing the key light of a well-lit room (500 lx); direct sun gives far more.
struct Radiance {
  int width = 0;
  int height = 0;
  std::vector<float> pixels;  ///< width * height * 3

  void resize(int new_width, int new_height) {
    width = new_width;
    height = new_height;
    pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  }
};

}  // namespace uketsuke::camera
