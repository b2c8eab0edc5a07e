#include "camera_model/source/live_camera.h"

#include <filesystem>
#include <utility>

#include "camera_model/source/to_rgb.h"

namespace uketsuke::camera {

namespace {

std::string device_file(const std::string& name) {
  const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
  return number ? "/dev/video" + name : name;
}

}  // namespace

LiveCamera::LiveCamera(std::string name, const PictureLimits& limits)
    : name_(device_file(name)), limits_(limits) {
  std::error_code error;
  if (!std::filesystem::is_character_file(name_, error)) {
    throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, name_,
                       "no such camera; list the cameras with v4l2-ctl --list-devices");
  }
  if (!camera_.open(name_, cv::CAP_V4L2)) {
    throw CaptureError(
        UKETSUKE_CAPTURE_UNREADABLE, name_,
        "the camera cannot be opened; another program may use it, or you lack the permission (group video)");
  }
  camera_.set(cv::CAP_PROP_BUFFERSIZE, 1);  // the newest frame, not a queued one
}

bool LiveCamera::read(std::int64_t, Image& out) {
  if (!camera_.read(picture_) || picture_.empty()) return false;  // unplugged
  if (picture_.cols > limits_.width || picture_.rows > limits_.height)
    throw CaptureError(UKETSUKE_CAPTURE_TOO_LARGE, name_, "gives pictures that are too large");
  return to_rgb(picture_, out);
}

}  // namespace uketsuke::camera
