#pragma once

#include "base/yaml/value.h"

namespace uketsuke::reader {

/// Reads a decimal number of a policy file. @throws InputError if it is not a number, or outside its limits
double number(const yaml::Value& value, double least, double most);

}  // namespace uketsuke::reader
