#include "camera_model/render/shading/texture.h"

#include <algorithm>
#include <stdexcept>

namespace uketsuke::camera {

namespace {

constexpr std::uint32_t kColour = 0xFFFFFFU;

std::uint32_t packed(std::uint8_t red, std::uint8_t green, std::uint8_t blue, std::uint8_t alpha) {
  return static_cast<std::uint32_t>(red) | static_cast<std::uint32_t>(green) << 8U |
         static_cast<std::uint32_t>(blue) << 16U | static_cast<std::uint32_t>(alpha) << 24U;
}

std::size_t texel_count(int width, int height) {
  return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

}  // namespace

Texture::Texture(const Image& image) : linear_(srgb_tables().linear.data()) {
  if (image.width <= 0 || image.height <= 0 ||
      image.pixels.size() !=
          texel_count(image.width, image.height) * static_cast<std::size_t>(image.channels))
    throw std::invalid_argument("a texture whose pixels do not fit its size");

  std::size_t total = 0;
  for (int width = image.width, height = image.height;;
       width = std::max(1, width / 2), height = std::max(1, height / 2)) {
    sizes_.push_back({width, height, total});
    total += texel_count(width, height);
    if (width == 1 && height == 1) break;
  }
  texels_.resize(total);

  const std::uint8_t* from = image.pixels.data();
  for (std::size_t i = 0; i < texel_count(image.width, image.height); ++i, from += image.channels) {
    texels_[i] = image.channels == 1 ? packed(from[0], from[0], from[0], 255)
                                     : packed(from[0], from[1], from[2], image.channels == 4 ? from[3] : 255);
  }
  for (std::size_t i = 1; i < sizes_.size(); ++i) halve(sizes_[i - 1], sizes_[i]);
  if (image.channels != 4) return;
  for (std::size_t i = sizes_.size() - 1; i > 0; --i) fill_holes(sizes_[i], sizes_[i - 1]);
}

void Texture::halve(const Size& from, const Size& to) {
  const auto light_of = [this](std::uint32_t byte) { return linear_[(byte & 255U) * SrgbTables::kFine]; };
  for (int y = 0; y < to.height; ++y) {
    for (int x = 0; x < to.width; ++x) {
      float red = 0, green = 0, blue = 0, alpha = 0;
      for (int i = 0; i < 4; ++i) {
        const int fx = std::min(2 * x + i % 2, from.width - 1), fy = std::min(2 * y + i / 2, from.height - 1);
        const std::uint32_t texel =
            texels_[from.first + texel_count(from.width, fy) + static_cast<std::size_t>(fx)];
        const auto weight = static_cast<float>(texel >> 24U);
        red += weight * light_of(texel);
        green += weight * light_of(texel >> 8U);
        blue += weight * light_of(texel >> 16U);
        alpha += weight;
      }
      const float scale = alpha > 0 ? 1.0F / alpha : 0.0F;
      texels_[to.first + texel_count(to.width, y) + static_cast<std::size_t>(x)] =
          packed(encoded_of(red * scale), encoded_of(green * scale), encoded_of(blue * scale),
                 static_cast<std::uint8_t>(alpha * 0.25F + 0.5F));
    }
  }
}

void Texture::fill_holes(const Size& coarse, const Size& fine) {
  for (int y = 0; y < fine.height; ++y) {
    const int cy = std::min(y / 2, coarse.height - 1);
    for (int x = 0; x < fine.width; ++x) {
      std::uint32_t& texel = texels_[fine.first + texel_count(fine.width, y) + static_cast<std::size_t>(x)];
      if (texel >> 24U != 0) continue;
      const int cx = std::min(x / 2, coarse.width - 1);
      texel = texels_[coarse.first + texel_count(coarse.width, cy) + static_cast<std::size_t>(cx)] & kColour;
    }
  }
}

const Texture& TextureCache::of(const std::shared_ptr<const Image>& image) {
  const auto found = entries_.find(image.get());
  if (found != entries_.end()) return found->second.texture;
  return entries_.emplace(image.get(), Entry{image, Texture(*image)}).first->second.texture;
}

void TextureCache::drop_unused() {
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    entry = entry->second.image.use_count() == 1 ? entries_.erase(entry) : std::next(entry);
  }
}

}  // namespace uketsuke::camera
