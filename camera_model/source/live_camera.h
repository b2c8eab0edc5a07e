#pragma once

#include <opencv2/videoio.hpp>
#include <string>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// A camera of this machine, through Video4Linux. read() gives its next frame: for runs paced by the wall
/// clock.
class LiveCamera : public Recording {
 public:
  /// @param name  its number (`0`) or its device file (`/dev/video0`)
  /// @throws CaptureError
  LiveCamera(std::string name, const PictureLimits& limits);

  double rate() const override { return 0; }  // the camera has its own rate
  std::int64_t length() const override { return 0; }
  bool read(std::int64_t index, Image& out) override;

 private:
  std::string name_;
  PictureLimits limits_;
  cv::VideoCapture camera_;
  cv::Mat picture_;
};

}  // namespace uketsuke::camera
