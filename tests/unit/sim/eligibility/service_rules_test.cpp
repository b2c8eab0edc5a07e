#include "sim/eligibility/service_rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::sim {
namespace service_rules_test {

TEST(ServiceRules, ShippedValuesAgreeWithTheirSources) {
  const ServiceRules rules = load_service_rules("sim/eligibility/service_rules.yaml");
  EXPECT_EQ(rules.consent_life, std::chrono::hours(24));
  EXPECT_EQ(format_date(rules.medical_aid_from), "2024-03-01");
  EXPECT_EQ(rules.medical_aid_unconfirmed, record::Validity::none);
  EXPECT_EQ(rules.grace_months, 3);
  EXPECT_EQ(rules.phone_grace_months, 0);
  EXPECT_EQ(rules.revocation, scenario::RevocationSource::crl);
  EXPECT_EQ(rules.unusable_statement, UnusableStatement::silent);
  EXPECT_EQ(rules.late_requests, LateRequests::dropped);
}

TEST(ServiceRules, EachIsReadFromItsKey) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "rules.yaml";
  std::ofstream(file)
      << "{ expires_soon_months: 1, grace_months: 2, phone_grace_months: 8, consent_life: 3s, "
         "health_checkup_age: 4, medical_aid_from: 2025-05-05, medical_aid_unconfirmed: invalid, "
         "revocation: ocsp, statement_life: 6s, clock_leeway: 7s, unusable_statement: untrusted, "
         "late_requests: carried_out }\n";
  const ServiceRules rules = load_service_rules(file);
  EXPECT_EQ(rules.expires_soon_months, 1);
  EXPECT_EQ(rules.grace_months, 2);
  EXPECT_EQ(rules.phone_grace_months, 8);
  EXPECT_EQ(rules.consent_life, std::chrono::seconds(3));
  EXPECT_EQ(rules.health_checkup_age, 4);
  EXPECT_EQ(format_date(rules.medical_aid_from), "2025-05-05");
  EXPECT_EQ(rules.medical_aid_unconfirmed, record::Validity::invalid);
  EXPECT_EQ(rules.revocation, scenario::RevocationSource::ocsp);
  EXPECT_EQ(rules.statement_life, std::chrono::seconds(6));
  EXPECT_EQ(rules.clock_leeway, std::chrono::seconds(7));
  EXPECT_EQ(rules.unusable_statement, UnusableStatement::untrusted);
  EXPECT_EQ(rules.late_requests, LateRequests::carried_out);
}

TEST(ServiceRules, AnAnswerThatWouldConfirmTheUnconfirmedIsRefused) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "rules.yaml";
  std::ifstream shipped("sim/eligibility/service_rules.yaml");
  std::string text((std::istreambuf_iterator<char>(shipped)), std::istreambuf_iterator<char>());
  const std::string key = "medical_aid_unconfirmed: ";
  text.replace(text.find(key), key.size() + 4, key + "valid_unregistered");
  std::ofstream(file) << text;
  EXPECT_THROW(load_service_rules(file), InputError);
}

TEST(ServiceRules, UnknownKeyIsAnError) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "rules.yaml";
  std::ifstream shipped("sim/eligibility/service_rules.yaml");
  std::ofstream(file) << shipped.rdbuf() << "revocations: ocsp\n";
  EXPECT_THROW(load_service_rules(file), InputError);
}

}  // namespace service_rules_test
}  // namespace uketsuke::sim
