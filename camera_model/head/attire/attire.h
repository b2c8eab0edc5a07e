#pragma once

#include <optional>
#include <string>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

enum class Glasses { none, clear, dark };
enum class Hat { none, cap, brimmed };  ///< a knitted cap; a hat whose brim shades the brow

/// What somebody has put on. The default is what the seed of the head wears indoors.
struct Attire {
  Glasses glasses = Glasses::none;
  bool mask = false;  ///< surgical, over mouth and nose
  Hat hat = Hat::none;
  std::string top;                 ///< a name of HeadLibrary::top_names(); empty: by seed and sex
  std::optional<Vec3> top_colour;  ///< linear RGB, multiplies the cloth; none: by seed
};

/// What a face is doing; 0 at rest, 1 as far as it goes.
struct Expression {
  float blink = 0;  ///< both eyelids; 1 is shut
  float smile = 0;
  float mouth_open = 0;
};

}  // namespace uketsuke::camera
