#include "sim/personalisation/card_numbers.h"

#include <fmt/format.h>

#include "sim/personalisation/japanese_era.h"

namespace uketsuke::personalisation {

record::Secret card_face_number_a(const scenario::CardProfile& card) { return card.my_number; }

record::Secret card_face_number_b(Date born, const scenario::CardProfile& card) {
  const date::year_month_day expiry(card.expires);
  return record::Secret(fmt::format("{}{:04}{}", era_six_digits(born), static_cast<int>(expiry.year()),
                                    card.security_code.reveal()));
}

record::Secret birth_date_key(Date born) { return record::Secret(era_six_digits(born)); }

}  // namespace uketsuke::personalisation
