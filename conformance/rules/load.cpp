#include <map>

#include "base/yaml/document.h"
#include "conformance/rules/read_timeline.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {
namespace {

constexpr long kMonths = 120;
constexpr long kYears = 130;
constexpr long kTries = 99;
constexpr long kPhoneAttempts = 15;  // the engine has four bits for the count
constexpr long kReadings = 10;       // number of tries of 照合番号B

ConsentPolicy read_consent(yaml::Map& map) {
  ConsentPolicy policy;
  policy.first_screen = map.required("first_screen").one_of<FirstScreen>();
  policy.limit = map.required("limit").one_of<LimitPolicy>();
  const yaml::Value disease = map.required("specific_disease");
  policy.specific_disease = disease.one_of<SpecificDiseasePolicy>();
  const bool behind_limit = policy.specific_disease == SpecificDiseasePolicy::behind_limit;
  if (behind_limit && policy.limit != LimitPolicy::screen)
    disease.fail(InputProblem::bad_value, "\"behind_limit\" needs \"limit: screen\" in this period");
  return policy;
}

CertificatePolicy read_certificate(yaml::Map& map) {
  CertificatePolicy policy;
  policy.expires_soon_months = static_cast<int>(map.required("expires_soon_months").integer(0, kMonths));
  policy.grace_months = static_cast<int>(map.required("grace_months").integer(0, kMonths));
  return policy;
}

DeskRule read_desk_rule(const yaml::Value& value) {
  yaml::Map map = value.map();
  DeskRule rule;
  rule.certificate = map.required("certificate").one_of<record::Certificate>();
  if (const auto paper = map.optional("paper")) rule.paper = paper->one_of<PaperState>();
  if (const auto card = map.optional("card")) rule.card = card->one_of<CardAtReader>();
  const yaml::Value allow = map.required("allow");
  for (const auto& decision : allow.items()) rule.allow.push_back(decision.one_of<record::DeskDecision>());
  if (rule.allow.empty()) allow.fail(InputProblem::empty, "a rule must allow at least one decision");
  rule.requirement = map.required("requirement").text();
  map.finish();
  return rule;
}

DeskPolicy read_desk(yaml::Map& map) {
  DeskPolicy policy;
  for (const auto& rule : map.required("rules").items()) policy.rules.push_back(read_desk_rule(rule));
  return policy;
}

PrescriptionPolicy read_prescription(yaml::Map& map) {
  return {map.required("form_question").one_of<FormQuestion>()};
}

HealthCheckPolicy read_health_checks(yaml::Map& map) {
  HealthCheckPolicy policy;
  policy.from_age = static_cast<int>(map.required("from_age").integer(0, kYears));
  policy.late_elderly_from_age =
      static_cast<int>(map.required("late_elderly_from_age").integer(policy.from_age, kYears));
  return policy;
}

MedicalAidPolicy read_medical_aid(yaml::Map& map) {
  return {map.required("confirmation").one_of<MedicalAidConfirmation>()};
}

SpecificDiseaseQuestion read_after_reform(const yaml::Value& value) {
  const auto question = value.one_of<SpecificDiseaseQuestion>();
  if (question == SpecificDiseaseQuestion::behind_limit)
    value.fail(InputProblem::bad_value, "from the reform on there is no limit screen");
  return question;
}

SmartphonePolicy read_smartphone(yaml::Map& map) {
  SmartphonePolicy policy;
  policy.offered = map.required("offered").one_of<PhoneOffer>();
  policy.grace_months = static_cast<int>(map.required("grace_months").integer(0, kMonths));
  return policy;
}

std::array<record::Screen, 3> read_order(const yaml::Value& value) {
  using record::Screen;
  std::array<Screen, 3> order{};
  const auto items = value.items();
  if (items.size() != order.size())
    value.fail(InputProblem::bad_value, "the order must name the three consent screens");
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = items[i].one_of<Screen>();
    const bool consent = order[i] == Screen::consent_medicines || order[i] == Screen::consent_operations ||
                         order[i] == Screen::consent_health_checkups;
    if (!consent) items[i].fail(InputProblem::bad_value, "not a consent screen of categories");
    for (std::size_t j = 0; j < i; ++j) {
      if (order[j] == order[i]) items[i].fail(InputProblem::bad_value, "this screen is already in the order");
    }
  }
  return order;
}

