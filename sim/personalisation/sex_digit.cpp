#include "sim/personalisation/sex_digit.h"

namespace uketsuke::personalisation {

std::string sex_digit(scenario::Sex sex) {
  switch (sex) {
    case scenario::Sex::male:
      return "1";
    case scenario::Sex::female:
      return "2";
    case scenario::Sex::other:
      return "9";
  }
  return "9";
}

}  // namespace uketsuke::personalisation
