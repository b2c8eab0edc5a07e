#pragma once

#include "base/yaml/value.h"

namespace uketsuke::reader {

/// A decimal number of a policy file. @throws InputError where it is none, or outside its limits
double number(const yaml::Value& value, double least, double most);

}  // namespace uketsuke::reader
