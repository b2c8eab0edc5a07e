#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/head.h"

namespace uketsuke::camera {

/// The sliced MakeHuman data (`models/slice_heads.py`) and the heads built from it.
///
/// The constructor reads the mesh and its targets; textures are read on first use and cached. Thread-safe.
class HeadLibrary {
 public:
  /// @param heads_folder  <cache>/models/heads
  /// @throws InputError if files are missing or have another version; the message says to run `./uketsuke
  /// test`
  explicit HeadLibrary(const std::filesystem::path& heads_folder);
  ~HeadLibrary();
  HeadLibrary(const HeadLibrary&) = delete;
  HeadLibrary& operator=(const HeadLibrary&) = delete;

  /// @throws InputError for an age outside 0 to 100, an ancestry without a positive share, or unknown hair
  std::shared_ptr<const Head> build(const HeadProfile& profile) const;

  std::vector<std::string> hair_names() const;
  std::vector<std::string> top_names() const;

  class Data;

 private:
  std::shared_ptr<const Data> data_;
};

}  // namespace uketsuke::camera
