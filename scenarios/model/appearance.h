#pragma once

#include <filesystem>
#include <optional>
#include <set>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// Where the camera's pictures come from.
enum class Vision {
  declared,  ///< nowhere: the scenario says whose face it is, and the reader believes it
  rendered,  ///< drawn: heads, light, lens, sensor
  recorded,  ///< a folder of pictures or a film
};

constexpr auto enum_names(Vision) {
  return EnumNames<Vision, 3>{
      {{Vision::declared, "declared"}, {Vision::rendered, "rendered"}, {Vision::recorded, "recorded"}}};
}

/// The light at the reception desk.
enum class Light {
  good,
  backlight,  ///< a bright window behind the patient
  sun,        ///< direct sun from one side
  dark,       ///< the lamps are off
};

constexpr auto enum_names(Light) {
  return EnumNames<Light, 4>{
      {{Light::good, "good"}, {Light::backlight, "backlight"}, {Light::sun, "sun"}, {Light::dark, "dark"}}};
}

/// Whose face the camera sees.
enum class Face {
  same,       ///< the holder of the card
  other,      ///< somebody else
  lookalike,  ///< somebody else who looks much like the holder
  none,       ///< nobody before the camera
};

constexpr auto enum_names(Face) {
  return EnumNames<Face, 4>{
      {{Face::same, "same"}, {Face::other, "other"}, {Face::lookalike, "lookalike"}, {Face::none, "none"}}};
}

/// What somebody who is not the holder holds before the camera (ISO/IEC 30107-3: a presentation attack).
enum class Attack {
  printed_photo,   ///< of the holder, a sheet with its edges
  cut_photo,       ///< cut along hair and shoulders
  filling_photo,   ///< so large that the camera sees no edge
  bent_photo,      ///< bent round a vertical axis, like a face
  screen,          ///< a tablet
  filling_screen,  ///< so large that the camera sees no edge
};

constexpr auto enum_names(Attack) {
  return EnumNames<Attack, 6>{{{Attack::printed_photo, "printed_photo"},
                               {Attack::cut_photo, "cut_photo"},
                               {Attack::filling_photo, "filling_photo"},
                               {Attack::bent_photo, "bent_photo"},
                               {Attack::screen, "screen"},
                               {Attack::filling_screen, "filling_screen"}}};
}

enum class Wearing { mask, glasses, sunglasses, cap, hat };

constexpr auto enum_names(Wearing) {
  return EnumNames<Wearing, 5>{{{Wearing::mask, "mask"},
                                {Wearing::glasses, "glasses"},
                                {Wearing::sunglasses, "sunglasses"},
                                {Wearing::cap, "cap"},
                                {Wearing::hat, "hat"}}};
}

/// Where the patient stands, as seen from himself.
enum class Standing { middle, near, far, left, right };

constexpr auto enum_names(Standing) {
  return EnumNames<Standing, 5>{{{Standing::middle, "middle"},
                                 {Standing::near, "near"},
                                 {Standing::far, "far"},
                                 {Standing::left, "left"},
                                 {Standing::right, "right"}}};
}

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
enum class CameraState {
  works,
  frozen,     ///< delivers one picture again and again
  black,      ///< pictures without light
  unplugged,  ///< delivers nothing
};

constexpr auto enum_names(CameraState) {
  return EnumNames<CameraState, 4>{{{CameraState::works, "works"},
                                    {CameraState::frozen, "frozen"},
                                    {CameraState::black, "black"},
                                    {CameraState::unplugged, "unplugged"}}};
}

/// The photo in the chip, where it is not the usual one.
struct CardPhoto {
  enum class Kind {
    usual,
    missing,  ///< the chip's object is empty
    broken,   ///< cut off in the middle
    bomb,     ///< a header that promises a picture of gigabytes
    blank,    ///< a picture that shows nobody
  };
  Kind kind = Kind::usual;
  int years_older = 0;  ///< taken that many years before the card was issued

  bool operator!=(const CardPhoto& other) const {
    return kind != other.kind || years_older != other.years_older;
  }
};

constexpr auto enum_names(CardPhoto::Kind) {
  return EnumNames<CardPhoto::Kind, 5>{{{CardPhoto::Kind::usual, "usual"},
                                        {CardPhoto::Kind::missing, "missing"},
                                        {CardPhoto::Kind::broken, "broken"},
                                        {CardPhoto::Kind::bomb, "bomb"},
                                        {CardPhoto::Kind::blank, "blank"}}};
}

}  // namespace uketsuke::scenario
