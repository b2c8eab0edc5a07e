#pragma once

#include "base/enum_names.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

/// Faults that a firmware could have. Planting one shows that the checkers find it: a test that cannot fail
/// proves nothing.
UKETSUKE_ENUM(
    Defect,
    asks_consent_before_identity,  ///< shows a consent screen before the patient is identified
    releases_without_consent,      ///< sends "agreed" for every refused category
    limit_screen_after_reform,     ///< still asks for limit information from 2024-10-07 on
    timeout_counts_as_consent,     ///< takes a screen that was not answered as agreed to
    reuses_last_consent,           ///< sends the answers of the patient before
    accepts_any_face,              ///< accepts every face as the holder's
    accepts_expired_certificate,   ///< continues with a certificate that is expired, suspended or revoked
    asks_in_grace,                 ///< asks for medical information although the certificate has expired
    keeps_secrets,                 ///< does not wipe at the end of a reception
    forgets_card_left_alarm,       ///< never raises the alarm for a card left in the slot
    asks_unset_categories,         ///< asks for categories that the site has switched off
    ignores_missing_registration,  ///< takes every card as registered
    agree_all_covers_specific_disease,  ///< takes agreeing to all as consent about a specific disease
    releases_specific_disease_unasked,  ///< releases the certificate of a specific disease with the
                                        ///< eligibility
    crashes,                            ///< the program ends after a PIN was typed
    hangs,                              ///< loops for ever after a PIN was typed
    phone_gets_grace,      ///< takes a phone's expired certificate as a card's in its grace period
    offers_phone_always,   ///< takes a phone on any day, and without a reader for phones
    accepts_locked_phone,  ///< takes a phone that was not unlocked, or whose digits were wrong
    keeps_phone,           ///< keeps a phone's data after its reception
)

/// Plants defects that are in the settings.
void plant(Defect defect, FlowSettings& settings);

/// Plants defects that change the flow's inputs or actions. The firmware itself has no code for them.
Tampering tampering(Defect defect);

}  // namespace uketsuke::reader
