#include "camera_model/sensor/imaging_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "camera_model/sensor/demosaic.h"
#include "camera_model/sensor/metering.h"

namespace uketsuke::camera {

namespace {

constexpr std::uint64_t kUnit = 1;  ///< all simulated readers have the same sensor unit

/// Number of untaken frames to simulate for the exposure control, which has then settled.
constexpr std::int64_t kMostUnseen = 20;

}  // namespace

ImagingChain::ImagingChain(const CameraProfile& profile, std::uint64_t seed)
    : profile_(profile),
      seed_(seed),
      lens_(profile),
      map_(std::make_shared<const LightMap>(profile, kUnit)),
      control_(profile.exposure),
      pixels_(profile.sensor),
      tone_(profile.sensor, profile.white_balance) {}

void ImagingChain::expose(const Radiance& light, const ExposureContext& context, Image& out) {
  if (light.width != profile_.width || light.height != profile_.height) {
    throw std::invalid_argument(fmt::format("a light of {} x {} pixels for a camera of {} x {}", light.width,
                                            light.height, profile_.width, profile_.height));
  }
  prepare_control(light, context.number);
  const Noise noise(Noise::mix(Noise::mix(seed_, static_cast<std::uint64_t>(context.number)),
                               static_cast<std::uint64_t>(context.at.count())));
  read_out(through_lens(light, context), noise, out);
  last_seconds_ = control_.seconds();
  last_gain_ = control_.gain();
  const Metering metering = meter(out);
  control_.adjust(metering.luminance());
  tone_.balance(metering);
}

void ImagingChain::prepare_control(const Radiance& light, std::int64_t number) {
  std::int64_t unseen = number - last_number_ - 1;
  if (number <= last_number_) {
    control_.restart();
    tone_.restart();
    last_number_ = 0;
  }
  if (last_number_ == 0) unseen = number - 1 + profile_.exposure.warm_up_frames;
  last_number_ = number;
  const double rate = profile_.electrons_per_second() / profile_.sensor.full_well;
  for (unseen = std::min(unseen, kMostUnseen); unseen > 0; --unseen)
    control_.adjust(meter(light, 1 / (rate * control_.seconds() * control_.gain())).luminance());
}

const Radiance& ImagingChain::through_lens(const Radiance& light, const ExposureContext& context) {
  const Radiance* seen = &light;
  const Vec2 way = context.velocity * static_cast<float>(control_.seconds());
  constexpr float kLeastWay = 0.5F;  // in pixels
  if (std::abs(way.x) > kLeastWay || std::abs(way.y) > kLeastWay) {
    motion_blur(*seen, way, context.moving.value_or(Region{0, 0, light.width, light.height}), moved_);
    seen = &moved_;
  }
  const double radius = lens_.blur_radius(context.subject_distance_mm);
  if (radius > Defocus::kLeastRadius) {
    defocus_.apply(*seen, radius, blurred_);
    seen = &blurred_;
  }
  return *seen;
}

void ImagingChain::read_out(const Radiance& light, const Noise& noise, Image& out) {
  const int width = profile_.width;
  const int height = profile_.height;
  const auto samples = static_cast<std::size_t>(width) * 3;
  out.width = width;
  out.height = height;
  out.channels = 3;
  out.pixels.resize(samples * static_cast<std::size_t>(height));
  row_.resize(samples + 1);
  numbers_.resize(samples);
  const Vec3 electrons =
      profile_.sensor.response * static_cast<float>(profile_.electrons_per_second() * control_.seconds());

  if (!profile_.sensor.bayer) {
    for (int y = 0; y < height; ++y) {
      map_->row(light, y, electrons, row_.data());
      pixels_.read_row(row_.data(), samples, control_.gain(), noise, y, numbers_.data());
      tone_.develop(numbers_.data(), static_cast<std::size_t>(width), out.at(0, y));
    }
    return;
  }
  raw_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    map_->mosaic_row(light, y, electrons, row_.data());
    pixels_.read_row(row_.data(), static_cast<std::size_t>(width), control_.gain(), noise, y,
                     &raw_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)]);
  }
  for (int y = 0; y < height; ++y) {
    demosaic_row(raw_, width, height, y, numbers_.data());
    tone_.develop(numbers_.data(), static_cast<std::size_t>(width), out.at(0, y));
  }
}

}  // namespace uketsuke::camera
