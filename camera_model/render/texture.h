#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/srgb.h"

namespace uketsuke::camera {

/// A picture at all its halved sizes, ready to be looked up between pixels.
///
/// Sizes are halved in linear light, weighted by alpha. Where alpha is 0 the colour of the neighbourhood is
/// filled in, so that edges of hair have no dark fringe.
class Texture {
 public:
  /// @throws std::invalid_argument for a picture without pixels or with their count wrong
  explicit Texture(const Image& image);

  struct Colour {
    Vec3 linear;
    float alpha;
  };

  /// @param level 0 the picture itself, each further one half as wide and high; beyond the last: the last
  /// @param at 0 to 1, v upwards; outside: the edge
  Colour at(Vec2 place, int level) const;

  int width() const { return levels_[0].width; }
  int height() const { return levels_[0].height; }
  int levels() const { return static_cast<int>(levels_.size()); }

 private:
  struct Level {
    int width, height;
    std::size_t first;
  };
  std::vector<Level> levels_;
  std::vector<std::uint32_t> texels_;  // alpha, blue, green, red from the top byte
  const float* linear_;                // of srgb_tables()

  void halve(const Level& from, const Level& to);
  void fill_holes(const Level& coarse, const Level& fine);
};

/// Textures of pictures, made when first asked for, kept while somebody else still holds the picture.
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

inline Texture::Colour Texture::at(Vec2 place, int level) const {
  const Level& picture = levels_[static_cast<std::size_t>(level < levels() ? level : levels() - 1)];
  const auto inside = [](float value, int last) {
    return value > 0 ? (value < static_cast<float>(last) ? value : static_cast<float>(last)) : 0.0F;
  };
  // Sixteenths of a texel: four weights of 4 + 4 bits, and two channels of 16 bits in each word.
  const auto x = static_cast<std::uint32_t>(
      inside(place.x * static_cast<float>(picture.width) - 0.5F, picture.width - 1) * 16.0F);
  const auto y = static_cast<std::uint32_t>(
      inside((1.0F - place.y) * static_cast<float>(picture.height) - 0.5F, picture.height - 1) * 16.0F);
  const std::uint32_t fx = x & 15U, fy = y & 15U;
  const std::size_t right = (x >> 4U) + 1U < static_cast<std::uint32_t>(picture.width) ? 1 : 0;
  const std::size_t down = (y >> 4U) + 1U < static_cast<std::uint32_t>(picture.height)
                               ? static_cast<std::size_t>(picture.width)
                               : 0;
  const std::uint32_t* texel =
      &texels_[picture.first + static_cast<std::size_t>(y >> 4U) * static_cast<std::size_t>(picture.width) +
               static_cast<std::size_t>(x >> 4U)];
  const std::uint32_t four[4] = {texel[0], texel[right], texel[down], texel[down + right]};
  const std::uint32_t weight[4] = {(16 - fx) * (16 - fy), fx * (16 - fy), (16 - fx) * fy, fx * fy};
  std::uint32_t red_blue = 0, green_alpha = 0;
  for (int i = 0; i < 4; ++i) {
    red_blue += (four[i] & 0xFF00FFU) * weight[i];
    green_alpha += ((four[i] >> 8U) & 0xFF00FFU) * weight[i];
  }
  constexpr unsigned kShift = 4;  // 256 parts to SrgbTables::kFine
  return {{linear_[(red_blue & 0xFFFFU) >> kShift], linear_[(green_alpha & 0xFFFFU) >> kShift],
           linear_[red_blue >> (16U + kShift)]},
          static_cast<float>(green_alpha >> 16U) * (1.0F / 65280.0F)};
}

}  // namespace uketsuke::camera
