#pragma once

#include <filesystem>
#include <optional>
#include <set>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// Where the camera's pictures come from.
UKETSUKE_ENUM(Vision,
              declared,  ///< nowhere: the scenario says whose face it is, and the reader believes it
              rendered,  ///< drawn: heads, light, lens, sensor
              recorded,  ///< a folder of pictures or a film
)

/// The light at the reception desk.
UKETSUKE_ENUM(Light,
              good,       ///< lamps and daylight, evenly
              backlight,  ///< a bright window behind the patient
              sun,        ///< direct sun from one side
              dark,       ///< the lamps are off
)

/// Whose face the camera sees.
UKETSUKE_ENUM(Face,
              same,       ///< the holder of the card
              other,      ///< somebody else
              lookalike,  ///< somebody else who looks much like the holder
              none,       ///< nobody before the camera
)

/// What somebody who is not the holder holds before the camera (ISO/IEC 30107-3: a presentation attack).
UKETSUKE_ENUM(Attack,
              printed_photo,   ///< of the holder, a sheet with its edges
              cut_photo,       ///< cut along hair and shoulders
              filling_photo,   ///< so large that the camera sees no edge
              bent_photo,      ///< bent round a vertical axis, like a face
              screen,          ///< a tablet
              filling_screen,  ///< so large that the camera sees no edge
)

UKETSUKE_ENUM(Wearing, mask, glasses, sunglasses, cap, hat)

/// Where the patient stands, as seen from himself.
UKETSUKE_ENUM(Standing, middle, near, far, left, right)

/// How a patient shows himself to the camera. All but `face` needs pixels.
struct Appearance {
  std::optional<Face> face;      ///< none: the scenario's `face:`
  std::optional<Attack> attack;  ///< a picture of the holder in the place of a face
  std::set<Wearing> wearing;
  Standing standing = Standing::middle;
  bool companion = false;                ///< a second person looks into the camera
  bool follows_guidance = true;          ///< does what the reader asks, after a person's delay
  std::optional<Duration> leaves_after;  ///< walks away, that long after having come

  /// Whether there is something that a declaration of the face cannot tell.
  bool needs_pixels() const {
    return attack || !wearing.empty() || standing != Standing::middle || companion || !follows_guidance ||
           leaves_after || face == Face::lookalike;
  }
};

/// What is wrong with the camera.
UKETSUKE_ENUM(CameraState,
              works,      ///< nothing is wrong
              frozen,     ///< delivers one picture again and again
              black,      ///< pictures without light
              unplugged,  ///< delivers nothing
)

/// What is in the chip as a photo.
UKETSUKE_ENUM(CardPhotoKind,
              usual,    ///< the holder's face
              missing,  ///< the chip's object is empty
              broken,   ///< cut off in the middle
              bomb,     ///< a header that promises a picture of gigabytes
              blank,    ///< a picture that shows nobody
)

/// The photo in the chip, where it is not the usual one.
struct CardPhoto {
  using Kind = CardPhotoKind;

  Kind kind = Kind::usual;
  int years_older = 0;  ///< taken that many years before the card was issued

  bool operator!=(const CardPhoto& other) const {
    return kind != other.kind || years_older != other.years_older;
  }
};

}  // namespace uketsuke::scenario
