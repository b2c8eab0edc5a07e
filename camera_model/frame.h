#pragma once

#include <cstdint>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::camera {

/// Who is before the camera, where that is declared and not rendered.
enum class Subject {
  nobody,
  holder,    ///< the holder of the card
  stranger,  ///< somebody else
};

/// One picture of the stream.
struct Frame {
  std::int64_t number = 0;  ///< since the camera was switched on, from 1
  Duration exposed{};       ///< middle of the exposure, since the case began
  Subject subject = Subject::nobody;
};

}  // namespace uketsuke::camera
