#pragma once

#include <array>
#include <cstdint>
#include <set>

#include "conformance/consent_engine/category_set.h"
#include "conformance/consent_engine/health_check.h"
#include "conformance/rules/rules.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

/// What the kind of card decides.
struct CardTraits {
  bool has_photo = true;     ///< not on a card issued under the age of one
  bool has_pin = true;       ///< not on a 顔認証マイナンバーカード
  bool photo_usable = true;  ///< it can be decoded and shows a face
};

/// Everything that stays as it is during a reception.
struct Setting {
  FirstScreen first_screen = FirstScreen::consent_all;
  LimitPolicy limit = LimitPolicy::automatic;
  SpecificDiseaseQuestion specific_disease = SpecificDiseaseQuestion::own_screen;
  bool specific_disease_in_consent_all = false;  ///< `agree_all` answers for 特定疾病療養受療証 too
  bool refuse_all_button = false;                ///< `consent_all` also has a button `refuse_all`
  bool visual_check_asks_consent = true;
  bool suspended_certificate_as_revoked = true;
  CategorySet asks;  ///< the site's
  std::array<record::Screen, 3> order{record::Screen::consent_medicines, record::Screen::consent_operations,
                                      record::Screen::consent_health_checkups};
  bool camera = true;              ///< the reader can identify by face
  bool pin_pad = true;             ///< the reader can take a PIN
  bool prescription_form = false;  ///< the site asks in which form a prescription is to be issued
  record::PrescriptionForm prescription_unanswered = record::PrescriptionForm::paper;
  bool cancel = false;  ///< the reader's questions also have a button `cancel`
  std::uint8_t face_attempts = 3;
  std::uint8_t print_readings = 3;
  CardTraits card;
  std::uint8_t age = 40;  ///< of the card's holder, in full years; of somebody unknown that of most
  std::uint8_t health_check_from_age = 40;
  std::uint8_t late_elderly_from_age = 75;
  bool smartphone = false;          ///< a phone may take the card's place: the day allows it, the reader can
  bool phone_grace = false;         ///< a phone's certificate serves after its last day as a card's does
  bool phone_registers = false;     ///< the first registration can be made with a phone
  std::uint8_t phone_attempts = 3;  ///< phones that could not be used, until the reception ends
};

/// What the rules of a day and a site's switches say. The reader has every way of identification, the card is
/// a standard one; the caller changes that.
/// @param asks_prescription_form  the site issues both forms of prescription and asks at the reader
/// @param phone_reader            the site has an external reader for phones
Setting setting_on(const RulesOnDay& rules, const std::set<record::Category>& asks,
                   bool asks_prescription_form = false, bool phone_reader = false);

/// The health check that there can be at the age of the holder.
HealthCheck health_check_of(const Setting& setting);

CardTraits traits_of(scenario::CardType type);

}  // namespace uketsuke::conformance
