#include "conformance/rules/rules.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "base/atomic_file.h"
#include "base/yaml/document.h"
#include "tests/unit/conformance/judge/story.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace rules_test {

using testing::HasSubstr;

Date day(const char* text) { return *parse_date(text); }

/// A copy of the repository's rules with one file changed.
class ChangedRules {
 public:
  ChangedRules(const std::string& file, const std::string& from, const std::string& to) {
    for (const char* name :
         {"consent.yaml", "certificate.yaml", "desk.yaml", "prescription.yaml", "health_checks.yaml",
          "medical_aid.yaml", "smartphone.yaml", "parameters.yaml", "identification_parameters.yaml"}) {
      std::filesystem::copy(std::filesystem::path("conformance/rules") / name, path_ / name);
    }
    std::ifstream in(path_ / file);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("not in the file: " + from);
    write_file(path_ / file, text.replace(at, from.size(), to));
  }

  std::string error() const {
    try {
      load_rules(path_);
    } catch (const InputError& error) {
      return error.what();
    }
    return "loaded";
  }

 private:
  TemporaryFolder folder_;
  const std::filesystem::path& path_ = folder_.path();
};

TEST(Rules, PhonesAreTakenFromTheirDayOnWhereTheReaderCan) {
  const auto taken = [](const char* on, bool reader) {
    return setting_on(rules().on(day(on)), {}, false, reader).smartphone;
  };
  EXPECT_FALSE(taken("2025-09-18", true));
  EXPECT_TRUE(taken("2025-09-19", true));
  EXPECT_FALSE(taken("2025-09-19", false));
}

TEST(Rules, RefuseAnOfferOfPhonesThatNobodyKnows) {
  EXPECT_THAT(ChangedRules("smartphone.yaml", "offered: by_site", "offered: by_sight").error(),
              HasSubstr("known: never, by_site"));
  EXPECT_THAT(ChangedRules("parameters.yaml", "value: bring_card", "value: at_home").error(),
              HasSubstr("parameters.yaml"));
}

TEST(Rules, ChangeOnTheDayOfTheReform) {
  EXPECT_EQ(rules().on(day("2024-10-06")).consent->first_screen, FirstScreen::each_category);
  EXPECT_EQ(rules().on(day("2024-10-06")).consent->limit, LimitPolicy::screen);
  EXPECT_EQ(rules().on(day("2024-10-07")).consent->first_screen, FirstScreen::consent_all);
  EXPECT_EQ(rules().on(day("2024-10-07")).consent->limit, LimitPolicy::automatic);
}

TEST(Rules, AskHoldersBehindTheLimitUntilTheReformAndThenAsTheParameterSays) {
  EXPECT_EQ(rules().on(day("2024-10-06")).specific_disease_question(), SpecificDiseaseQuestion::behind_limit);
  EXPECT_EQ(rules().on(day("2024-10-07")).specific_disease_question(), SpecificDiseaseQuestion::own_screen);
  Rules changed = rules();
  changed.parameters.specific_disease_after_reform = SpecificDiseaseQuestion::not_asked;
  EXPECT_EQ(changed.on(day("2024-10-06")).specific_disease_question(), SpecificDiseaseQuestion::behind_limit);
  EXPECT_EQ(changed.on(day("2024-10-07")).specific_disease_question(), SpecificDiseaseQuestion::not_asked);
}

TEST(Rules, RefuseAQuestionBehindALimitThatIsNotShown) {
  EXPECT_THAT(ChangedRules("consent.yaml", "specific_disease: by_parameter", "specific_disease: behind_limit")
                  .error(),
              HasSubstr("needs \"limit: screen\""));
  EXPECT_THAT(ChangedRules("parameters.yaml", "value: own_screen", "value: behind_limit").error(),
              HasSubstr("from the reform on there is no limit screen"));
}

TEST(Rules, ConfirmMedicalAidFromItsDayBySite) {
  EXPECT_EQ(rules().on(day("2024-02-29")).medical_aid->confirmation, MedicalAidConfirmation::never);
  EXPECT_EQ(rules().on(day("2024-03-01")).medical_aid->confirmation, MedicalAidConfirmation::by_site);
}

TEST(Rules, RefuseADayBeforeTheFirstPeriodWithItsPlace) {
  try {
    rules().on(day("2021-10-19"));
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("consent.yaml:8:"));
    EXPECT_THAT(error.what(), HasSubstr("2021-10-19 is before the first period, which begins on 2021-10-20"));
  }
}

