#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// How the camera determines white.
UKETSUKE_ENUM(WhiteBalance,
              fixed,       ///< set at the factory for the light that `Radiance` calls white
              grey_world,  ///< follows the mean colour of the image, within limits
)

/// A camera type: lens, sensor, exposure control. cameras.yaml gives the source of each value.
struct CameraProfile {
  std::string name;
  int width = 640;
  int height = 480;
  Duration frame_interval = std::chrono::milliseconds(33);
  Duration start_up = std::chrono::milliseconds(400);  ///< from switching on to the first frame
  Duration transport = std::chrono::milliseconds(25);  ///< from mid-exposure to delivery

  struct Lens {
    double focal_mm = 3.6;
    double f_number = 2.0;
    double transmission = 0.85;
    double focus_mm = 450;  ///< distance of the plane in focus
    double k1 = 0, k2 = 0;  ///< radial distortion, x' = x (1 + k1 r² + k2 r⁴) with r = tan of the field angle
    double vignetting = 1;  ///< strength of the cos⁴ law; 0 none
  } lens;

  struct Sensor {
    double pixel_um = 6.0;            ///< pixel pitch
    double quantum_efficiency = 0.5;  ///< electrons per photon in a green pixel, filter included
    Vec3 response{1, 1, 1};           ///< response of the three colours to white light, green = 1
    double full_well = 10000;         ///< electrons
    double read_noise = 4;            ///< electrons, before the amplifier
    double adc_noise = 0.6;           ///< digital numbers, after the amplifier
    double prnu = 0.01;               ///< photo response non-uniformity, standard deviation
    int black_level = 64;             ///< digital number of darkness
    bool bayer = false;  ///< RGGB mosaic with bilinear demosaic; otherwise three samples per pixel
  } sensor;

  struct Exposure {
    double target = 0.18;     ///< linear mean of the image to aim for; 1 is white
    double tolerance = 0.05;  ///< relative to the target; within it, nothing is changed
    double speed = 0.9;       ///< share of the error that is corrected from one frame to the next
    double initial_ms = 10;
    double shortest_ms = 0.05;
    double longest_ms = 30;
    double most_gain = 16;
    int warm_up_frames = 6;  ///< frames that the control sees before the first one is delivered
  } exposure;

  WhiteBalance white_balance = WhiteBalance::fixed;

  /// Focal length in pixels.
  double focal_px() const { return lens.focal_mm * 1000 / sensor.pixel_um; }

  /// Electrons per second in a green pixel in the middle of the image that sees radiance 1: a white surface
  /// under 500 lx (camera_model/image.h).
  double electrons_per_second() const;
};

constexpr int kMostDigitalNumber = 1023;  ///< of a 10-bit converter

/// Reads the cameras of a file, by name.
/// @throws InputError
std::map<std::string, CameraProfile> load_cameras(const std::filesystem::path& path);

}  // namespace uketsuke::camera
