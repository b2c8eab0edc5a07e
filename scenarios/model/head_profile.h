#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.h"

namespace uketsuke::scenario {

/// A head is one or the other, whatever the card says.
UKETSUKE_ENUM(HeadSex, male, female)

/// Shares of what a face's shape and skin come from; 0 to 1 each, one of them more than 0.
struct HeadAncestry {
  double asian = 1, caucasian = 0, african = 0;
};

/// What a patient looks like to the camera. The age is not here: it is the persona's on the day, and on the
/// day that the card's photo was taken.
struct HeadProfile {
  std::string
      identity;  ///< a name in camera_model/head/identities.yaml, whose values hold; empty: the ones below
  std::uint32_t seed = 0;
  std::optional<HeadSex> sex;  ///< none: the persona's
  HeadAncestry ancestry;
  double amplitude = 1;  ///< how far from the average face: 0 the average, 2 at most
  std::string hair;      ///< empty: by seed
};

}  // namespace uketsuke::scenario
