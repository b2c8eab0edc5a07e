#pragma once

#include <opencv2/videoio.hpp>
#include <string>

#include "camera_model/source/recording.h"

namespace uketsuke::camera {

/// A camera of this machine, by Video4Linux. A picture is the next one that it gives: for runs that keep pace
/// with the clock on the wall.
class LiveCamera : public Recording {
 public:
  /// @param name its number (`0`) or its device file (`/dev/video0`)
  /// @throws CaptureError
  LiveCamera(std::string name, const PictureLimits& limits);

  double rate() const override { return 0; }  // it keeps its own
  std::int64_t length() const override { return 0; }
  bool read(std::int64_t index, Image& out) override;

 private:
  std::string name_;
  PictureLimits limits_;
  cv::VideoCapture camera_;
  cv::Mat picture_;
};

}  // namespace uketsuke::camera
