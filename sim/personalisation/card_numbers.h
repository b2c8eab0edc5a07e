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
/// expiry, security code. A reader reads them from the card's print.
record::Secret card_face_number_b(Date born, const scenario::CardProfile& card);

/// The birth-date key: Japanese-era YYMMDD.
record::Secret birth_date_key(Date born);

/// A certificate's serial number that looks random; equal texts give equal numbers.
std::uint32_t serial_for(const std::string& text);

/// A code of capital letters and digits that looks random; equal texts give equal codes.
std::string code_for(const std::string& text, std::size_t size);

}  // namespace uketsuke::personalisation
