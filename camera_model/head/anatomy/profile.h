#pragma once

#include <cstdint>
#include <string>

#include "base/enum_names.h"

namespace uketsuke::camera {

UKETSUKE_ENUM(Sex, female, male)

/// Weights of the mesh's three ancestry shapes and skins; they are scaled to a sum of 1.
struct Ancestry {
  float asian = 1, caucasian = 0, african = 0;
};

/// Defines a person's head. Equal profiles give bit-identical heads on every machine.
struct HeadProfile {
  std::uint32_t seed = 1;  ///< draws face shape, brows, skin tone, hair and clothes
  Sex sex = Sex::female;
  float age = 40;  ///< years, 0 to 100; does not affect what the seed draws, so a person can age
  Ancestry ancestry;
  float amplitude = 1.0F;  ///< how far the seed may move from the average face: 0 average, 1 as among people
  std::string hair;        ///< a name from HeadLibrary::hair_names(); empty: chosen by seed, sex and age
  /// Makes look-alikes: mixes in the face of this seed by `kin_share` (0 none, 1 entirely the other's shape).
  std::uint32_t kin_seed = 0;
  float kin_share = 0;
};

/// The same person `years` later (negative: earlier): the seed's face with the shape, skin and hair colour of
/// the new age. A card's photo is up to ten years old.
HeadProfile aged(HeadProfile profile, float years);

}  // namespace uketsuke::camera
