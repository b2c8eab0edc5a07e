#pragma once

#include <cstdint>
#include <string>

#include "base/calendar.h"
#include "record/secret.h"
#include "scenarios/model/persona.h"

namespace uketsuke::personalisation {

/// 照合番号A: the 12 digits of the My Number.
record::Secret card_face_number_a(const scenario::CardProfile& card);

/// 照合番号B, 14 digits: birth date as Japanese-era YYMMDD without the era, Gregorian year of the card's
/// expiry, security code. A reader gets them from the print on the card.
record::Secret card_face_number_b(Date born, const scenario::CardProfile& card);

/// The birth-date key: Japanese-era YYMMDD.
record::Secret birth_date_key(Date born);

/// A certificate's serial number that looks random and always comes out the same for the same text.
std::uint32_t serial_for(const std::string& text);

/// Capital letters and digits, likewise.
std::string code_for(const std::string& text, std::size_t size);

}  // namespace uketsuke::personalisation
