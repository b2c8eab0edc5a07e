#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// A lamp, a window or the sun.
///
/// `strength` is the radiance (see Radiance) of a white matt surface that faces the light, at `reference_mm`
/// from it; a lamp falls off with the square of the distance.
struct Light {
  Vec3 position;           ///< mm; of the sun (`reference_mm` 0): the direction towards it
  Vec3 strength{1, 1, 1};  ///< linear RGB
  float reference_mm = 0;  ///< 0: as far away as the sun
  float size = 0;          ///< 0 a point to 1 half the sky: how far it reaches round an edge
  bool shadow = false;     ///< heads cast one; at most kShadowLights of a scene do, the first ones
};

constexpr int kShadowLights = 2;

/// All the light of a scene. What comes from the walls has no direction except up and down.
struct Illumination {
  std::vector<Light> lights;
  Vec3 sky{0, 0, 0};    ///< radiance of a white surface that looks up
  Vec3 floor{0, 0, 0};  ///< radiance of a white surface that looks down
};

}  // namespace uketsuke::camera
