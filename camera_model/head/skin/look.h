#pragma once

#include <string>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"

namespace uketsuke::camera {

/// What a person looks like beside the shape of the face. Names are those of the slice's proxies; colours are
/// linear RGB.
struct Look {
  std::string hair;
  std::string brows;
  float brow_thickness = 1;  ///< of the published one's
  float brow_rise = 0;       ///< mm
  std::string lashes;
  std::string beard;  ///< empty: shaven
  std::string eyes;   ///< a texture: brown, brownlight, deepblue, green, grey
  std::string top;
  Vec3 hair_colour;
  Vec3 brow_colour;
  Vec3 skin_tone;  ///< multiplies the skin
  Vec3 top_colour;
};

/// What the seed draws for that sex, age and ancestry; the hair is the profile's own where it names one.
Look look_of(const HeadProfile& profile);

/// 0 no grey hair at that age, 1 all of it; the seed decides when it starts.
float grey_share(const HeadProfile& profile);

}  // namespace uketsuke::camera
