#pragma once

#include <string>

#include "base/calendar.h"

namespace uketsuke::personalisation {

/// A day in the Japanese calendar (和暦).
struct EraDate {
  int era = 0;   ///< 1 Meiji, 2 Taishō, 3 Shōwa, 4 Heisei, 5 Reiwa
  int year = 0;  ///< year of the era, from 1
  int month = 0;
  int day = 0;
};

/// @throws std::invalid_argument for a day before 1873, when Japan adopted the Gregorian calendar
EraDate to_era(Date day);

/// `550217` for 17 February of Shōwa 55 (1980): six digits without the era.
std::string era_six_digits(Date day);

/// `319800217` for that day: the era's number, the four digits of the Gregorian year, month and day; the
/// format EYYYYMMDD.
std::string era_and_gregorian(Date day);

}  // namespace uketsuke::personalisation
