#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/appearance.h"

namespace uketsuke::scenario {

/// Reads how a person appears to the camera: one word (`other`), or a map of everything that differs from the
/// person standing there as themselves. @throws InputError
Appearance read_appearance(const yaml::Value& value);

/// Reads the photo in the chip: one word, or `years_older: 10`. @throws InputError
CardPhoto read_card_photo(const yaml::Value& value);

}  // namespace uketsuke::scenario
