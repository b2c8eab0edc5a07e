#pragma once

#include <cstdint>
#include <memory>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Who is in front of the camera, for sources that declare this and do not render it.
enum class Subject {
  nobody,
  holder,    ///< the card holder
  stranger,  ///< another person
};

/// One frame of the stream.
struct Frame {
  /// Counts from 1 since the camera was switched on; frames that were not taken leave gaps.
  std::int64_t number = 0;
  Duration exposed{};  ///< mid-exposure, time since the case began
  Subject subject = Subject::nobody;
  std::shared_ptr<const Image> image{};  ///< null if the subject is only declared
};

}  // namespace uketsuke::camera
