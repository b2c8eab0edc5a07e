#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/raster/vertex.h"
#include "camera_model/render/shading/srgb.h"

namespace uketsuke::camera {

/// A mipmapped image with bilinear lookup.
///
/// Levels are halved in linear light, weighted by alpha. Where alpha is 0, the neighbourhood's colour is
/// filled in, so that edges of hair have no dark fringe.
class Texture {
 public:
  /// @throws std::invalid_argument if the image is empty or its pixel count is wrong
  explicit Texture(const Image& image);

  struct Colour {
    Vec3 linear;
    float alpha;
  };

  /// One mipmap level.
  class Level {
   public:
    /// An interpolated texel, 16 bits per channel.
    class Mixed {
     public:
      explicit Mixed(Words channels) : channels_(channels) {}
      float alpha() const { return static_cast<float>(channels_[3]) * (1.0F / 65280.0F); }
      Vec3 linear(const float* table) const {
        constexpr unsigned kShift = 4;  // from 256 steps to SrgbTables::kFine
        return {table[channels_[0] >> kShift], table[channels_[1] >> kShift], table[channels_[2] >> kShift]};
      }

     private:
      Words channels_;  // in the first four lanes
    };

    Level(const std::uint32_t* texels, int width, int height)
        : texels_(texels), width_(width), height_(height) {}

    /// @param place  0 to 1, v up; clamped to the edge
    Mixed at(Vec2 place) const;

   private:
    const std::uint32_t* texels_;
    int width_, height_;
  };

  /// @param level  0 is the full image, each further one half as wide and high; clamped to the last
  Level level(int level) const {
    const Size& size = sizes_[static_cast<std::size_t>(level < levels() ? level : levels() - 1)];
    return {&texels_[size.first], size.width, size.height};
  }

  /// @param place  as in Level::at()
  /// @param level  as in level()
  Colour at(Vec2 place, int level) const;

  /// For Level::Mixed.
  const float* linear() const { return linear_; }

  int width() const { return sizes_[0].width; }
  int height() const { return sizes_[0].height; }
  int levels() const { return static_cast<int>(sizes_.size()); }

 private:
  struct Size {
    int width, height;
    std::size_t first;
  };
  std::vector<Size> sizes_;
  std::vector<std::uint32_t> texels_;  // alpha, blue, green, red from the top byte
  const float* linear_;                // table of srgb_tables()

  void halve(const Size& from, const Size& to);
  void fill_holes(const Size& coarse, const Size& fine);
};

/// Caches the textures of images: built on first use, kept while another owner holds the image.
class TextureCache {
 public:
  const Texture& of(const std::shared_ptr<const Image>& image);
  void drop_unused();

 private:
  struct Entry {
    std::shared_ptr<const Image> image;
    Texture texture;
  };
  std::unordered_map<const Image*, Entry> entries_;
};

/// The four channels of two texels, 16 bits each.
inline Words channels_of(std::uint32_t left, std::uint32_t right) {
  const Halves both{static_cast<std::int64_t>(left | static_cast<std::uint64_t>(right) << 32U), 0};
  // Interleaves each byte with a zero: there is one instruction for this pattern.
  return reinterpret_cast<Words>(__builtin_shufflevector(reinterpret_cast<Bytes16>(both), Bytes16{}, 0, 16, 1,
                                                         17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
}

inline Texture::Level::Mixed Texture::Level::at(Vec2 place) const {
  const auto inside = [](float value, int last) {
    return value > 0 ? (value < static_cast<float>(last) ? value : static_cast<float>(last)) : 0.0F;
  };
  // Sixteenths of a texel: four weights of 4 + 4 bits, which leave 16 bits per channel.
  const auto x =
      static_cast<std::uint32_t>(inside(place.x * static_cast<float>(width_) - 0.5F, width_ - 1) * 16.0F);
  const auto y = static_cast<std::uint32_t>(
      inside((1.0F - place.y) * static_cast<float>(height_) - 0.5F, height_ - 1) * 16.0F);
  const auto fx = static_cast<std::uint16_t>(x & 15U), fy = static_cast<std::uint16_t>(y & 15U);
  const std::size_t right = (x >> 4U) + 1U < static_cast<std::uint32_t>(width_) ? 1 : 0;
  const std::size_t down =
      (y >> 4U) + 1U < static_cast<std::uint32_t>(height_) ? static_cast<std::size_t>(width_) : 0;
  const std::uint32_t* texel =
      texels_ + static_cast<std::size_t>(y >> 4U) * static_cast<std::size_t>(width_) + (x >> 4U);
  const auto gx = static_cast<std::uint16_t>(16 - fx), gy = static_cast<std::uint16_t>(16 - fy);
  const Words across{gx, gx, gx, gx, fx, fx, fx, fx};
  const Words both = channels_of(texel[0], texel[right]) * across * gy +
                     channels_of(texel[down], texel[down + right]) * across * fy;
  return Mixed(both + __builtin_shufflevector(both, both, 4, 5, 6, 7, 0, 1, 2, 3));
}

inline Texture::Colour Texture::at(Vec2 place, int level_number) const {
  const Level::Mixed mixed = level(level_number).at(place);
  return {mixed.linear(linear_), mixed.alpha()};
}

}  // namespace uketsuke::camera
