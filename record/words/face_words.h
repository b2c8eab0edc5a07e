#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// What the face matcher found.
UKETSUKE_ENUM(FaceResult,
              match,     ///< the person before the camera is the one on the card's photo
              no_match,  ///< another person
              no_face,   ///< no usable picture of a face within the time
              not_live,  ///< a picture or a screen instead of a person
)

/// What the patient is asked to do so that a usable picture can be taken. Left and right are the patient's
/// own.
UKETSUKE_ENUM(Guidance,
              show_face,      ///< nobody in the picture
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
              backlit,        ///< face far darker than what is round it
              uneven_light,   ///< one half of the face far brighter, as by the sun
              hold_still,     ///< blurred, or moving
              turn_head,      ///< matches; two views are needed to tell a head from a flat picture
              uncover_face,   ///< no match yet; a hint: a mask cannot be told from landmarks
)

/// How a camera fails.
UKETSUKE_ENUM(CameraTrouble,
              frozen,  ///< one picture comes again and again
              silent,  ///< no picture comes
)

/// Who or what a patient shows to the camera. What the world knows; no device can tell it.
UKETSUKE_ENUM(Shown,
              nobody,          ///< no face before the camera
              holder,          ///< the holder of the card
              other,           ///< a person other than the holder
              lookalike,       ///< another person, who looks much like the holder
              printed_photo,   ///< of the holder, a sheet with its edges
              cut_photo,       ///< of the holder, cut along the outline
              filling_photo,   ///< of the holder, so large that the camera sees no edge
              bent_photo,      ///< of the holder, bent like a face
              screen,          ///< a telephone or tablet that shows the holder
              filling_screen,  ///< so large that the camera sees no edge
)

}  // namespace uketsuke::record
