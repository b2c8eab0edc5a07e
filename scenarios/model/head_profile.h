#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.h"

namespace uketsuke::scenario {

/// The sex of the rendered head, which may differ from the card's.
UKETSUKE_ENUM(HeadSex, male, female)

/// Proportions of ancestry that shape a face and its skin: 0 to 1 each, at least one above 0.
struct HeadAncestry {
  double asian = 1, caucasian = 0, african = 0;
};

/// What a patient looks like to the camera. The age is not here: it is the persona's age on the day of the
/// case, and on the day of the card's photo.
struct HeadProfile {
  std::string identity;  ///< name in camera_model/head/identities.yaml, which then gives all values; empty:
                         ///< the fields below
  std::uint32_t seed = 0;
  std::optional<HeadSex> sex;  ///< none: the persona's
  HeadAncestry ancestry;
  double amplitude = 1;  ///< distance from the average face: 0 is the average, 2 the maximum
  std::string hair;      ///< empty: chosen by seed
};

}  // namespace uketsuke::scenario
