#pragma once

#include <filesystem>

#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/head/anatomy/slice.h"
#include "camera_model/head/skin/texture_store.h"

namespace uketsuke::camera {

/// Data that all heads of a library share; heads keep it alive.
class HeadLibrary::Data {
 public:
  explicit Data(const std::filesystem::path& folder) : slice(folder), textures(folder) {}

  Slice slice;
  TextureStore textures;
};

}  // namespace uketsuke::camera
