// The C side of libuketsuke_capture.so.
#include <cstdlib>
#include <cstring>
#include <memory>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include "camera_model/source/live_camera.h"
#include "camera_model/source/picture_folder.h"
#include "camera_model/source/uketsuke_capture.h"
#include "camera_model/source/video_file.h"

struct uketsuke_recording {
  std::unique_ptr<uketsuke::camera::Recording> recording;
  uketsuke::camera::Image picture;
};

namespace uketsuke::camera {

namespace {

template <std::size_t Size>
void copy(char (&to)[Size], const std::string& from) {
  std::strncpy(to, from.c_str(), Size - 1);
  to[Size - 1] = '\0';
}

/// Converts exceptions to error codes. None may cross the boundary: the two sides may have different
/// exception ABIs.
template <class Body>
int32_t guarded(uketsuke_capture_error* error, Body body) {
  try {
    return body();
  } catch (const CaptureError& failure) {
    copy(error->file, failure.file());
    copy(error->message, failure.what());
    return failure.status();
  } catch (const std::bad_alloc&) {
    copy(error->message, "not enough memory for a picture");
  } catch (const std::exception& failure) {
    copy(error->message, failure.what());
  } catch (...) {
    copy(error->message, "an unknown failure");
  }
  copy(error->file, "");
  return UKETSUKE_CAPTURE_FAILED;
}

int silent(int, const char*, const char*, const char*, int, void*) { return 0; }

/// A library does not print: errors are returned.
void silence_opencv() {
  cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
  cv::redirectError(silent);
  cv::setNumThreads(1);  // the program parallelises by processes
  // Opens only files, even if a playlist contains an address. NOLINTBEGIN(concurrency-mt-unsafe): no other
  // thread reads the environment yet
  ::setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS", "protocol_whitelist;file", 1);
  ::setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);  // NOLINTEND
}

std::unique_ptr<Recording> open_recording(const uketsuke_capture_options& options) {
  const PictureLimits limits{options.most_width, options.most_height, options.most_bytes};
  switch (options.kind) {
    case UKETSUKE_CAPTURE_FOLDER:
      return std::make_unique<PictureFolder>(options.path, limits);
    case UKETSUKE_CAPTURE_VIDEO:
      return std::make_unique<VideoFile>(options.path, limits);
    case UKETSUKE_CAPTURE_CAMERA:
      return std::make_unique<LiveCamera>(options.path, limits);
    default:
      throw CaptureError(UKETSUKE_CAPTURE_FAILED, options.path, "an unknown kind of recording");
  }
}

int32_t open(const uketsuke_capture_options* options, uketsuke_recording** recording,
             uketsuke_capture_error* error) {
  return guarded(error, [&] {
    auto opened = std::make_unique<uketsuke_recording>();
    opened->recording = open_recording(*options);
    *recording = opened.release();
    return UKETSUKE_CAPTURE_OK;
  });
}

double rate(const uketsuke_recording* recording) { return recording->recording->rate(); }

int64_t length(const uketsuke_recording* recording) { return recording->recording->length(); }

int32_t read(uketsuke_recording* recording, int64_t index, uketsuke_capture_picture* picture,
             uketsuke_capture_error* error) {
  return guarded(error, [&] {
    if (!recording->recording->read(index, recording->picture)) return UKETSUKE_CAPTURE_END;
    *picture = {recording->picture.pixels.data(), recording->picture.width, recording->picture.height};
    return UKETSUKE_CAPTURE_OK;
  });
}

void close(uketsuke_recording* recording) { delete recording; }

}  // namespace

}  // namespace uketsuke::camera

const uketsuke_capture_module* uketsuke_capture_get(void) {
  namespace camera = uketsuke::camera;
  static const uketsuke_capture_module kModule = {UKETSUKE_CAPTURE_ABI, sizeof(uketsuke_capture_module),
                                                  camera::open,         camera::rate,
                                                  camera::length,       camera::read,
                                                  camera::close};
  camera::silence_opencv();
  return &kModule;
}
