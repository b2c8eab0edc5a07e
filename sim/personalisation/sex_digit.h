#pragma once

#include <string>

#include "scenarios/model/persona.h"

namespace uketsuke::personalisation {

/// Sex as encoded in the card's files: `1` male, `2` female, `9` other.
std::string sex_digit(scenario::Sex sex);

}  // namespace uketsuke::personalisation
