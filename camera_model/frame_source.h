#pragma once

#include <cstdint>
#include <memory>

#include "camera_model/frame.h"

namespace uketsuke::camera {

/// What came of an exposure.
struct Exposure {
  enum class Outcome {
    delivered,  ///< a new picture
    frozen,     ///< the sensor's buffer was not written: what was in it comes once more
    absent,     ///< nothing comes: no camera, end of the recording
  };

  Outcome outcome = Outcome::delivered;
  Subject subject = Subject::nobody;
  std::shared_ptr<const Image> image{};  ///< RGB; none where the subject is only declared
};

/// Where a camera's pictures come from: a declaration, a rendered scene, files, a real camera.
class FrameSource {
 public:
  virtual ~FrameSource() = default;

  /// Takes picture `number` (from 1 since the camera was switched on; numbers may be skipped, and begin
  /// again).
  /// @param at middle of the exposure, since the case began
  /// @throws InputError, SystemError where the source cannot go on
  virtual Exposure expose(std::int64_t number, Duration at) = 0;
};

}  // namespace uketsuke::camera
