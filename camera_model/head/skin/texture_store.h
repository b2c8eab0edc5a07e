#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "camera_model/image.h"

namespace uketsuke::camera {

/// The textures of a heads folder, each read once. Thread-safe.
class TextureStore {
 public:
  explicit TextureStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The texture as published.
  /// @throws InputError if the file is missing or is not a PNG
  std::shared_ptr<const Image> plain(const std::string& file) const;

  /// The texture in grey; its opaque parts average kGreyMean in linear light, so that the material's colour
  /// determines the look: one texture serves black, brown and white hair.
  /// @param density  multiplies the opacity; must be equal in all calls for one file
  std::shared_ptr<const Image> grey(const std::string& file, float density = 1.0F) const;

  /// An eye texture whose iris is as dark as most people's: the published brown is red.
  std::shared_ptr<const Image> eyes(const std::string& file) const;

  /// Mean linear light of the opaque parts after grey(). Divide a desired colour by it to get the material's
  /// colour.
  static constexpr float kGreyMean = 0.25F;

 private:
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const Image>> plain_;
  mutable std::map<std::string, std::shared_ptr<const Image>> grey_;
  mutable std::map<std::string, std::shared_ptr<const Image>> eyes_;
};

}  // namespace uketsuke::camera
