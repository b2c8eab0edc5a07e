#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/sensor/blur.h"
#include "camera_model/sensor/camera_profile.h"
#include "camera_model/sensor/exposure_control.h"
#include "camera_model/sensor/lens.h"
#include "camera_model/sensor/light_map.h"
#include "camera_model/sensor/pixel_array.h"
#include "camera_model/sensor/tone.h"

namespace uketsuke::camera {

/// What the camera needs to know about the scene besides its light.
struct ExposureContext {
  std::int64_t number = 1;         ///< frame number, from 1 since the camera was switched on
  Duration at{};                   ///< mid-exposure, time since the case began
  double subject_distance_mm = 0;  ///< from the lens; 0: in focus
  Vec2 velocity{};                 ///< of the subject in pixels per second, x to the right, y down
  std::optional<Region> moving{};  ///< region of the subject; none: the whole image moves
};

/// From light to an image: lens, shutter, sensor, exposure control, colours.
///
/// Equal profile, seed, contexts and lights give bit-identical images on every x86-64 machine. The exposure
/// of a frame depends on the frames before it. For skipped numbers, and before number 1, the control is run
/// on simulated frames that are not output. A number that does not exceed the last one means that the camera
/// was switched on again.
///
/// The constructor computes a table for every pixel, which takes about 0.1 s; copies share it.
class ImagingChain {
 public:
  ImagingChain(const CameraProfile& profile, std::uint64_t seed);

  /// Sets another noise seed for the same sensor.
  void reseed(std::uint64_t seed) { seed_ = seed; }

  /// @param light  of the profile's size, from a pinhole of `profile().focal_px()`; NaN counts as dark
  /// @param out  RGB of that size; its memory is reused
  /// @throws std::invalid_argument if the light has another size
  void expose(const Radiance& light, const ExposureContext& context, Image& out);

  const CameraProfile& profile() const { return profile_; }
  const Lens& lens() const { return lens_; }

  double exposure_seconds() const { return last_seconds_; }  ///< of the last frame
  double gain() const { return last_gain_; }                 ///< of the last frame

 private:
  CameraProfile profile_;
  std::uint64_t seed_;
  Lens lens_;
  std::shared_ptr<const LightMap> map_;
  ExposureControl control_;
  PixelArray pixels_;
  Tone tone_;
  std::int64_t last_number_ = 0;
  double last_seconds_ = 0, last_gain_ = 1;

  Defocus defocus_;
  Radiance moved_, blurred_;
  std::vector<float> row_;
  std::vector<std::uint16_t> raw_, numbers_;

  void prepare_control(const Radiance& light, std::int64_t number);
  const Radiance& through_lens(const Radiance& light, const ExposureContext& context);
  void read_out(const Radiance& light, const Noise& noise, Image& out);
};

}  // namespace uketsuke::camera
