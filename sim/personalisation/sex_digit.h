#pragma once

#include <string>

#include "scenarios/model/persona.h"

namespace uketsuke::personalisation {

/// Sex as the files of the card code it: `1` male, `2` female, `9` other.
std::string sex_digit(scenario::Sex sex);

}  // namespace uketsuke::personalisation
