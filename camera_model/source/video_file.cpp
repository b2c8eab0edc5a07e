#include "camera_model/source/video_file.h"

#include <cmath>
#include <cstdlib>
#include <utility>

#include "camera_model/source/to_rgb.h"

namespace uketsuke::camera {

namespace {

namespace fs = std::filesystem;

/// Tolerance for the header's frame count, which is off by rounding and by frames dropped while recording.
std::int64_t tolerated(std::int64_t announced) { return 2 + announced / 20; }

}  // namespace

VideoFile::VideoFile(fs::path path, const PictureLimits& limits) : path_(std::move(path)), limits_(limits) {
  std::error_code error;
  const fs::file_status status = fs::status(path_, error);
  if (!fs::exists(status)) throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, path_.string(), "does not exist");
  if (!fs::is_regular_file(status))
    throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, path_.string(), "is not a file");
  if (fs::file_size(path_, error) == 0)
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, path_.string(), "is empty");
  open();
}

void VideoFile::open() {
  // By absolute path: `http:something` in the working folder is a file, not an address.
  const std::string name = fs::absolute(path_).string();
  // Not CAP_ANY: GStreamer would accept addresses, and the reader of numbered images any name.
  if (!video_.open(name, cv::CAP_FFMPEG) && !video_.open(name, cv::CAP_OPENCV_MJPEG)) {
    throw CaptureError(
        UKETSUKE_CAPTURE_DAMAGED, path_.string(),
        "is not a video that can be read, or is cut off; encode it again, for example as Motion JPEG "
        "in .avi or H.264 in .mp4");
  }
  const double width = video_.get(cv::CAP_PROP_FRAME_WIDTH);
  const double height = video_.get(cv::CAP_PROP_FRAME_HEIGHT);
  if (!(width >= 1 && height >= 1))
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, path_.string(), "has no pictures");
  if (width > limits_.width || height > limits_.height) {
    throw CaptureError(UKETSUKE_CAPTURE_TOO_LARGE, path_.string(),
                       "has pictures of more than " + std::to_string(limits_.width) + " x " +
                           std::to_string(limits_.height) + " pixels; make it smaller");
  }
  const double rate = video_.get(cv::CAP_PROP_FPS);
  rate_ = rate >= 0.1 && rate <= 1000 ? rate : 0;
  const double count = video_.get(cv::CAP_PROP_FRAME_COUNT);
  announced_ = count >= 1 && count < 1e9 ? static_cast<std::int64_t>(count) : 0;
  next_ = 0;
}

bool VideoFile::read(std::int64_t index, Image& out) {
  if (index < next_) open();
  for (; next_ <= index; ++next_) {
    if (video_.grab()) continue;
    check_end();
    length_ = next_;
    return false;
  }
  if (!video_.retrieve(picture_) || picture_.empty() || !to_rgb(picture_, out)) {
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, path_.string(),
                       "picture " + std::to_string(index) + " cannot be decoded");
  }
  return true;
}

void VideoFile::check_end() const {
  if (next_ == 0) throw CaptureError(UKETSUKE_CAPTURE_EMPTY, path_.string(), "has no pictures");
  if (next_ + tolerated(announced_) >= announced_) return;
  throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, path_.string(),
                     "ends after " + std::to_string(next_) + " of " + std::to_string(announced_) +
                         " pictures: it is cut off or damaged");
}

}  // namespace uketsuke::camera
