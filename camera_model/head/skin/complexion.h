#pragma once

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Paints the individual features of a skin onto a published skin texture: lips, blush, shadows round the
/// eyes, folds, stubble, blotches, moles, freckles, age spots. The seed draws where and how strong; age and
/// sex decide which.
void paint_complexion(const HeadProfile& profile, Image& skin);

}  // namespace uketsuke::camera
