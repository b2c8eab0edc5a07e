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

/// What the camera has to know of the scene beside its light.
struct ExposureContext {
  std::int64_t number = 1;         ///< of the frame, from 1 since the camera was switched on
  Duration at{};                   ///< middle of the exposure, since the case began
  double subject_distance_mm = 0;  ///< from the lens; 0: in focus
  Vec2 velocity{};                 ///< of the subject, pixels a second, x to the right, y down
  std::optional<Region> moving{};  ///< where the subject is; none: all of the picture moves
};

/// From light to a picture: lens, shutter, sensor, exposure control, colours.
///
/// The same profile, seed, contexts and lights give the same pictures to the bit on any x86-64 machine. The
/// exposure of a picture depends on the pictures before it; where numbers are missing, and before number 1,
/// the control has seen pictures that nobody took. A number that is not larger than the last one means that
/// the camera was switched on again.
///
/// Making one works out a table for every pixel, which takes about 0.1 s; copies share it.
class ImagingChain {
 public:
  ImagingChain(const CameraProfile& profile, std::uint64_t seed);

  /// Other noise, of the same sensor.
  void reseed(std::uint64_t seed) { seed_ = seed; }

  /// @param light of the profile's size, of a pinhole of `profile().focal_px()`; what is not a number is dark
  /// @param out RGB of the same size; its memory is used again
  /// @throws std::invalid_argument on a light of another size
  void expose(const Radiance& light, const ExposureContext& context, Image& out);

  const CameraProfile& profile() const { return profile_; }
  const Lens& lens() const { return lens_; }

  double exposure_seconds() const { return last_seconds_; }  ///< of the last picture
  double gain() const { return last_gain_; }                 ///< of the last picture

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
