#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/measures.h"
#include "camera_model/head/attire/attire.h"
#include "camera_model/head/attire/mask_cloth.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Spectacles: surfaces `glasses` (frame and temples) and `lenses`. The seed draws shape and colour of the
/// frame.
/// @param glasses  clear or dark
std::vector<Surface> spectacles(const Measures& head, Glasses glasses, std::uint32_t seed);

/// A surgical mask: surfaces `mask` (its cloth) and `loops` (to the ears).
std::vector<Surface> surgical_mask(const Measures& head, const MaskCloth& cloth, std::uint32_t seed);

/// Surface `hat`: a knitted cap or a hat with a brim.
Surface hat_on(const Measures& head, Hat hat, std::uint32_t seed);

/// Presses hair down to the inside of the hat.
void press_under_hat(const Measures& head, Surface& hair);

}  // namespace uketsuke::camera
