#pragma once

#include <string>

#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// A MedicalInstitutionCode of ten digits that belongs to no institution: Tokyo (13), the fee table (1 医科,
/// 3 歯科, 4 調剤), and 9999999, whose check digit is wrong.
std::string institution_code(const scenario::Site& site);

}  // namespace uketsuke::oqs
