#pragma once

#include <string>

#include "base/calendar.h"

namespace uketsuke::personalisation {

/// A day as Japan writes it (和暦).
struct EraDate {
  int era = 0;   ///< 1 Meiji, 2 Taishō, 3 Shōwa, 4 Heisei, 5 Reiwa
  int year = 0;  ///< of the era, counts from 1
  int month = 0;
  int day = 0;
};

/// @throws std::invalid_argument for a day before 1873, when Japan took the Gregorian calendar.
EraDate to_era(Date day);

/// `550217` for 17 February of Shōwa 55 (1980): six digits, the era left out.
std::string era_six_digits(Date day);

/// `3550217`-like with the era's number before and four digits of Gregorian year: `319800217`, the form
/// EYYYYMMDD.
std::string era_and_gregorian(Date day);

}  // namespace uketsuke::personalisation
