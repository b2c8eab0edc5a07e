#include "camera_model/sensor/lens.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {

namespace {

Vec2 scaled_about(double centre_x, double centre_y, Vec2 place, double factor) {
  return {static_cast<float>(centre_x + (place.x - centre_x) * factor),
          static_cast<float>(centre_y + (place.y - centre_y) * factor)};
}

}  // namespace

Lens::Lens(const CameraProfile& profile)
    : profile_(profile.lens),
      pixel_um_(profile.sensor.pixel_um),
      focal_px_(profile.focal_px()),
      centre_x_(profile.width / 2.0),
      centre_y_(profile.height / 2.0) {
  const double corner = (centre_x_ * centre_x_ + centre_y_ * centre_y_) / (focal_px_ * focal_px_);
  zoom_ = std::max(1.0, 1 / stretch(corner));
}

Vec2 Lens::seen(Vec2 ideal) const {
  const double x = (ideal.x - centre_x_) / focal_px_;
  const double y = (ideal.y - centre_y_) / focal_px_;
  return scaled_about(centre_x_, centre_y_, ideal, zoom_ * stretch(x * x + y * y));
}

Vec2 Lens::ideal(Vec2 seen) const {
  const double x = (seen.x - centre_x_) / focal_px_ / zoom_;
  const double y = (seen.y - centre_y_) / focal_px_ / zoom_;
  const double distorted = std::sqrt(x * x + y * y);
  if (distorted == 0) return seen;
  double radius = distorted;
  constexpr int kNewtonSteps = 12;
  for (int i = 0; i < kNewtonSteps; ++i) {
    const double square = radius * radius;
    const double slope = 1 + square * (3 * profile_.k1 + square * 5 * profile_.k2);
    radius -= (radius * stretch(square) - distorted) / slope;
  }
  return scaled_about(centre_x_, centre_y_, seen, radius / distorted / zoom_);
}

double Lens::vignetting(Vec2 ideal) const {
  const double x = (ideal.x - centre_x_) / focal_px_;
  const double y = (ideal.y - centre_y_) / focal_px_;
  const double secant = 1 + x * x + y * y;  // 1 / cos²
  return 1 - profile_.vignetting * (1 - 1 / (secant * secant));
}

double Lens::blur_radius(double distance_mm) const {
  if (distance_mm <= 0) return 0;
  const double aperture = profile_.focal_mm / profile_.f_number;
  const double circle_mm = aperture * profile_.focal_mm * std::abs(distance_mm - profile_.focus_mm) /
                           (distance_mm * (profile_.focus_mm - profile_.focal_mm));
  return circle_mm / 2 * 1000 / pixel_um_;
}

}  // namespace uketsuke::camera
