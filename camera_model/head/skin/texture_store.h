#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "camera_model/image.h"

namespace uketsuke::camera {

/// The textures of a heads folder, each read once. May be used by several threads.
class TextureStore {
 public:
  explicit TextureStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// As published. @throws InputError the file is missing or no PNG
  std::shared_ptr<const Image> plain(const std::string& file) const;

  /// In grey around kGreyMean of linear light where it is opaque, so that a material's colour decides what it
  /// looks like: one texture serves black, brown and white hair.
  /// @param density  multiplies the opacity; the same for every call with one file
  std::shared_ptr<const Image> grey(const std::string& file, float density = 1.0F) const;

  /// An eye whose iris is as dark as most are: the published brown is red.
  std::shared_ptr<const Image> eyes(const std::string& file) const;

  /// Linear light of the opaque parts' mean after grey(); a colour divided by it is what the material needs.
  static constexpr float kGreyMean = 0.25F;

 private:
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const Image>> plain_;
  mutable std::map<std::string, std::shared_ptr<const Image>> grey_;
  mutable std::map<std::string, std::shared_ptr<const Image>> eyes_;
};

}  // namespace uketsuke::camera
