#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/head.h"

namespace uketsuke::camera {

/// The sliced MakeHuman data (`models/slice_heads.py`) and the heads that can be made of it.
///
/// Opening reads the mesh and its targets; textures are read when first needed and kept. May be used by
/// several threads.
class HeadLibrary {
 public:
  /// @param heads_folder  <cache>/models/heads
  /// @throws InputError files missing or not of this version; the message says to run `./uketsuke test`
  explicit HeadLibrary(const std::filesystem::path& heads_folder);
  ~HeadLibrary();
  HeadLibrary(const HeadLibrary&) = delete;
  HeadLibrary& operator=(const HeadLibrary&) = delete;

  /// @throws InputError age outside 0 to 100, ancestry without a positive share, unknown hair
  std::shared_ptr<const Head> build(const HeadProfile& profile) const;

  std::vector<std::string> hair_names() const;
  std::vector<std::string> top_names() const;

  class Data;

 private:
  std::shared_ptr<const Data> data_;
};

}  // namespace uketsuke::camera
