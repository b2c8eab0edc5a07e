#pragma once

#include <filesystem>
#include <opencv2/videoio.hpp>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// The pictures of a video file, in whatever FFmpeg reads, or OpenCV's own Motion JPEG reader.
///
/// Pictures that are skipped are decoded all the same, because the next one may be built on them. Going back
/// opens the file again. Nothing is fetched from a network, also where a file asks for it.
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
  std::int64_t announced_ = 0;  ///< pictures, as the file's header says; 0 where it does not
  std::int64_t length_ = 0;     ///< pictures, once the end was seen
  std::int64_t next_ = 0;       ///< index of the picture that comes next

  void open();
  void check_end() const;
};

}  // namespace uketsuke::camera
