#pragma once

#include <filesystem>
#include <opencv2/videoio.hpp>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// The frames of a video file in any format that FFmpeg or OpenCV's own Motion JPEG reader supports.
///
/// Skipped frames are decoded too, because the next one may depend on them. Going back reopens the file.
/// Nothing is fetched from a network, even if a file requests it.
class VideoFile : public Recording {
 public:
  /// @throws CaptureError
  VideoFile(std::filesystem::path path, const PictureLimits& limits);

  double rate() const override { return rate_; }
  std::int64_t length() const override { return length_; }
  bool read(std::int64_t index, Image& out) override;

 private:
  std::filesystem::path path_;
  PictureLimits limits_;
  cv::VideoCapture video_;
  cv::Mat picture_;
  double rate_ = 0;
  std::int64_t announced_ = 0;  ///< frame count in the file's header; 0 if missing
  std::int64_t length_ = 0;     ///< frame count, known once the end was reached
  std::int64_t next_ = 0;       ///< index of the next frame

  void open();
  void check_end() const;
};

}  // namespace uketsuke::camera
