#include "scenarios/loader/script/given.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace given_test {

std::string with_given(const std::string& given) {
  return scenario_with("given: " + given + "\nscript: [insert_card]\nexpect: { reception: aborted }\n");
}

std::string of_patient(const std::string& patient, const std::string& given) {
  return "scenario: x\ntitle: { ja: 例, en: x }\ndate: 2024-10-07\nsite: clinic-default\npatient: " +
         patient + "\ngiven: " + given +
         "\nscript: [{ show_certificate: nothing }]\nexpect: { reception: none }\n";
}

TEST(Given, EveryKeyIsRead) {
  const auto given =
      cases_of(with_given("{ pin_tries_left: 1, card_face_number_tries_left: 0, certificate: revoked, card: "
                          "cloned, print_misreads: 2, "
                          "certificate_expires: 2024-09-30, registered: false, eligibility: several, "
                          "network: down, network_delay: 9s }"))
          .at(0)
          .given;
  EXPECT_EQ(given.card, Genuineness::cloned);
  EXPECT_EQ(given.pin_tries_left, 1);
  EXPECT_EQ(given.card_face_number_tries_left, 0);
  EXPECT_EQ(given.print_misreads, 2);
  EXPECT_EQ(given.certificate, record::CertificateStatus::revoked);
  EXPECT_EQ(format_date(*given.certificate_expires), "2024-09-30");
  EXPECT_EQ(given.registered, false);
  EXPECT_EQ(given.eligibility, record::Validity::several);
  EXPECT_EQ(given.network, false);
  EXPECT_EQ(given.network_delay, std::chrono::seconds(9));
}

TEST(Given, ServiceIsSetUp) {
  const auto given = cases_of(with_given("{ service_clock: \"-2h\", revocation: ocsp, "
                                         "revocation_statement: forged }"))
                         .at(0)
                         .given;
  EXPECT_EQ(given.service_clock, -std::chrono::hours(2));
  EXPECT_EQ(given.revocation, RevocationSource::ocsp);
  EXPECT_EQ(given.revocation_statement, StatementFault::forged);
}

TEST(Given, ServiceFollowsItsRulesByDefault) {
  const auto given = cases_of(with_given("{ network: up }")).at(0).given;
  EXPECT_EQ(given.service_clock, Duration{});
  EXPECT_FALSE(given.revocation || given.insurance);
  EXPECT_EQ(given.revocation_statement, StatementFault::none);
}

TEST(Given, RegistryMayKeepAnotherHistoryThanThePersonas) {
  const auto given =
      cases_of(with_given("{ insurance: [{ kind: medical_aid, insurer_number: \"12999990\", insurer_name: x, "
                          "number: \"1\", branch: \"00\", from: 2024-03-01, until: 2024-09-30, "
                          "registered_on: 2024-03-15, reason_of_loss: other_insurance }] }"))
          .at(0)
          .given;
  ASSERT_TRUE(given.insurance);
  ASSERT_EQ(given.insurance->size(), 1u);
  const Insurance& one = given.insurance->front();
  EXPECT_EQ(one.kind, InsuranceKind::medical_aid);
  EXPECT_EQ(one.insurer_number, "12999990");
  EXPECT_EQ(format_date(one.from), "2024-03-01");
  EXPECT_EQ(format_date(*one.until), "2024-09-30");
  EXPECT_EQ(format_date(*one.registered_on), "2024-03-15");
  EXPECT_EQ(one.reason_of_loss, LossReason::other_insurance);
}

TEST(Given, ReasonOfLossOfAMembershipThatGoesOnIsAnError) {
  EXPECT_EQ(error_of(with_given("{ insurance: [{ insurer_number: \"1\", insurer_name: x, number: \"1\", "
                                "branch: \"00\", from: 2024-03-01, reason_of_loss: death }] }")),
            "t.yaml:8:123: needs \"until\": this membership has not ended");
}

TEST(Given, ClockIsMovedByATime) {
  EXPECT_EQ(error_of(with_given("{ service_clock: yesterday }")),
            "t.yaml:8:25: expected the shift of a clock, such as \"2h\" or \"-2h\", at most a year; found "
            "\"yesterday\"");
  EXPECT_NE(error_of(with_given("{ service_clock: 9000h }")), "");
}

TEST(Given, TriesOfThePinGoToThree) {
  EXPECT_EQ(error_of(with_given("{ pin_tries_left: 4 }")),
            "t.yaml:8:26: expected a number from 0 to 3, found 4");
}

TEST(Given, TriesOfThePrintedNumberGoToTen) {
  EXPECT_EQ(error_of(with_given("{ card_face_number_tries_left: 11 }")),
            "t.yaml:8:39: expected a number from 0 to 10, found 11");
}

TEST(Given, ExpiryIsGivenByItsDate) {
  EXPECT_EQ(error_of(with_given("{ certificate: expired }")),
            "t.yaml:8:23: only \"suspended\" or \"revoked\" can be given; everything else follows from "
            "\"certificate_expires\" and the date");
}

TEST(Given, NetworkIsUpOrDown) {
  EXPECT_EQ(error_of(with_given("{ network: false }")),
            "t.yaml:8:19: expected \"up\" or \"down\", found \"false\"");
}

TEST(Given, StateOfAMissingCardIsAnError) {
  EXPECT_EQ(error_of(of_patient("inoue-masa", "{ pin_tries_left: 1 }")),
            "t.yaml:6:26: \"pin_tries_left\" is about the card, and inoue-masa has none");
}

TEST(Given, TriesOfAPinThatTheCardDoesNotHaveAreAnError) {
  EXPECT_EQ(error_of(of_patient("watanabe-shige", "{ pin_tries_left: 1 }")),
            "t.yaml:6:26: the card of watanabe-shige has no PIN");
}

TEST(Given, UnknownKeyGetsASuggestion) {
  EXPECT_EQ(error_of(with_given("{ netwrok: down }")),
            "t.yaml:8:10: unknown key \"netwrok\" (did you mean \"network\"?)");
}

}  // namespace given_test
}  // namespace uketsuke::scenario
