#pragma once

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Paints what makes one skin differ from another onto a published skin: lips, blush, shadows round the eyes,
/// folds, stubble, blotches, moles, freckles, the spots of age. The seed draws where and how much; age and
/// sex decide what.
void paint_complexion(const HeadProfile& profile, Image& skin);

}  // namespace uketsuke::camera
