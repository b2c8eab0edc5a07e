#pragma once

#include <memory>

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/skin/texture_store.h"

namespace uketsuke::camera {

/// The skin texture at the profile's age: the published skins (young to 28, middle-aged at 50, old from 74
/// years) blended by age and ancestry, with the complexion that the seed draws.
/// @throws InputError if skins are missing or have different sizes
std::shared_ptr<const Image> skin_of(const HeadProfile& profile, const TextureStore& store);

}  // namespace uketsuke::camera
