#include "harness/receipt/of_record.h"

#include <gtest/gtest.h>

#include "oqs/writer.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace of_record_test {

using record::Category;
using record::Source;

/// A record that begins at 09:00 and gets an event a second.
class Tape {
 public:
  explicit Tape(Date day) : record_({"case", "model", DateTime(day) + std::chrono::hours(9), 1}) {}

  Tape& service(record::Payload payload) { return add(Source::service, std::move(payload)); }
  Tape& reader(record::Payload payload) { return add(Source::reader, std::move(payload)); }

  /// A card goes in, certificate and eligibility are answered.
  Tape& arrives(const std::string& who, record::Validity validity = record::Validity::valid,
                const std::string& insurer = "06999991",
                record::CertificateStatus status = record::CertificateStatus::valid) {
    add(Source::patient, record::CardInserted{who});
    service(record::CertificateChecked{who, status});
    service(record::RegistrationChecked{who, true});
    return service(record::EligibilityAnswered{who, validity, insurer});
  }

  Tape& consents(Category category, bool given, const std::string& from = "", const std::string& to = "") {
    record::ConsentRecorded consent{"sato-hanako", category, given, {}, {}};
    if (given) consent.consent_time = from;
    if (given) consent.available_time = to;
    return service(consent);
  }

  /// The same with a phone: somebody touches スマートフォン on the idle screen.
  Tape& arrives_by_phone(const std::string& who) {
    add(Source::patient, record::ButtonTouched{record::Screen::idle, record::Button::smartphone});
    add(Source::patient, record::PhoneHeld{who, record::PhoneKind::iphone});
    service(record::CertificateChecked{who, record::CertificateStatus::valid});
    return service(record::EligibilityAnswered{who, record::Validity::valid, "06999991"});
  }

  Tape& completes() { return reader(record::ReceptionCompleted{}); }

  const record::Record& record() const { return record_; }

 private:
  record::Record record_;
  int seconds_ = 0;

  Tape& add(Source source, record::Payload payload) {
    record_.add(std::chrono::seconds(++seconds_), source, std::move(payload));
    return *this;
  }
};

const Date kReform = Date(2024_y / 10 / 7);

TEST(ResultOf, TakesConsentsAsTheServiceStoredThem) {
  Tape tape(kReform);
  tape.arrives("sato-hanako")
      .consents(Category::pharmacists_info, true, "20241007090005", "20241008090005")
      .consents(Category::specific_health_checkups_info, false)
      .completes();
  const auto result = result_of(tape.record(), sample_persona(), clinic());
  ASSERT_TRUE(result);
  const auto& one = result->body.results.at(0);
  EXPECT_EQ(one.pharmacists_info.flag, "1");
  EXPECT_EQ(format_compact(*one.pharmacists_info.cons_time), "20241007090005");
  EXPECT_EQ(format_compact(*one.pharmacists_info.available_time), "20241008090005");
  EXPECT_EQ(one.specific_health_checkups_info.flag, "0");
  EXPECT_FALSE(one.diagnosis_info.flag);
  EXPECT_EQ(one.insurer_name, "架空商事健康保険組合");
  EXPECT_EQ(result->body.qualification_validity, "1");
  EXPECT_EQ(format_compact(result->header.process_execution_time), "20241007090006");
  EXPECT_EQ(listed(findings_of(write(*result, Encoding::shift_jis).bytes)).find(" error "),
            std::string::npos);
}

TEST(ResultOf, ACategoryThatTheSiteSwitchedOffHasNoFlag) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").consents(Category::operation_info, false).completes();
  EXPECT_FALSE(result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).operation_info.flag);
  scenario::Site all = clinic();
  all.asks.insert(Category::operation_info);
  EXPECT_EQ(result_of(tape.record(), sample_persona(), all)->body.results.at(0).operation_info.flag, "0");
}

TEST(ResultOf, LimitReleasedWithoutATapIsGiven) {
  Tape tape(kReform);
  tape.arrives("sato-hanako")
      .service(record::DataReleased{"sato-hanako", Category::limit_application_certificate, true})
      .completes();
  const OpenConsent limit = result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).limit;
  EXPECT_EQ(limit.flag, "1");
  EXPECT_EQ(format_compact(*limit.cons_time), "20241007090005");
}