/// A value as written in the file; lists with commas.
std::string as_written(const yaml::Value& value) {
  if (!value.is_sequence()) return value.text();
  std::string joined;
  for (const auto& text : value.texts()) joined += (joined.empty() ? "" : ", ") + text;
  return joined;
}

void read_parameters(const std::filesystem::path& file, Rules& rules) {
  yaml::Map document = yaml::load_one(file).map();
  yaml::Map map = document.required("parameters").map();
  // Reads one parameter: returns its value, and adds its description to the list.
  const auto value_of = [&](const char* name) {
    const yaml::Value node = map.required(name);
    yaml::Map entry = node.map();
    const yaml::Value value = entry.required("value");
    const auto unit = entry.optional("unit");
    rules.parameter_list.push_back({name, as_written(value), unit ? unit->text() : std::string(),
                                    entry.required("why_unknown").bilingual(), node.place()});
    entry.finish();
    return value;
  };
  Parameters& parameters = rules.parameters;
  parameters.face_attempts = static_cast<int>(value_of("face_attempts").integer(1, kTries));
  parameters.pin_tries = static_cast<int>(value_of("pin_tries").integer(1, kTries));
  parameters.card_face_number_tries = static_cast<int>(value_of("card_face_number_tries").integer(1, kTries));
  parameters.print_readings = static_cast<int>(value_of("print_readings").integer(1, kReadings));
  parameters.notice_time = value_of("notice_time").duration();
  parameters.done_before_limit = value_of("done_before_limit").duration();
  parameters.card_left_after = value_of("card_left_after").duration();
  parameters.screen_time_limit = value_of("screen_time_limit").duration();
  parameters.service_patience = value_of("service_patience").duration();
  parameters.tolerance = value_of("tolerance").duration();
  parameters.grace_until_month_end = value_of("grace_until_month_end").boolean();
  parameters.prescription_unanswered = value_of("prescription_unanswered").one_of<record::PrescriptionForm>();
  parameters.consent_screen_order = read_order(value_of("consent_screen_order"));
  parameters.specific_disease_after_reform = read_after_reform(value_of("specific_disease_after_reform"));
  parameters.phone_attempts = static_cast<int>(value_of("phone_attempts").integer(1, kPhoneAttempts));
  parameters.phone_pin_tries = static_cast<int>(value_of("phone_pin_tries").integer(1, kTries));
  parameters.done_without_card = value_of("done_without_card").duration();
  parameters.phone_registration = value_of("phone_registration").one_of<PhoneRegistration>();
  map.finish();
  document.finish();
}

}  // namespace

Rules load_rules(const std::filesystem::path& folder) {
  Rules rules;
  rules.consent = read_timeline<ConsentPolicy>(folder / "consent.yaml", read_consent);
  rules.certificate = read_timeline<CertificatePolicy>(folder / "certificate.yaml", read_certificate);
  rules.desk = read_timeline<DeskPolicy>(folder / "desk.yaml", read_desk);
  rules.prescription = read_timeline<PrescriptionPolicy>(folder / "prescription.yaml", read_prescription);
  rules.health_checks = read_timeline<HealthCheckPolicy>(folder / "health_checks.yaml", read_health_checks);
  rules.medical_aid = read_timeline<MedicalAidPolicy>(folder / "medical_aid.yaml", read_medical_aid);
  rules.smartphone = read_timeline<SmartphonePolicy>(folder / "smartphone.yaml", read_smartphone);
  read_parameters(folder / "parameters.yaml", rules);
  rules.identification = load_identification_parameters(folder / "identification_parameters.yaml");
  return rules;
}

}  // namespace uketsuke::conformance
