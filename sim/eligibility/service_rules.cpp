#include "sim/eligibility/service_rules.h"

#include "base/yaml/document.h"

namespace uketsuke::sim {

namespace {

/// Reads an answer that confirms nothing.
record::Validity unconfirmed(const yaml::Value& value) {
  const auto validity = value.one_of<record::Validity>();
  if (validity == record::Validity::valid || validity == record::Validity::valid_unregistered)
    value.fail(InputProblem::bad_value, "this answer would confirm unconfirmed medical aid; use another");
  return validity;
}

}  // namespace

ServiceRules load_service_rules(const std::filesystem::path& file) {
  constexpr long kMostMonths = 120;
  constexpr long kMostYears = 120;
  const yaml::Value value = yaml::load_one(file);
  yaml::Map map = value.map();
  const auto seconds = [&](const char* key) {
    return std::chrono::duration_cast<std::chrono::seconds>(map.required(key).duration());
  };
  ServiceRules rules;
  rules.expires_soon_months = static_cast<int>(map.required("expires_soon_months").integer(0, kMostMonths));
  rules.grace_months = static_cast<int>(map.required("grace_months").integer(0, kMostMonths));
  rules.phone_grace_months = static_cast<int>(map.required("phone_grace_months").integer(0, kMostMonths));
  rules.consent_life = seconds("consent_life");
  rules.health_checkup_age = static_cast<int>(map.required("health_checkup_age").integer(0, kMostYears));
  rules.medical_aid_from = map.required("medical_aid_from").date();
  rules.medical_aid_unconfirmed = unconfirmed(map.required("medical_aid_unconfirmed"));
  rules.revocation = map.required("revocation").one_of<scenario::RevocationSource>();
  rules.statement_life = seconds("statement_life");
  rules.clock_leeway = seconds("clock_leeway");
  rules.unusable_statement = map.required("unusable_statement").one_of<UnusableStatement>();
  rules.late_requests = map.required("late_requests").one_of<LateRequests>();
  map.finish();
  return rules;
}

}  // namespace uketsuke::sim