/// Somebody with two certificates of specific diseases, one of them over.
scenario::Persona holder() {
  scenario::Persona persona = sample_persona();
  persona.specific_diseases = {
      {scenario::SpecificDisease::clotting_factor, Date(2015_y / 1 / 1), Date(2020_y / 1 / 1), std::nullopt},
      {scenario::SpecificDisease::dialysis, Date(2019_y / 6 / 1), std::nullopt, 10000}};
  return persona;
}

TEST(ResultOf, ASpecificDiseaseThatWasConsentedToIsListed) {
  Tape tape(kReform);
  tape.arrives("sato-hanako")
      .consents(Category::specific_diseases_certificate, true, "20241007090005", "20241008090005")
      .completes();
  const auto result = result_of(tape.record(), holder(), clinic());
  const auto& one = result->body.results.at(0);
  EXPECT_EQ(one.specific_diseases.flag, "1");
  EXPECT_EQ(format_compact(*one.specific_diseases.cons_time), "20241007090005");
  ASSERT_EQ(one.specific_diseases_list.size(), 1U);
  EXPECT_EQ(one.specific_diseases_list[0].disease_category, "1");
  EXPECT_EQ(one.specific_diseases_list[0].valid_start, Date(2019_y / 6 / 1));
  EXPECT_FALSE(one.specific_diseases_list[0].valid_end);
  EXPECT_EQ(one.specific_diseases_list[0].self_pay, "10000");
  const std::string file = write(*result, Encoding::utf8).bytes;
  EXPECT_NE(file.find("<SpecificDiseasesDiseaseCategory>1</SpecificDiseasesDiseaseCategory>"),
            std::string::npos);
  EXPECT_EQ(listed(findings_of(file)).find(" error "), std::string::npos);
}

TEST(ResultOf, ASpecificDiseaseThatWasRefusedHasAFlagAndNothingElse) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").consents(Category::specific_diseases_certificate, false).completes();
  const auto result = result_of(tape.record(), holder(), clinic());
  EXPECT_EQ(result->body.results.at(0).specific_diseases.flag, "0");
  EXPECT_FALSE(result->body.results.at(0).specific_diseases.cons_time);
  const std::string file = write(*result, Encoding::utf8).bytes;
  EXPECT_EQ(file.find("SpecificDiseasesCertificateList"), std::string::npos);
  EXPECT_EQ(file.find("SpecificDiseasesCertificateRelatedConsTime"), std::string::npos);
}

TEST(ResultOf, ASpecificDiseaseWithoutAQuestionHasFlagZero) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").completes();
  const auto result = result_of(tape.record(), holder(), clinic());
  EXPECT_EQ(result->body.results.at(0).specific_diseases.flag, "0");
  EXPECT_TRUE(result->body.results.at(0).specific_diseases_list.empty());
}

TEST(ResultOf, ACardPulledBeforeTheLimitQuestionLeavesAResultWithoutIt) {
  Tape tape(kReform - date::days(1));
  tape.arrives("sato-hanako").completes().reader(record::ReceptionAborted{record::AbortReason::card_removed});
  const auto result = result_of(tape.record(), sample_persona(), clinic());
  ASSERT_TRUE(result);
  EXPECT_EQ(result->body.results.at(0).limit.flag, "0");
  EXPECT_FALSE(result->body.results.at(0).limit.cons_time);
}

TEST(ResultOf, AnAnswerAfterCompletionCounts) {
  Tape tape(kReform - date::days(1));
  tape.arrives("sato-hanako")
      .completes()
      .consents(Category::limit_application_certificate, true, "20241006090006", "20241007090006");
  EXPECT_EQ(result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).limit.flag, "1");
}

TEST(ResultOf, ACardThatIsSuspendedMeanwhileChangesNoTime) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").completes().service(record::CardSuspended{"suzuki-taro"});
  EXPECT_EQ(
      format_compact(result_of(tape.record(), sample_persona(), clinic())->header.process_execution_time),
      "20241007090004");
}

TEST(ResultOf, AnAbortedReceptionHasNoResult) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").reader(record::ReceptionAborted{record::AbortReason::card_removed});
  EXPECT_FALSE(result_of(tape.record(), sample_persona(), clinic()));
}

