#include "camera_model/sensor/light_map.h"

#include <algorithm>
#include <cstring>

#include "camera_model/sensor/demosaic.h"
#include "camera_model/sensor/lens.h"
#include "camera_model/sensor/noise.h"

namespace uketsuke::camera {

namespace {

/// Red, green, blue and an unused float: four operations for the price of one.
using Four = float __attribute__((vector_size(16)));

Four load(const float* from) {
  Four value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

void store(float* to, Four value) { std::memcpy(to, &value, sizeof value); }

}  // namespace

LightMap::LightMap(const CameraProfile& profile, std::uint64_t unit) : width_(profile.width) {
  const Lens lens(profile);
  distorts_ = lens.distorts();
  taps_.reserve(static_cast<std::size_t>(profile.width) * static_cast<std::size_t>(profile.height));
  std::vector<float> unequal(static_cast<std::size_t>(profile.width));
  const Noise noise(unit);
  for (int y = 0; y < profile.height; ++y) {
    noise.row(static_cast<std::uint64_t>(y), unequal.data(), unequal.size());
    for (int x = 0; x < profile.width; ++x) {
      const Vec2 middle{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
      const Vec2 from = distorts_ ? lens.ideal(middle) : middle;
      const double prnu =
          std::max(0.0, 1 + profile.sensor.prnu * static_cast<double>(unequal[static_cast<std::size_t>(x)]));
      // The last column is excluded, so that four floats can be read at every tap.
      const float left = std::clamp(from.x - 0.5F, 0.0F, static_cast<float>(profile.width - 2));
      const float top = std::clamp(from.y - 0.5F, 0.0F, static_cast<float>(profile.height - 1));
      const int column = std::min(static_cast<int>(left), profile.width - 3);
      const int line = std::min(static_cast<int>(top), profile.height - 2);
      taps_.push_back({static_cast<std::uint32_t>((line * profile.width + column) * 3),
                       left - static_cast<float>(column), top - static_cast<float>(line),
                       static_cast<float>(lens.vignetting(from) * prnu)});
    }
  }
}

void LightMap::row(const Radiance& light, int y, const Vec3& scale, float* out) const {
  const auto width = static_cast<std::size_t>(width_);
  const Tap* tap = &taps_[static_cast<std::size_t>(y) * width];
  const float* pixels = light.pixels.data();
  const Four colour{scale.x, scale.y, scale.z, 0};
  if (!distorts_) {
    const float* from = pixels + static_cast<std::size_t>(y) * width * 3;
    for (std::size_t x = 0; x < width; ++x, from += 3, out += 3) {
      const float gain = tap[x].gain;
      out[0] = from[0] * (scale.x * gain);
      out[1] = from[1] * (scale.y * gain);
      out[2] = from[2] * (scale.z * gain);
    }
    return;
  }
  for (std::size_t x = 0; x < width; ++x, out += 3) {
    const Tap& t = tap[x];
    const float* upper = pixels + t.upper_left;
    const float* lower = upper + width * 3;
    const Four left = load(upper) * (1 - t.down) + load(lower) * t.down;
    const Four right = load(upper + 3) * (1 - t.down) + load(lower + 3) * t.down;
    store(out, (left * (1 - t.right) + right * t.right) * (colour * t.gain));
  }
}

void LightMap::mosaic_row(const Radiance& light, int y, const Vec3& scale, float* out) const {
  const auto width = static_cast<std::size_t>(width_);
  const Tap* tap = &taps_[static_cast<std::size_t>(y) * width];
  const float* pixels = light.pixels.data();
  const int first = mosaic_colour(0, y), second = mosaic_colour(1, y);
  const float factors[3] = {scale.x, scale.y, scale.z};
  if (!distorts_) {
    const float* from = pixels + static_cast<std::size_t>(y) * width * 3;
    for (std::size_t x = 0; x < width; ++x, from += 3) {
      const int own = x % 2 == 0 ? first : second;
      out[x] = from[own] * (factors[own] * tap[x].gain);
    }
    return;
  }
  // Four pixels at once, with two colours.
  const Four factor{factors[first], factors[second], factors[first], factors[second]};
  for (std::size_t x = 0; x < width; x += 4) {
    const Tap *a = tap + x, *b = tap + std::min(x + 1, width - 1), *c = tap + std::min(x + 2, width - 1),
              *d = tap + std::min(x + 3, width - 1);
    const float *from_a = pixels + a->upper_left + first, *from_b = pixels + b->upper_left + second,
                *from_c = pixels + c->upper_left + first, *from_d = pixels + d->upper_left + second;
    const auto at = [&](std::size_t on) { return Four{from_a[on], from_b[on], from_c[on], from_d[on]}; };
    const Four down{a->down, b->down, c->down, d->down}, along{a->right, b->right, c->right, d->right},
        gain{a->gain, b->gain, c->gain, d->gain};
    const std::size_t below = width * 3;
    const Four left = at(0) * (1 - down) + at(below) * down;
    const Four right = at(3) * (1 - down) + at(below + 3) * down;
    const Four value = (left * (1 - along) + right * along) * (factor * gain);
    if (x + 4 <= width) {
      store(out + x, value);
    } else {
      for (std::size_t i = 0; x + i < width; ++i) out[x + i] = value[i];
    }
  }
}

}  // namespace uketsuke::camera
