#pragma once

#include <vector>

#include "base/yaml/value.h"
#include "scenarios/model/specific_disease.h"

namespace uketsuke::scenario {

/// Reads `specific_diseases:` of a persona or of `given:`; an empty list means none.
std::vector<SpecificDiseaseCertificate> read_specific_diseases(const yaml::Value& value);

}  // namespace uketsuke::scenario
