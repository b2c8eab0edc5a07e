#include "conformance/consent_engine/setting.h"

namespace uketsuke::conformance {

Setting setting_on(const RulesOnDay& rules, const std::set<record::Category>& asks,
                   bool asks_prescription_form, bool phone_reader) {
  Setting setting;
  setting.first_screen = rules.consent->first_screen;
  setting.limit = rules.consent->limit;
  setting.specific_disease = rules.specific_disease_question();
  setting.specific_disease_in_consent_all = rules.identification->specific_disease_in_consent_all;
  setting.refuse_all_button = rules.identification->refuse_all_button;
  setting.visual_check_asks_consent = rules.identification->visual_check_asks_consent;
  setting.suspended_certificate_as_revoked = rules.identification->suspended_certificate_as_revoked;
  setting.asks = CategorySet(asks) & kMedicalCategories;
  setting.order = rules.parameters->consent_screen_order;
  setting.prescription_form =
      asks_prescription_form && rules.prescription->form_question == FormQuestion::by_site;
  setting.prescription_unanswered = rules.parameters->prescription_unanswered;
  setting.print_readings = static_cast<std::uint8_t>(rules.parameters->print_readings);
  setting.face_attempts = static_cast<std::uint8_t>(rules.parameters->face_attempts);
  setting.health_check_from_age = static_cast<std::uint8_t>(rules.health_checks->from_age);
  setting.late_elderly_from_age = static_cast<std::uint8_t>(rules.health_checks->late_elderly_from_age);
  setting.smartphone = phone_reader && rules.smartphone->offered == PhoneOffer::by_site;
  setting.phone_grace = rules.smartphone->grace_months > 0;
  setting.phone_registers = rules.parameters->phone_registration == PhoneRegistration::at_the_reader;
  setting.phone_attempts = static_cast<std::uint8_t>(rules.parameters->phone_attempts);
  return setting;
}

HealthCheck health_check_of(const Setting& setting) {
  if (setting.age >= setting.late_elderly_from_age) return HealthCheck::late_elderly;
  return setting.age >= setting.health_check_from_age ? HealthCheck::specific : HealthCheck::none;
}

CardTraits traits_of(scenario::CardType type) {
  return {type != scenario::CardType::infant, type != scenario::CardType::pinless, true};
}

}  // namespace uketsuke::conformance
