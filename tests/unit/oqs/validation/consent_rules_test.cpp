#include <gmock/gmock.h>

#include "oqs/validation/validator.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace consent_rules_test {

/// What the consent rules find in a result of these elements.
std::string found(const std::string& elements) {
  const XmlFile file = parse_xml("<R>\n" + elements + "</R>", "f.xml");
  Findings findings;
  check_consents(file, file.root, findings);
  return listed(findings);
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">\n";
}

std::string consent(const std::string& category, const std::string& flag, const std::string& from,
                    const std::string& to) {
  return element(category + "ConsFlg", flag) + element(category + "ConsTime", from) +
         element(category + "AvailableTime", to);
}

// docs/oqs.md: flag 1 has both times, exactly 24:00:00 apart; flag 0 neither; a category not asked nothing.

TEST(ConsentRules, NothingIsAskedAndNothingFound) { EXPECT_EQ(found(""), ""); }

TEST(ConsentRules, AGivenAndARefusedConsentAreRight) {
  EXPECT_EQ(found(consent("TestInfo", "1", "20241007090006", "20241008090006") +
                  element("AllergyInfoConsFlg", "0")),
            "");
}

TEST(ConsentRules, EveryOneOfTheTenCategoriesIsLookedAt) {
  for (const std::string category :
       {"SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo", "DiagnosisName",
        "InfectiousInfo", "AllergyInfo", "ContraindicationInfo", "TestInfo", "PrescriptionInfo"}) {
    EXPECT_EQ(found(element(category + "ConsFlg", "1")),
              "2 error <" + category + "ConsFlg> is 1, and there is no <" + category + "ConsTime>\n" +
                  "2 error <" + category + "ConsFlg> is 1, and there is no <" + category +
                  "AvailableTime>\n");
  }
}

TEST(ConsentRules, ARefusedConsentHasNoTimes) {
  EXPECT_EQ(found(element("TestInfoConsFlg", "0") + element("TestInfoConsTime", "20241007090006")),
            "3 error <TestInfoConsTime> without consent: the flag is 0, which comes without times\n");
}

TEST(ConsentRules, ATimeWithoutAFlagIsAnError) {
  EXPECT_EQ(
      found(element("TestInfoAvailableTime", "20241007090006")),
      "2 error <TestInfoAvailableTime> without consent: there is no flag; a category that the site does not "
      "ask has no element\n");
}

TEST(ConsentRules, AnEmptyElementCountsAsMissing) {
  EXPECT_EQ(found(element("TestInfoConsFlg", "0") + "<TestInfoConsTime/>"), "");
}

// 24 h = 86,400 s; one second less and one more are both wrong.
TEST(ConsentRules, TheLifeIsADayToTheSecond) {
  EXPECT_EQ(found(consent("TestInfo", "1", "20241007090006", "20241008090005")),
            "4 error <TestInfoAvailableTime> is 86399 s after <TestInfoConsTime>; a consent is valid for "
            "exactly 86400 "
            "s, to 20241008090006\n");
  EXPECT_THAT(found(consent("TestInfo", "1", "20241007090006", "20241008090007")),
              testing::HasSubstr("is 86401 s"));
  EXPECT_THAT(found(consent("TestInfo", "1", "20241007090006", "20241007090005")),
              testing::HasSubstr("is -1 s"));
  EXPECT_EQ(found(consent("TestInfo", "1", "20240228120000", "20240229120000")), "");
}

TEST(ConsentRules, ATimeThatIsNoneIsLeftToTheRulesOfFields) {
  EXPECT_EQ(found(consent("TestInfo", "1", "20241007090006", "tomorrow")), "");
}

TEST(ConsentRules, FlagsOfOtherInterfacesAreWarnings) {
  for (const char* flag : {"2", "3"}) {
    EXPECT_EQ(found(element("TestInfoConsFlg", flag)),
              "2 warning <TestInfoConsFlg> is " + std::string(flag) +
                  ", which only home visits, on-line consultation and emergencies have\n");
  }
}

TEST(ConsentRules, LimitAndSpecifiedDiseaseWithoutTheirTimeAreWarnings) {
  for (const std::string name :
       {"LimitApplicationCertificateRelated", "SpecificDiseasesCertificateRelated"}) {
    EXPECT_EQ(found(element(name + "ConsFlg", "1")),
              "2 warning <" + name + "ConsFlg> is 1, and there is no <" + name + "ConsTime>\n");
    EXPECT_EQ(found(element(name + "ConsFlg", "1") + element(name + "ConsTime", "20241007090006")), "");
  }
}

}  // namespace consent_rules_test
}  // namespace uketsuke::oqs
