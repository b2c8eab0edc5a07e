#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "camera_model/image.h"
#include "camera_model/source/uketsuke_capture.h"

namespace uketsuke::camera {

/// An error inside the capture module.
class CaptureError : public std::runtime_error {
 public:
  CaptureError(uketsuke_capture_status status, std::string file, const std::string& message)
      : std::runtime_error(message), status_(status), file_(std::move(file)) {}

  uketsuke_capture_status status() const { return status_; }
  const std::string& file() const { return file_; }

 private:
  uketsuke_capture_status status_;
  std::string file_;
};

/// Upper limits for an image.
struct PictureLimits {
  int width = 0;
  int height = 0;
  std::int64_t bytes = 0;  ///< size of its file
};

/// A sequence of frames inside the capture module.
class Recording {
 public:
  virtual ~Recording() = default;

  /// Frames per second; 0 if unknown.
  virtual double rate() const = 0;

  /// Number of frames; 0 until it is known.
  virtual std::int64_t length() const = 0;

  /// @param index  from 0; a live camera ignores it
  /// @returns whether there is such a frame; if so, it is in `out`, RGB
  /// @throws CaptureError
  virtual bool read(std::int64_t index, Image& out) = 0;
};

}  // namespace uketsuke::camera
