#pragma once

#include <filesystem>
#include <optional>
#include <set>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// Source of the camera's pictures.
UKETSUKE_ENUM(Vision,
              declared,  ///< none: the scenario declares whose face it is, and the reader believes it
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
              other,      ///< another person
              lookalike,  ///< another person, who looks very much like the holder
              none,       ///< no person in front of the camera
)

/// What an impostor holds in front of the camera (ISO/IEC 30107-3: a presentation attack).
UKETSUKE_ENUM(Attack,
              printed_photo,   ///< of the holder: a sheet with visible edges
              cut_photo,       ///< cut along hair and shoulders
              filling_photo,   ///< too large for the camera to see an edge
              bent_photo,      ///< bent around a vertical axis, like a face
              screen,          ///< a tablet
              filling_screen,  ///< too large for the camera to see an edge
)

UKETSUKE_ENUM(Wearing, mask, glasses, sunglasses, cap, hat)

/// Where the patient stands, as seen by the patient.
UKETSUKE_ENUM(Standing, middle, near, far, left, right)

/// How a patient appears to the camera. Everything but `face` needs pixels.
struct Appearance {
  std::optional<Face> face;      ///< none: the scenario's `face:`
  std::optional<Attack> attack;  ///< a picture of the holder instead of a face
  std::set<Wearing> wearing;
  Standing standing = Standing::middle;
  bool companion = false;                ///< a second person also looks into the camera
  bool follows_guidance = true;          ///< does what the reader asks, after a person's delay
  std::optional<Duration> leaves_after;  ///< walks away this long after arriving

  /// Whether a declared face cannot express this.
  bool needs_pixels() const {
    return attack || !wearing.empty() || standing != Standing::middle || companion || !follows_guidance ||
           leaves_after || face == Face::lookalike;
  }
};

/// A fault of the camera.
UKETSUKE_ENUM(CameraState,
              works,      ///< no fault
              frozen,     ///< repeats one picture
              black,      ///< delivers pictures without light
              unplugged,  ///< delivers no picture
)

/// The photo in the chip.
UKETSUKE_ENUM(CardPhotoKind,
              usual,    ///< the holder's face
              missing,  ///< empty object
              broken,   ///< truncated in the middle
              bomb,     ///< its header claims a size of gigabytes
              blank,    ///< a picture without a face
)

/// The photo in the chip, if it is not the usual one.
struct CardPhoto {
  using Kind = CardPhotoKind;

  Kind kind = Kind::usual;
  int years_older = 0;  ///< taken this many years before the card was issued

  bool operator!=(const CardPhoto& other) const {
    return kind != other.kind || years_older != other.years_older;
  }
};

}  // namespace uketsuke::scenario
