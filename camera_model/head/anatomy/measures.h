#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/head/body.h"

namespace uketsuke::camera {

/// Dimensions of a head to which worn items are fitted, in mm in the head's frame. The defaults are those of
/// the published mesh.
struct Measures {
  float eye_distance = 62;     ///< between the eye centres
  float bridge = 26;           ///< depth of the root of the nose, between the eyes
  float temple = 63;           ///< half of the width beside the eyes
  float crown = 121;           ///< height of the top of the bare skull
  float front = 25;            ///< depth of the forehead
  float back = -164;           ///< depth of the back of the head
  float half_width = 74;       ///< half of the width above the ears
  Vec3 left_ear{73, 13, -80};  ///< top of the ear's attachment to the head
  float chin = -112;           ///< height of the lower edge of the chin
};

Measures measures_of(const Body& body);

}  // namespace uketsuke::camera
