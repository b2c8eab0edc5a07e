#include <gmock/gmock.h>

#include "oqs/validation/validator.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace field_rules_test {

/// What is found in one element with this text; `warning: …` or `error: …`, or nothing.
std::string found(std::string_view name, const std::string& text, Form form = Form::text,
                  bool required = false) {
  XmlNode node;
  node.name = std::string(name);
  node.text = text;
  node.line = 3;
  node.column = 5;
  const XmlFile file{"f.xml", Encoding::utf8, node};
  Findings findings;
  check_field(file, node, Element{name, form, required}, findings);
  if (findings.empty()) return "";
  EXPECT_EQ(findings.size(), 1U);
  EXPECT_EQ(to_string(findings[0].place), "f.xml:3:5");
  return (findings[0].severity == Severity::error ? "error: " : "warning: ") + findings[0].message;
}

TEST(FieldRules, AnEmptyElementIsAnErrorOnlyIfItIsRequired) {
  EXPECT_EQ(found("Name", "", Form::text, true), "error: <Name> is empty, and must not be");
  EXPECT_EQ(found("Name", "", Form::text, false), "warning: <Name> is empty; leave it out");
}

TEST(FieldRules, AnInsurerNumberIsEightCharactersDigitsOnTheRight) {
  EXPECT_EQ(found("InsurerNumber", "06999991"), "");
  EXPECT_EQ(found("InsurerNumber", "  139999"), "");
  for (const char* wrong : {"139999", "139999  ", "13 99999", "0699999a", "        ", "069999910"}) {
    EXPECT_EQ(found("InsurerNumber", wrong), "error: <InsurerNumber>: \"" + std::string(wrong) +
                                                 "\" is not an insurer number: eight characters, digits with "
                                                 "spaces on the left");
  }
}

// The insurer numbers of 国民健康保険 have six digits; captures show spaces before them.
TEST(FieldRules, AnInsurerNumberFilledUpWithZerosIsAWarning) {
  EXPECT_EQ(found("InsurerNumber", "00139999"),
            "warning: <InsurerNumber>: \"00139999\" is filled up with zeros; captures have spaces there");
}

TEST(FieldRules, ABranchNumberHasTwoDigits) {
  EXPECT_EQ(found("InsuredBranchNumber", "00"), "");
  for (const char* wrong : {"1", "001", "1a", "１"})
    EXPECT_THAT(found("InsuredBranchNumber", wrong), testing::HasSubstr("two digits")) << wrong;
}

TEST(FieldRules, AnInstitutionHasTenDigits) {
  EXPECT_EQ(found("MedicalInstitutionCode", "1319999999"), "");
  EXPECT_EQ(
      found("MedicalInstitutionCode", "131999999"),
      "error: <MedicalInstitutionCode>: \"131999999\" is not a code of a medical institution: ten digits");
  EXPECT_NE(found("MedicalInstitutionCode", "131999999X"), "");
}

TEST(FieldRules, AMonthExists) {
  EXPECT_EQ(found("MedicalTreatmentMonth", "202412"), "");
  for (const char* wrong : {"202413", "202400", "2024", "20241201"})
    EXPECT_THAT(found("MedicalTreatmentMonth", wrong), testing::HasSubstr("is not a month (yyyyMM)"))
        << wrong;
}

TEST(FieldRules, AShareIsAtMostAHundredPerCent) {
  EXPECT_EQ(found("ElderlyRecipientContributionRatio", "000"), "");
  EXPECT_EQ(found("ElderlyRecipientContributionRatio", "030"), "");
  EXPECT_EQ(found("ElderlyRecipientContributionRatio", "100"), "");
  for (const char* wrong : {"101", "30", "0.3", "0030"})
    EXPECT_THAT(found("ElderlyRecipientContributionRatio", wrong), testing::HasSubstr("10 % being 010"))
        << wrong;
}

TEST(FieldRules, FullWidthKanaIsAWarningThatShowsTheHalfWidthForm) {
  EXPECT_EQ(found("NameKana", "ｻﾄｳ ﾊﾅｺ"), "");
  EXPECT_EQ(found("NameKana", "ｻﾄｳ　ハナコ"),
            "warning: <NameKana>: \"ハ\" is full width; captures have half-width kana: \"ｻﾄｳ ﾊﾅｺ\"");
}

TEST(FieldRules, AReferenceNumberHasAtMostFiftyCharacters) {
  EXPECT_EQ(found("ReferenceNumber", std::string(50, '1')), "");
  EXPECT_THAT(found("ReferenceNumber", std::string(51, '1')), testing::HasSubstr("at most 50 characters"));
}

TEST(FieldRules, ATextIsWhateverItIs) { EXPECT_EQ(found("Address", "架空市　例示町〜１\n2"), ""); }

TEST(FieldRules, DatesAndTimesAreReadByTheirForm) {
  EXPECT_EQ(found("X", "20240229", Form::date), "");
  EXPECT_EQ(found("X", "20230229", Form::date), "error: <X>: \"20230229\" is not a day (yyyyMMdd)");
  EXPECT_EQ(found("X", "20240229000000", Form::time), "");
  EXPECT_EQ(found("X", "20240229240000", Form::time),
            "error: <X>: \"20240229240000\" is not a time (yyyyMMddHHmmss, 000000 to 235959)");
}

TEST(FieldRules, ACodeOutsideItsTableIsAnErrorThatListsTheTable) {
  EXPECT_EQ(found("Sex1", "4"), "error: <Sex1>: \"4\" is no sex (OQSCD007 性別: 1 男, 2 女, 3 未設定)");
}

TEST(FieldRules, ValuesThatOneProgramHasAreWarnings) {
  EXPECT_EQ(
      found("SegmentOfResult", "3"),
      "warning: <SegmentOfResult>: one program has 3 for a request that failed; the code tables have 9");
  EXPECT_THAT(found("CharacterCodeIdentifier", "2"), testing::StartsWith("warning: "));
  EXPECT_THAT(found("ReferenceClassification", "C"), testing::StartsWith("warning: "));
  EXPECT_THAT(found("ReferenceClassification", "D"), testing::StartsWith("error: "));
  EXPECT_THAT(found("CharacterCodeIdentifier", "3"), testing::StartsWith("error: "));
}

// A quoted value ends after the character that reaches sixty bytes: twenty kanji of three.
TEST(FieldRules, ALongValueIsQuotedToTheEndOfACharacter) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "亜";
  const std::string twenty = text.substr(0, 60);
  EXPECT_EQ(found("Birthdate", text, Form::date),
            "error: <Birthdate>: \"" + twenty + "…\" is not a day (yyyyMMdd)");
  EXPECT_EQ(found("Birthdate", twenty, Form::date),
            "error: <Birthdate>: \"" + twenty + "\" is not a day (yyyyMMdd)");
}

}  // namespace field_rules_test
}  // namespace uketsuke::oqs
