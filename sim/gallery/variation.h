#pragma once

#include <cstdint>
#include <string>

#include "sim/gallery/shot.h"

namespace uketsuke::gallery {

/// How images of one person vary; each value is drawn uniformly from -most to most, or from least to most.
/// docs/looking.md states these ranges: they determine what an accuracy measured on such images is worth.
struct Variation {
  float yaw = 12, pitch = 6, roll = 5;                   ///< degrees
  float nearest_mm = 380, farthest_mm = 550;             ///< from the lens to the eyes
  float sideways_mm = 40, up_mm = 25;                    ///< from the middle of the image
  float smile = 0.7F, mouth_open = 0.15F, blink = 0.3F;  ///< from 0
  float dimmest = 0.6F, brightest = 1.5F;                ///< relative to the `good` light
};

/// Image `number` of a person: the draw depends only on seed, name and number.
/// @param common  person, day and what is worn or shown
Shot varied(Shot common, const std::string& name, int number, const Variation& variation = {});

}  // namespace uketsuke::gallery
