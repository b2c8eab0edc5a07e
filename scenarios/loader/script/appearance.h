#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/appearance.h"

namespace uketsuke::scenario {

/// How somebody looks into the camera: one word (`other`), or a map of all that differs from standing there
/// as he is. @throws InputError
Appearance read_appearance(const yaml::Value& value);

/// The photo in the chip: one word, or `years_older: 10`. @throws InputError
CardPhoto read_card_photo(const yaml::Value& value);

}  // namespace uketsuke::scenario