TEST(Rules, RefuseAGapBetweenPeriods) {
  EXPECT_THAT(ChangedRules("consent.yaml", "until: 2024-10-06", "until: 2024-10-04").error(),
              HasSubstr("no period covers 2024-10-05 to 2024-10-06"));
}

TEST(Rules, RefusePeriodsThatOverlap) {
  EXPECT_THAT(ChangedRules("consent.yaml", "until: 2024-10-06", "until: 2024-10-07").error(),
              HasSubstr("still in force"));
}

TEST(Rules, RefuseAPeriodAfterAnOpenOne) {
  EXPECT_THAT(ChangedRules("consent.yaml", "    until: 2024-10-06\n", "").error(),
              HasSubstr("still in force"));
}

TEST(Rules, RefuseAPeriodThatEndsBeforeItBegins) {
  EXPECT_THAT(ChangedRules("desk.yaml", "until: 2024-12-01", "until: 2021-10-19").error(),
              HasSubstr("ends before it begins"));
}

TEST(Rules, RefuseAParameterThatNothingReads) {
  EXPECT_THAT(ChangedRules("parameters.yaml", "  pin_tries:", "  pin_trys:").error(), HasSubstr("pin_tries"));
}

TEST(Rules, RefuseAnOrderThatNamesAScreenTwice) {
  EXPECT_THAT(ChangedRules("parameters.yaml", "consent_operations,", "consent_medicines,").error(),
              HasSubstr("already in the order"));
}

TEST(Rules, RefuseADecisionThatDoesNotExist) {
  EXPECT_THAT(ChangedRules("desk.yaml", "allow: [accept]", "allow: [acept]").error(), HasSubstr("accept"));
}

TEST(Rules, HaveTheDefaultsOfTheFlow) {
  // The values marked with P in docs/reception-flow.md.
  const Parameters& p = rules().parameters;
  EXPECT_EQ(p.face_attempts, 3);
  EXPECT_EQ(p.notice_time, std::chrono::seconds(5));
  EXPECT_EQ(p.done_before_limit, std::chrono::seconds(3));
  EXPECT_EQ(p.card_left_after, std::chrono::seconds(15));
  EXPECT_EQ(p.screen_time_limit, std::chrono::seconds(60));
  EXPECT_EQ(p.service_patience, std::chrono::seconds(10));
}

TEST(Rules, SayOfEachParameterWhyItIsUnknown) {
  for (const ParameterInfo& parameter : rules().parameter_list) {
    EXPECT_FALSE(parameter.why_unknown.ja.empty()) << parameter.name;
    EXPECT_FALSE(parameter.value.empty()) << parameter.name;
  }
}

TEST(CertificateOn, ExpiresSoonThreeMonthsBefore) {
  const Date last = day("2025-03-31");
  EXPECT_EQ(certificate_on(rules().on(day("2024-12-30")), last), CertificateStatus::valid);
  EXPECT_EQ(certificate_on(rules().on(day("2024-12-31")), last), CertificateStatus::expires_soon);
  EXPECT_EQ(certificate_on(rules().on(day("2025-03-31")), last), CertificateStatus::expires_soon);
}

TEST(CertificateOn, IsInGraceForThreeMonthsToTheDay) {
  const Date last = day("2025-03-10");
  EXPECT_EQ(certificate_on(rules().on(day("2025-03-11")), last), CertificateStatus::in_grace);
  EXPECT_EQ(certificate_on(rules().on(day("2025-06-10")), last), CertificateStatus::in_grace);
  EXPECT_EQ(certificate_on(rules().on(day("2025-06-11")), last), CertificateStatus::expired);
}

TEST(CertificateOn, IsInGraceToTheMonthsEndWhereTheSwitchSaysSo) {
  Rules switched = rules();
  switched.parameters.grace_until_month_end = true;
  const Date last = day("2025-03-10");
  EXPECT_EQ(certificate_on(switched.on(day("2025-06-30")), last), CertificateStatus::in_grace);
  EXPECT_EQ(certificate_on(switched.on(day("2025-07-01")), last), CertificateStatus::expired);
}

TEST(DeskPolicy, EveryRequirementIsOneOfTheCheckers) {
  for (const auto& [period, policy] : rules().desk.entries()) {
    for (const DeskRule& rule : policy.rules) {
      EXPECT_NE(catalogue().find(rule.requirement), nullptr) << rule.requirement;
      EXPECT_EQ(rule.requirement.substr(0, 5), "DESK-");
    }
  }
}

}  // namespace rules_test
}  // namespace uketsuke::conformance::test
