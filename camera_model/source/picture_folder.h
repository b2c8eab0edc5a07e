#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// The images of a folder in the order of their names, where digits compare as numbers (`2.png` before
/// `10.png`); or a single image.
///
/// Files of other types are skipped, by their extension. All headers are checked when the folder is opened,
/// so that a bad file is reported before a reception begins; pixels are decoded when needed. Images may
/// differ in size.
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

/// Order of names: runs of digits by value, the rest by bytes.
bool comes_before(const std::string& a, const std::string& b);

}  // namespace uketsuke::camera
