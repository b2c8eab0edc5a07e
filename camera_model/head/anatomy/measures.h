#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/head/body.h"

namespace uketsuke::camera {

/// Sizes of a head that what it wears is made to, mm in its frame. The numbers are those of the published
/// mesh.
struct Measures {
  float eye_distance = 62;     ///< between the centres of the eyes
  float bridge = 26;           ///< depth of the nose's root, between the eyes
  float temple = 63;           ///< half the width beside the eyes
  float crown = 121;           ///< height of the bare skull's top
  float front = 25;            ///< depth of the forehead
  float back = -164;           ///< and of the back of the head
  float half_width = 74;       ///< above the ears
  Vec3 left_ear{73, 13, -80};  ///< where it joins the head, at the top
  float chin = -112;           ///< height of the chin's lower edge
};

Measures measures_of(const Body& body);

}  // namespace uketsuke::camera
