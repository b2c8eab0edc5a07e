#pragma once

#include <cstdint>
#include <string>

namespace uketsuke::camera {

enum class Sex { female, male };

/// Shares of the mesh's three ancestry shapes and skins; they are scaled to a sum of 1.
struct Ancestry {
  float asian = 1, caucasian = 0, african = 0;
};

/// Who a head is. Two profiles that are equal give the same head to the bit, on any machine.
struct HeadProfile {
  std::uint32_t seed = 1;  ///< draws the shape of the face, brows, tone of the skin, hair, clothes
  Sex sex = Sex::female;
  float age = 40;  ///< years, 0 to 100; does not change what the seed draws, so a person can grow older
  Ancestry ancestry;
  float amplitude =
      1.0F;          ///< how far from the average face the seed may go: 0 the average, 1 as among people
  std::string hair;  ///< a name of HeadLibrary::hair_names(); empty: by seed, sex and age
  /// Faces of another seed mixed in: 0 none, 1 the other's shape. How look-alikes are made.
  std::uint32_t kin_seed = 0;
  float kin_share = 0;
};

/// The same person `years` later, or earlier where negative: the seed's face with the other age's shape, skin
/// and hair colour. A card's photo is up to ten years old.
HeadProfile aged(HeadProfile profile, float years);

}  // namespace uketsuke::camera
