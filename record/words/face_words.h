#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// Result of a face comparison.
UKETSUKE_ENUM(FaceResult,
              match,     ///< the person is the one on the card's photo
              no_match,  ///< another person
              no_face,   ///< no usable picture of a face in time
              not_live,  ///< a picture or a screen instead of a person
)

/// What the patient is asked to do so that a usable picture can be taken. Left and right as seen by the
/// patient.
UKETSUKE_ENUM(Guidance,
              show_face,      ///< no face in the picture
              one_person,     ///< a second face of comparable size
              come_closer,    ///< the eyes are too few pixels apart
              step_back,      ///< the eyes are too many pixels apart
              move_left,      ///< the face is outside the guide
              move_right,     ///< the face is outside the guide
              move_up,        ///< the face is outside the guide
              move_down,      ///< the face is outside the guide
              look_straight,  ///< turned, raised or lowered too far
              level_head,     ///< tilted towards a shoulder
              open_eyes,      ///< the eyes are shut
              too_dark,       ///< the face is too dark
              too_bright,     ///< the face is too bright
              backlit,        ///< the face is far darker than its surroundings
              uneven_light,   ///< one half of the face is far brighter, as in sunlight
              hold_still,     ///< blurred, or moving
              turn_head,      ///< matches, but a second view is needed to rule out a flat picture
              uncover_face,   ///< no match yet; a hint only: landmarks cannot show a mask
)

/// How a camera fails.
UKETSUKE_ENUM(CameraTrouble,
              frozen,  ///< it repeats one picture
              silent,  ///< it delivers no picture
)

/// Who or what is in front of the camera. The simulated world knows it; no device can.
UKETSUKE_ENUM(Shown,
              nobody,          ///< no face before the camera
              holder,          ///< the holder of the card
              other,           ///< a person other than the holder
              lookalike,       ///< another person, who looks very much like the holder
              printed_photo,   ///< of the holder: a sheet with visible edges
              cut_photo,       ///< of the holder: cut along the outline
              filling_photo,   ///< of the holder: too large for the camera to see an edge
              bent_photo,      ///< of the holder: bent like a face
              screen,          ///< a telephone or tablet that shows the holder
              filling_screen,  ///< a screen too large for the camera to see an edge
)

}  // namespace uketsuke::record
