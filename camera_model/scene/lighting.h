#pragma once

#include "base/enum_names.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/render/shading/light.h"

namespace uketsuke::camera {

/// The light at the reception desk.
UKETSUKE_ENUM(
    LightName,
    good,  ///< ceiling lamps and daylight from the side, 500 lx on the face (JIS Z 9110, reception desks)
    backlight,  ///< a bright window behind the patient
    sun,        ///< direct sun on one side of the face
    dark,       ///< the lamps are off
)

/// The light on the patient and on the room behind.
struct Lighting {
  LightName name = LightName::good;
  Illumination on_people;
  Vec3 room{1, 1, 1};          ///< radiance of a white wall behind the patient
  Vec3 window{2, 2, 2};        ///< radiance of the sky in the window behind
  float window_width = 0.25F;  ///< share of the wall that the window takes, 0 to 1
};

struct LightSettings {
  LightName name = LightName::good;
  float level = 1;  ///< multiplies all light; 1 is the nominal light of `name`
  float side = 1;   ///< side of the sun or the daylight: 1 right in the image, -1 left
};

/// @throws std::invalid_argument if the level is not above 0
Lighting lighting(const LightSettings& settings);

}  // namespace uketsuke::camera
