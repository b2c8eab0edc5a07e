#pragma once

#include <optional>
#include <string>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

enum class Glasses { none, clear, dark };
enum class Hat { none, cap, brimmed };  ///< a knitted cap; a hat whose brim shades the brow

/// What a person wears. The default is what the head's seed wears indoors.
struct Attire {
  Glasses glasses = Glasses::none;
  bool mask = false;  ///< surgical mask over mouth and nose
  Hat hat = Hat::none;
  std::string top;                 ///< a name from HeadLibrary::top_names(); empty: chosen by seed and sex
  std::optional<Vec3> top_colour;  ///< linear RGB, multiplies the cloth's texture; none: chosen by seed
};

/// Facial expression; each value is 0 at rest and 1 at its extreme.
struct Expression {
  float blink = 0;  ///< both eyelids; 1 is shut
  float smile = 0;
  float mouth_open = 0;
};

}  // namespace uketsuke::camera
