#pragma once

#include <cstdint>
#include <memory>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Who is before the camera, where that is declared and not rendered.
enum class Subject {
  nobody,
  holder,    ///< the holder of the card
  stranger,  ///< somebody else
};

/// One picture of the stream.
struct Frame {
  std::int64_t number = 0;  ///< since the camera was switched on, from 1; frames that nobody took leave a gap
  Duration exposed{};       ///< middle of the exposure, since the case began
  Subject subject = Subject::nobody;
  std::shared_ptr<const Image> image{};  ///< none where the subject is only declared
};

}  // namespace uketsuke::camera
