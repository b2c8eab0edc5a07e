#include "conformance/consent_engine/setting.h"

namespace uketsuke::conformance {

Setting setting_on(const RulesOnDay& rules, const std::set<record::Category>& asks,
                   bool asks_prescription_form, bool phone_reader) {
  Setting setting;
  setting.first_screen = rules.consent->first_screen;
  setting.limit = rules.consent->limit;
  setting.asks = CategorySet(asks) & kMedicalCategories;
  setting.order = rules.parameters->consent_screen_order;
  setting.prescription_form =
      asks_prescription_form && rules.prescription->form_question == FormQuestion::by_site;
  setting.prescription_unanswered = rules.parameters->prescription_unanswered;
  setting.print_readings = static_cast<std::uint8_t>(rules.parameters->print_readings);
  setting.face_attempts = static_cast<std::uint8_t>(rules.parameters->face_attempts);
  setting.smartphone = phone_reader && rules.smartphone->offered == PhoneOffer::by_site;
  setting.phone_grace = rules.smartphone->grace_months > 0;
  setting.phone_registers = rules.parameters->phone_registration == PhoneRegistration::at_the_reader;
  setting.phone_attempts = static_cast<std::uint8_t>(rules.parameters->phone_attempts);
  return setting;
}

CardTraits traits_of(scenario::CardType type) {
  return {type != scenario::CardType::infant, type != scenario::CardType::pinless, true};
}

}  // namespace uketsuke::conformance
