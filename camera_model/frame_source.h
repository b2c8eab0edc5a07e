#pragma once

#include <cstdint>
#include <memory>

#include "camera_model/frame.h"

namespace uketsuke::camera {

/// Result of one exposure.
struct Exposure {
  enum class Outcome {
    delivered,  ///< a new image
    frozen,     ///< the sensor's buffer was not written: its old content is delivered again
    absent,     ///< no image: no camera, or the recording has ended
  };

  Outcome outcome = Outcome::delivered;
  Subject subject = Subject::nobody;
  std::shared_ptr<const Image> image{};  ///< RGB; null if the subject is only declared
};

/// Source of a camera's frames: a declaration, a rendered scene, files, a real camera.
class FrameSource {
 public:
  virtual ~FrameSource() = default;

  /// Takes frame `number`, counted from 1 since the camera was switched on. Numbers may be skipped and may
  /// restart.
  /// @param at  mid-exposure, time since the case began
  /// @throws InputError, SystemError if the source cannot continue
  virtual Exposure expose(std::int64_t number, Duration at) = 0;
};

}  // namespace uketsuke::camera
