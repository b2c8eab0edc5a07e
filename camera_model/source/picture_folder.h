#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// The pictures of a folder in the order of their names, in which numbers count as numbers (`2.png` comes
/// before `10.png`); or one picture alone.
///
/// Files of other kinds are passed over, by their extension. Every header is looked at when the folder is
/// opened, so that a bad file is known before a reception begins; pixels are decoded when they are wanted.
/// Pictures may differ in size.
class PictureFolder : public Recording {
 public:
  /// @throws CaptureError
  PictureFolder(const std::filesystem::path& path, const PictureLimits& limits);

  double rate() const override { return 0; }
  std::int64_t length() const override { return static_cast<std::int64_t>(files_.size()); }
  bool read(std::int64_t index, Image& out) override;

 private:
  PictureLimits limits_;
  std::vector<std::filesystem::path> files_;

  void check(const std::filesystem::path& file) const;
};

/// The order of names: runs of digits by their value, the rest by its bytes.
bool comes_before(const std::string& a, const std::string& b);

}  // namespace uketsuke::camera
