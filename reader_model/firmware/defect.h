#pragma once

#include "base/enum_names.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

/// Faults that a firmware could have. Planting one shows that the checkers would find it: a test that cannot
/// fail proves nothing.
UKETSUKE_ENUM(
    Defect,
    asks_consent_before_identity,       ///< flashes a consent screen before anybody was identified
    releases_without_consent,           ///< sends "agreed" for whatever was refused
    limit_screen_after_reform,          ///< still asks for limit information from 2024-10-07 on
    timeout_counts_as_consent,          ///< takes a screen that nobody answered as agreed to
    reuses_last_consent,                ///< sends the answers of the patient before
    accepts_any_face,                   ///< takes every face for the holder's
    accepts_expired_certificate,        ///< goes on with a certificate that is expired, suspended or revoked
    asks_in_grace,                      ///< asks for medical information although the certificate has expired
    keeps_secrets,                      ///< does not wipe at the end of a reception
    forgets_card_left_alarm,            ///< never calls for a card that was left in the slot
    asks_unset_categories,              ///< asks for categories that the site has switched off
    ignores_missing_registration,       ///< takes every card for registered
    agree_all_covers_specific_disease,  ///< takes agreeing to all for consent about a specific disease
    releases_specific_disease_unasked,  ///< has the certificate of a specific disease given with the
                                        ///< eligibility
    crashes,                            ///< the program ends when a PIN has been typed
    hangs,                              ///< goes round for ever when a PIN has been typed
    phone_gets_grace,      ///< takes a phone's expired certificate as a card's in its grace period
    offers_phone_always,   ///< takes a phone on any day, and without a reader for phones
    accepts_locked_phone,  ///< takes a phone that was not unlocked, or whose digits were wrong
    keeps_phone,           ///< does not forget a phone at the end of its reception
)

/// Defects that lie in the settings.
void plant(Defect defect, FlowSettings& settings);

/// Defects that lie in what the flow is told, or in what becomes of its orders. The firmware itself
/// knows nothing of them.
Tampering tampering(Defect defect);

}  // namespace uketsuke::reader
