#pragma once

#include <array>
#include <cstdint>
#include <set>

#include "conformance/consent_engine/category_set.h"
#include "conformance/consent_engine/health_check.h"
#include "conformance/rules/rules.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

/// Properties that depend on the kind of card.
struct CardTraits {
  bool has_photo = true;     ///< false for a card issued under the age of one
  bool has_pin = true;       ///< false for a 顔認証マイナンバーカード
  bool photo_usable = true;  ///< the photo can be decoded and shows a face
};

/// Everything that is constant during a reception.
struct Setting {
  FirstScreen first_screen = FirstScreen::consent_all;
  LimitPolicy limit = LimitPolicy::automatic;
  SpecificDiseaseQuestion specific_disease = SpecificDiseaseQuestion::own_screen;
  bool specific_disease_in_consent_all = false;  ///< `agree_all` also answers for 特定疾病療養受療証
  bool refuse_all_button = false;                ///< `consent_all` also has a button `refuse_all`
  bool visual_check_asks_consent = true;
  bool suspended_certificate_as_revoked = true;
  CategorySet asks;  ///< categories that the site asks for
  std::array<record::Screen, 3> order{record::Screen::consent_medicines, record::Screen::consent_operations,
                                      record::Screen::consent_health_checkups};
  bool camera = true;              ///< the reader can identify by face
  bool pin_pad = true;             ///< the reader can take a PIN
  bool prescription_form = false;  ///< the site asks in which form to issue a prescription
  record::PrescriptionForm prescription_unanswered = record::PrescriptionForm::paper;
  bool cancel = false;  ///< the reader's questions also have a button `cancel`
  std::uint8_t face_attempts = 3;
  std::uint8_t print_readings = 3;
  CardTraits card;
  std::uint8_t age = 40;  ///< age of the holder in full years; the default stands for an unknown age
  std::uint8_t health_check_from_age = 40;
  std::uint8_t late_elderly_from_age = 75;
  bool smartphone = false;   ///< a phone may replace the card: the day allows it and the reader supports it
  bool phone_grace = false;  ///< a phone's certificate has a grace period as a card's does
  bool phone_registers = false;     ///< the first registration can be made with a phone
  std::uint8_t phone_attempts = 3;  ///< number of failed phones that ends the reception
};

/// The setting according to the rules of a day and a site's switches. The reader has every method of
/// identification and the card is a standard one; the caller may change both.
/// @param asks_prescription_form  the site issues both forms of prescription and asks at the reader
/// @param phone_reader            the site has an external reader for phones
Setting setting_on(const RulesOnDay& rules, const std::set<record::Category>& asks,
                   bool asks_prescription_form = false, bool phone_reader = false);

/// The health check possible at the holder's age.
HealthCheck health_check_of(const Setting& setting);

CardTraits traits_of(scenario::CardType type);

}  // namespace uketsuke::conformance
