#pragma once

#include <string>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"

namespace uketsuke::camera {

/// A person's appearance other than the shape of the face. Names are those of the slice's proxies; colours
/// are linear RGB.
struct Look {
  std::string hair;
  std::string brows;
  float brow_thickness = 1;  ///< factor for the published brows
  float brow_rise = 0;       ///< in mm
  std::string lashes;
  std::string beard;  ///< empty: shaven
  std::string eyes;   ///< a texture: brown, brownlight, deepblue, green, grey
  std::string top;
  Vec3 hair_colour;
  Vec3 brow_colour;
  Vec3 skin_tone;  ///< multiplies the skin texture
  Vec3 top_colour;
};

/// The look that the seed draws for the profile's sex, age and ancestry; a hair style named in the profile
/// takes precedence.
Look look_of(const HeadProfile& profile);

/// Share of grey hair at the profile's age: 0 none, 1 all; the seed decides when it starts.
float grey_share(const HeadProfile& profile);

}  // namespace uketsuke::camera