TEST(ResultOf, TheLastCompletedReceptionCountsEvenIfALaterOneWasAborted) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").consents(Category::pharmacists_info, false).completes();
  tape.arrives("sato-hanako")
      .consents(Category::pharmacists_info, true, "20241007090010", "20241008090010")
      .completes();
  tape.arrives("sato-hanako").reader(record::ReceptionAborted{record::AbortReason::timed_out});
  EXPECT_EQ(result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).pharmacists_info.flag,
            "1");
}

TEST(ResultOf, AnotherPatientsReceptionIsNotTaken) {
  Tape tape(kReform);
  tape.arrives("sato-hanako").consents(Category::pharmacists_info, false).completes();
  tape.arrives("suzuki-taro").completes();
  EXPECT_EQ(result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).pharmacists_info.flag,
            "0");
  EXPECT_EQ(patient_of_last_reception(tape.record()), "suzuki-taro");
}

TEST(ResultOf, AReceptionByPhoneIsAReception) {
  Tape tape(kReform);
  tape.arrives("suzuki-taro").consents(Category::pharmacists_info, true, "20241007090005", "20241008090005");
  tape.completes().arrives_by_phone("sato-hanako").completes();
  EXPECT_EQ(patient_of_last_reception(tape.record()), "sato-hanako");
  // What the card before had consented to is not this patient's.
  EXPECT_NE(result_of(tape.record(), sample_persona(), clinic())->body.results.at(0).pharmacists_info.flag,
            "1");
  tape.arrives_by_phone("sato-hanako").reader(record::ReceptionAborted{record::AbortReason::timed_out});
  EXPECT_TRUE(result_of(tape.record(), sample_persona(), clinic()));
}

TEST(ResultOf, ExpiringCertificatesAreReported) {
  Tape tape(kReform);
  tape.arrives("sato-hanako", record::Validity::valid, "06999991", record::CertificateStatus::in_grace)
      .completes();
  const auto result = result_of(tape.record(), sample_persona(), clinic());
  EXPECT_EQ(result->body.processing_result_code, "UKETSUKE-I02");
  EXPECT_EQ(result->body.processing_result_status, "1");
}

TEST(ResultOf, TheChosenFormOfPrescriptionIsReported) {
  Tape tape(kReform);
  tape.arrives("sato-hanako")
      .service(record::PrescriptionFormChosen{"sato-hanako", record::PrescriptionForm::paper})
      .completes();
  EXPECT_EQ(result_of(tape.record(), sample_persona(), clinic())->body.prescription_issue_select, "2");
}

TEST(ResultOf, EveryValidityHasItsCode) {
  for (const auto& [validity, code] :
       {std::pair{record::Validity::valid, "1"}, std::pair{record::Validity::invalid, "2"},
        std::pair{record::Validity::invalid_newer_exists, "3"}, std::pair{record::Validity::none, "4"},
        std::pair{record::Validity::several, "5"}, std::pair{record::Validity::valid_unregistered, "6"}}) {
    Tape tape(kReform);
    tape.arrives("sato-hanako", validity, "").completes();
    const auto result = result_of(tape.record(), sample_persona(), clinic());
    EXPECT_EQ(result->body.qualification_validity, code);
    EXPECT_EQ(listed(findings_of(write(*result, Encoding::utf8).bytes)).find(" error "), std::string::npos)
        << code;
  }
}

TEST(ResultOf, NamesTheInsurerThatAnswered) {
  scenario::Persona persona = sample_persona();
  persona.insurance.push_back(persona.insurance[0]);
  persona.insurance[0].until = kReform - date::days(7);
  persona.insurance[1].insurer_number = "06999983";
  persona.insurance[1].from = kReform - date::days(6);
  Tape tape(kReform);
  tape.arrives("sato-hanako", record::Validity::valid, "06999983").completes();
  EXPECT_EQ(result_of(tape.record(), persona, clinic())->body.results.at(0).insurer_number, "06999983");
  Tape old(kReform);
  old.arrives("sato-hanako", record::Validity::invalid_newer_exists, "").completes();
  const auto result = result_of(old.record(), persona, clinic());
  EXPECT_EQ(result->body.results.at(0).insurer_number, "06999991");
  EXPECT_EQ(result->body.results.at(0).disqualification_date, kReform - date::days(6));
}

}  // namespace of_record_test
}  // namespace uketsuke::oqs
