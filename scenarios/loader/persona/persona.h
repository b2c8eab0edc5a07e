#pragma once

#include <string>

#include "base/yaml/value.h"
#include "scenarios/model/persona.h"

namespace uketsuke::scenario {

/// Reads a persona file. `id` is the name of the file, which `persona:` must repeat.
///
/// Values that could be taken for real ones are refused: a My Number must have a wrong check digit. Messages
/// never quote a PIN or a number.
/// @throws InputError
Persona read_persona(const yaml::Value& document, const std::string& id);

/// Whether the last of twelve digits is the check digit of the first eleven (個人番号, Order No. 85 of 2014
/// of the Ministry of Internal Affairs and Communications, article 5).
bool has_valid_check_digit(const std::string& my_number);

}  // namespace uketsuke::scenario
