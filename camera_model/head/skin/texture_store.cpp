#include "camera_model/head/skin/texture_store.h"

#include <algorithm>
#include <cstddef>

#include "camera_model/render/png_file.h"
#include "camera_model/render/shading/srgb.h"

namespace uketsuke::camera {
namespace {

/// Divides the grey value by its mean in sRGB, where the contrast of strands looks equal on every shade.
Image greyed(const Image& from, float density) {
  const std::size_t count = static_cast<std::size_t>(from.width) * static_cast<std::size_t>(from.height);
  const auto step = static_cast<std::size_t>(from.channels);
  const auto grey_of = [&](std::size_t i) {
    const std::uint8_t* p = &from.pixels[i * step];
    return from.channels < 3 ? static_cast<float>(p[0])
                             : 0.299F * static_cast<float>(p[0]) + 0.587F * static_cast<float>(p[1]) +
                                   0.114F * static_cast<float>(p[2]);
  };
  double sum = 0;
  std::size_t opaque = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (from.channels == 4 && from.pixels[i * 4 + 3] < 128) continue;
    sum += static_cast<double>(grey_of(i));
    ++opaque;
  }
  const float mean =
      opaque > 0 ? std::max(1.0F, static_cast<float>(sum / static_cast<double>(opaque))) : 1.0F;
  const float scale = static_cast<float>(encoded_of(TextureStore::kGreyMean)) / mean;
  Image grey = Image::blank(from.width, from.height, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<std::uint8_t>(std::clamp(grey_of(i) * scale, 0.0F, 255.0F));
    std::uint8_t* out = &grey.pixels[i * 4];
    out[0] = out[1] = out[2] = value;
    const float alpha = from.channels == 4 ? static_cast<float>(from.pixels[i * 4 + 3]) * density : 255.0F;
    out[3] = static_cast<std::uint8_t>(std::min(alpha, 255.0F));
  }
  return grey;
}

/// Reduces the red of saturated red pixels (the iris); the white of the eye stays.
Image darkened(Image eye) {
  const auto step = static_cast<std::size_t>(eye.channels);
  for (std::size_t i = 0; i + step <= eye.pixels.size(); i += step) {
    std::uint8_t* p = &eye.pixels[i];
    const int most = std::max({p[0], p[1], p[2]});
    const int least = std::min({p[0], p[1], p[2]});
    const float saturation = most > 0 ? static_cast<float>(most - least) / static_cast<float>(most) : 0.0F;
    const float share = std::clamp((saturation - 0.35F) / 0.3F, 0.0F, 1.0F);
    if (p[0] < p[2]) continue;  // blue, green and grey eyes stay
    const float red = static_cast<float>(p[0]);
    const float to[] = {red * 0.42F, red * 0.25F, red * 0.16F};
    for (std::size_t k = 0; k < 3; ++k) {
      const float value = static_cast<float>(p[k]);
      p[k] = static_cast<std::uint8_t>(value + (to[k] - value) * share);
    }
  }
  return eye;
}

}  // namespace

std::shared_ptr<const Image> TextureStore::eyes(const std::string& file) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  auto& image = eyes_[file];
  if (!image) image = std::make_shared<const Image>(darkened(read_png(folder_ / file)));
  return image;
}

std::shared_ptr<const Image> TextureStore::plain(const std::string& file) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  auto& image = plain_[file];
  if (!image) image = std::make_shared<const Image>(read_png(folder_ / file));
  return image;
}

std::shared_ptr<const Image> TextureStore::grey(const std::string& file, float density) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  auto& image = grey_[file];
  if (!image) image = std::make_shared<const Image>(greyed(read_png(folder_ / file), density));
  return image;
}

}  // namespace uketsuke::camera
