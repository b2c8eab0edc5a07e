#include "camera_model/sensor/camera_profile.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/yaml/document.h"

namespace uketsuke::camera {

namespace {

/// Photons per second, square micrometre and lux at 555 nm: there, 1 lx is 1/683 W/m² (SI, definition of the
/// candela), and a photon has 3.579e-19 J. White light has more photons per lux, but a green pixel sees only
/// some of them; the two effects roughly cancel.
constexpr double kPhotonsPerLuxSecond = 1.0 / 683.0 / 3.579e-19 * 1e-12;

constexpr double kRoomLux = 500;  ///< at radiance 1

double real(const yaml::Value& value, double least, double most) {
  const std::string text = value.text();
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    value.fail(InputProblem::wrong_type, "must be a number");
  if (!(number >= least && number <= most))  // also true for NaN
    value.fail(InputProblem::bad_value, fmt::format("must be from {} to {}", least, most));
  return number;
}

Duration duration(const yaml::Value& value, Duration least, Duration most) {
  const Duration duration = value.duration();
  if (duration < least || duration > most) {
    value.fail(InputProblem::bad_value,
               fmt::format("must be from {} to {}", format_duration(least), format_duration(most)));
  }
  return duration;
}

/// Checks that the distorted radius increases with the true one up to the corner; otherwise two places would
/// map to one.
void require_monotone(const CameraProfile& profile, const yaml::Value& at) {
  const double corner = std::sqrt(static_cast<double>(profile.width) * profile.width +
                                  static_cast<double>(profile.height) * profile.height) /
                        2 / profile.focal_px();
  constexpr int kSteps = 100;
  for (int i = 0; i <= kSteps; ++i) {
    const double square = corner * corner * i * i / (kSteps * kSteps);
    if (1 + 3 * profile.lens.k1 * square + 5 * profile.lens.k2 * square * square > 0) continue;
    at.fail(InputProblem::bad_value, "k1 and k2 fold the picture over before its corner");
  }
}

CameraProfile::Lens read_lens(const yaml::Value& value) {
  yaml::Map map = value.map();
  CameraProfile::Lens lens;
  lens.focal_mm = real(map.required("focal_mm"), 0.5, 100);
  lens.f_number = real(map.required("f_number"), 0.7, 32);
  lens.transmission = real(map.required("transmission"), 0.01, 1);
  lens.focus_mm = real(map.required("focus_mm"), 50, 100'000);
  lens.k1 = real(map.required("k1"), -1, 1);
  lens.k2 = real(map.required("k2"), -1, 1);
  lens.vignetting = real(map.required("vignetting"), 0, 1);
  map.finish();
  return lens;
}

CameraProfile::Sensor read_sensor(const yaml::Value& value) {
  yaml::Map map = value.map();
  CameraProfile::Sensor sensor;
  sensor.pixel_um = real(map.required("pixel_um"), 0.5, 50);
  sensor.quantum_efficiency = real(map.required("quantum_efficiency"), 0.01, 1);
  sensor.response = {static_cast<float>(real(map.required("red_response"), 0.05, 1)), 1.0F,
                     static_cast<float>(real(map.required("blue_response"), 0.05, 1))};
  sensor.full_well = real(map.required("full_well"), 100, 1'000'000);
  sensor.read_noise = real(map.required("read_noise"), 0, 1000);
  sensor.adc_noise = real(map.required("adc_noise"), 0, 100);
  sensor.prnu = real(map.required("prnu"), 0, 0.2);
  sensor.black_level = static_cast<int>(map.required("black_level").integer(0, 512));
  sensor.bayer = map.required("bayer").boolean();
  map.finish();
  return sensor;
}

CameraProfile::Exposure read_exposure(const yaml::Value& value) {
  yaml::Map map = value.map();
  CameraProfile::Exposure exposure;
  exposure.target = real(map.required("target"), 0.01, 0.9);
  exposure.tolerance = real(map.required("tolerance"), 0, 0.5);
  exposure.speed = real(map.required("speed"), 0.01, 1);
  exposure.shortest_ms = real(map.required("shortest_ms"), 0.001, 1000);
  exposure.longest_ms = real(map.required("longest_ms"), exposure.shortest_ms, 1000);
  exposure.initial_ms = real(map.required("initial_ms"), exposure.shortest_ms, exposure.longest_ms);
  exposure.most_gain = real(map.required("most_gain"), 1, 1000);
  exposure.warm_up_frames = static_cast<int>(map.required("warm_up_frames").integer(0, 100));
  map.finish();
  return exposure;
}

CameraProfile read_camera(const yaml::Value& value) {
  yaml::Map map = value.map();
  CameraProfile profile;
  profile.name = map.required("camera").text();
  profile.width = static_cast<int>(map.required("width").integer(16, 8192));
  profile.height = static_cast<int>(map.required("height").integer(16, 8192));
  profile.frame_interval =
      duration(map.required("frame_interval"), std::chrono::milliseconds(1), std::chrono::seconds(10));
  profile.start_up = duration(map.required("start_up"), Duration::zero(), std::chrono::seconds(60));
  profile.transport =
      duration(map.required("transport"), Duration::zero(), profile.frame_interval - Duration(1));
  profile.lens = read_lens(map.required("lens"));
  profile.sensor = read_sensor(map.required("sensor"));
  profile.exposure = read_exposure(map.required("exposure"));
  profile.white_balance = map.required("white_balance").one_of<WhiteBalance>();
  map.finish();
  require_monotone(profile, value);
  return profile;
}

}  // namespace

double CameraProfile::electrons_per_second() const {
  // Image illuminance of a distant Lambertian white surface: E T / (4 N²).
  const double lux = kRoomLux * lens.transmission / (4 * lens.f_number * lens.f_number);
  return lux * kPhotonsPerLuxSecond * sensor.pixel_um * sensor.pixel_um * sensor.quantum_efficiency;
}

std::map<std::string, CameraProfile> load_cameras(const std::filesystem::path& path) {
  std::map<std::string, CameraProfile> cameras;
  for (const yaml::Value& document : yaml::load(path)) {
    CameraProfile profile = read_camera(document);
    const std::string name = profile.name;
    if (!cameras.emplace(name, std::move(profile)).second)
      document.fail(InputProblem::duplicate_name, "a second camera \"" + name + "\"");
  }
  if (cameras.empty()) throw InputError(InputProblem::empty, {path.string(), 0, 0}, "no camera");
  return cameras;
}

}  // namespace uketsuke::camera
