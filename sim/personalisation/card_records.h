#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::personalisation {

/// Digits that look random; equal texts give equal digits.
std::string digits_for(std::string_view text, std::size_t count);

/// Record 1 of the 共通 application's EF 0001: `01 1C`, then serial number, municipality and expiry, 28
/// digits.
/// @param serial  15 digits
/// @param municipality  five digits
Bytes common_record(const std::string& serial, const std::string& municipality, Date expires);

/// Record of the 住基 application's EF 0002. The content of real cards is not public: ASSUMED to be tag 02
/// and a code of 11 digits, like that of the residence record.
Bytes juki_record(const std::string& code);

/// GET DATA 66: card recognition data of a GlobalPlatform card (GPC_SPE_034 H.2), of minimal length.
Bytes card_recognition_data();

}  // namespace uketsuke::personalisation
