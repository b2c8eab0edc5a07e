#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// A lamp, a window or the sun.
///
/// `strength` is the radiance (see Radiance) of a white matt surface that faces the light at `reference_mm`
/// from it; a lamp's light falls off with the square of the distance.
struct Light {
  Vec3 position;           ///< in mm; for the sun (`reference_mm` 0): the direction towards it
  Vec3 strength{1, 1, 1};  ///< linear RGB
  float reference_mm = 0;  ///< 0: as far away as the sun
  float size = 0;          ///< from 0, a point, to 1, half the sky: how far the light reaches round an edge
  /// Whether heads cast a shadow in it; only the first kShadowLights such lights of a scene do
  bool shadow = false;
};

constexpr int kShadowLights = 2;

/// All the light of a scene. Light from the walls has no direction except up and down.
struct Illumination {
  std::vector<Light> lights;
  Vec3 sky{0, 0, 0};    ///< radiance of a white surface that faces up
  Vec3 floor{0, 0, 0};  ///< radiance of a white surface that faces down
};

}  // namespace uketsuke::camera
