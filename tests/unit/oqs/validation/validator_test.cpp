#include "oqs/validation/validator.h"

#include <gmock/gmock.h>

#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace validator_test {

using testing::HasSubstr;

const std::string kFace = "face.utf-8.xml";

/// Findings of the golden result after one change.
std::string changed(const std::string& from, const std::string& to) {
  return listed(findings_of(with(golden(kFace), from, to)));
}

TEST(Validate, GoldenFilesAreFlawless) {
  for (const char* name : {"face.utf-8.xml", "face.shift_jis.xml", "request.utf-8.xml",
                           "request.shift_jis.xml", "unordered.utf-8-bom.xml", "medical_aid.shift_jis.xml"}) {
    EXPECT_EQ(listed(findings_of(golden(name))), "") << name;
  }
}

TEST(Validate, AMisspeltElementNamesTheNearest) {
  EXPECT_EQ(changed("<ReferenceNumber>P-0001</ReferenceNumber>", "<ReferenceNumbre>P-0001</ReferenceNumbre>"),
            "48 error unknown element <ReferenceNumbre> in <ResultOfQualificationConfirmation> (did you mean "
            "\"ReferenceNumber\"?)\n");
}

TEST(Validate, AnElementOfAnotherGroupIsUnknownHere) {
  EXPECT_THAT(changed("<SegmentOfResult>", "<Name>x</Name><SegmentOfResult>"),
              HasSubstr("9 error unknown element <Name> in <MessageHeader>"));
}

TEST(Validate, DuplicatesAreErrorsAndListsAreNone) {
  EXPECT_EQ(
      changed("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex1>1</Sex1>"),
      "26 error <Sex1> stands twice in <ResultOfQualificationConfirmation> (first in line 26); keep one\n");
  EXPECT_THAT(changed("<MessageBody>", "<MessageBody/><MessageBody>"),
              HasSubstr("<MessageBody> stands twice"));
}

TEST(Validate, RequiredElementsAreMissed) {
  EXPECT_EQ(changed("<InsurerName>架空区国民健康保険</InsurerName>", ""),
            "17 error <ResultOfQualificationConfirmation> has no <InsurerName>\n");
  EXPECT_THAT(changed("<Sex1>1</Sex1>", "<Sex1></Sex1>"),
              HasSubstr("26 error <Sex1> is empty, and must not be"));
  EXPECT_THAT(changed("<ProcessingResultStatus>1</ProcessingResultStatus>", ""),
              HasSubstr("error <MessageBody> has no <ProcessingResultStatus>"));
}

TEST(Validate, AnEmptyOptionalElementIsAWarning) {
  EXPECT_EQ(changed("P-0001", ""), "48 warning <ReferenceNumber> is empty; leave it out\n");
}

TEST(Validate, DaysAndTimesMustExist) {
  EXPECT_EQ(changed(">19491103<", ">20230229<"),
            "27 error <Birthdate>: \"20230229\" is not a day (yyyyMMdd)\n");
  for (const char* time :
       {"20241007240000", "20241007096000", "20241007090060", "20241007", "2024100709000a"}) {
    EXPECT_THAT(changed(">20241007090006<", std::string(">") + time + "<"),
                HasSubstr("4 error <ProcessExecutionTime>: \"" + std::string(time) + "\" is not a time"));
  }
}

TEST(Validate, CodesComeFromTheTables) {
  EXPECT_EQ(changed("<QualificationValidity>1<", "<QualificationValidity>7<"),
            "14 error <QualificationValidity>: \"7\" is no validity (OQSCD006 資格有効性: 1 有効, 2 無効, 3 "
            "無効（新しい資格あり）, 4 該当資格なし, 5 複数該当, 6 有効（未登録）)\n");
  EXPECT_THAT(changed(">B04<", ">B11<"), HasSubstr("OQSCD012"));
  EXPECT_THAT(changed("<Sex1>1<", "<Sex1>０<"), HasSubstr("OQSCD007"));
}

TEST(Validate, NumbersHaveTheirWidth) {
  EXPECT_THAT(changed("  139999", "139999"),
              HasSubstr("19 error <InsurerNumber>: \"139999\" is not an insurer number"));
  EXPECT_THAT(changed("  139999", "00139999"),
              HasSubstr("19 warning <InsurerNumber>: \"00139999\" is filled up with zeros"));
  EXPECT_THAT(changed(">020<", ">20<"), HasSubstr("error <ElderlyRecipientContributionRatio>"));
  EXPECT_THAT(changed("1319999999", "131999999"), HasSubstr("ten digits"));
  EXPECT_THAT(changed("<InsuredBranchNumber>01", "<InsuredBranchNumber>1"), HasSubstr("枝番"));
  EXPECT_THAT(changed("ﾀｶｻﾞｷ", "タカザキ"), HasSubstr("25 warning <NameKana>: \"タ\" is full width"));
}

TEST(Validate, TextBesideElementsIsAnError) {
  EXPECT_THAT(changed("<MessageBody>", "<MessageBody>x"),
              HasSubstr("12 error text between the elements of <MessageBody>"));
  EXPECT_THAT(changed(">P-0001<", "><Name>x</Name><"), HasSubstr("error <ReferenceNumber> holds a text"));
}

TEST(Validate, AnotherRootIsNoMessage) {
  EXPECT_EQ(listed(findings_of("<XmlMessage/>")),
            "1 error the root is <XmlMessage>; an OQS file is <XmlMsg>\n");
}

// Consent rules. Sources: samples in public programs, and the ministry's 24 hours.

TEST(ValidateConsent, AFlagOfOneNeedsBothTimes) {
  EXPECT_EQ(
      changed("<SpecificHealthCheckupsInfoConsTime>20241007090006</SpecificHealthCheckupsInfoConsTime>", ""),
      "44 error <SpecificHealthCheckupsInfoConsFlg> is 1, and there is no "
      "<SpecificHealthCheckupsInfoConsTime>\n");
  EXPECT_THAT(
      changed(
          "<SpecificHealthCheckupsInfoAvailableTime>20241008090006</SpecificHealthCheckupsInfoAvailableTime>",
          ""),
      HasSubstr("there is no <SpecificHealthCheckupsInfoAvailableTime>"));
}

TEST(ValidateConsent, AFlagOfZeroHasNoTimes) {
  EXPECT_EQ(
      changed("<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>",
              "<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg><PharmacistsInfoConsTime>20241007090006</"
              "PharmacistsInfoConsTime>"),
      "47 error <PharmacistsInfoConsTime> without consent: the flag is 0, which comes without times\n");
}

TEST(ValidateConsent, TimesWithoutAFlagBelongToNothing) {
  EXPECT_THAT(changed("<SpecificHealthCheckupsInfoConsFlg>1</SpecificHealthCheckupsInfoConsFlg>", ""),
              HasSubstr("a category that the site does not ask has no element"));
}

TEST(ValidateConsent, AConsentLastsExactlyADay) {
  for (const auto& [until, seconds] :
       {std::pair{"20241008090005", "86399"}, std::pair{"20241008090007", "86401"},
        std::pair{"20241007090006", "0"}, std::pair{"20241006090006", "-86400"}}) {
    EXPECT_EQ(changed(">20241008090006<", std::string(">") + until + "<"),
              "46 error <SpecificHealthCheckupsInfoAvailableTime> is " + std::string(seconds) +
                  " s after <SpecificHealthCheckupsInfoConsTime>; a consent is valid for exactly 86400 s, to "
                  "20241008090006\n");
  }
}

TEST(ValidateConsent, LimitRefusedIsAWarningFromTheReformOn) {
  const std::string refused = with(with(golden(kFace), "RelatedConsFlg>1<", "RelatedConsFlg>0<"),
                                   "<LimitApplicationCertificateRelatedConsTime>20241007090006</"
                                   "LimitApplicationCertificateRelatedConsTime>",
                                   "");
  EXPECT_THAT(listed(findings_of(refused)),
              HasSubstr("37 warning <LimitApplicationCertificateRelatedConsFlg> is 0 on 2024-10-07"));
  EXPECT_EQ(listed(findings_of(with(refused, "Date>20241007<", "Date>20241006<"))), "");
}

TEST(ValidateConsent, AFlagOnlyOtherInterfacesHaveIsAWarning) {
  EXPECT_THAT(changed("<PharmacistsInfoConsFlg>0", "<PharmacistsInfoConsFlg>3"),
              HasSubstr("47 warning <PharmacistsInfoConsFlg> is 3"));
}

// Points on which public programs disagree: warnings.

TEST(ValidateDisagreements, AreWarnings) {
  EXPECT_EQ(changed("<CharacterCodeIdentifier>0", "<CharacterCodeIdentifier>2").find(" error "),
            std::string::npos);
  EXPECT_THAT(changed("<CharacterCodeIdentifier>0", "<CharacterCodeIdentifier>2"), HasSubstr("10 warning"));
  EXPECT_THAT(changed("<CharacterCodeIdentifier>0", "<CharacterCodeIdentifier>1"),
              HasSubstr("10 warning <CharacterCodeIdentifier> is 1, and the file is UTF-8"));
  EXPECT_THAT(changed("<ReferenceClassification>1", "<ReferenceClassification>B"), HasSubstr("8 warning"));
  EXPECT_THAT(
      changed("<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>",
              "<PharmaceuticalInfoConsFlg>0</PharmaceuticalInfoConsFlg>"),
      HasSubstr("47 warning <PharmaceuticalInfoConsFlg> is what an older exporter of one program writes"));
  EXPECT_THAT(
      changed("<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>",
              "<DiagnosisInfoConsFlg>1</DiagnosisInfoConsFlg><DiagnosisInfoConsTim>20241007090006</"
              "DiagnosisInfoConsTim><DiagnosisInfoAvailableTime>20241008090006</DiagnosisInfoAvailableTime>"),
      testing::AllOf(HasSubstr("47 warning <DiagnosisInfoConsTim>"), testing::Not(HasSubstr(" error "))));
}

TEST(ValidateDisagreements, AFailedRequestMayBeNineOrThreeAndNeedsACode) {
  EXPECT_EQ(changed("<SegmentOfResult>1", "<SegmentOfResult>9"),
            "9 error the request failed, and there is no <ErrorCode>\n");
  EXPECT_THAT(changed("<SegmentOfResult>1</SegmentOfResult>",
                      "<SegmentOfResult>3</SegmentOfResult><ErrorCode>X</ErrorCode>"),
              HasSubstr("9 warning <SegmentOfResult>: one program has 3"));
}

TEST(ValidateDisagreements, MedicalAidInTheBodyIsAWarning) {
  EXPECT_THAT(changed("<ResultList>", "<PublicExpenseResultList/><ResultList>"),
              HasSubstr("16 warning <PublicExpenseResultList> in <MessageBody>"));
}

TEST(ValidateDisagreements, AnOddNameAndItsOwnAreTheSameElement) {
  EXPECT_THAT(changed("<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>",
                      "<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg><PharmaceuticalInfoConsFlg>0</"
                      "PharmaceuticalInfoConsFlg>"),
              HasSubstr("error <PharmaceuticalInfoConsFlg> stands twice"));
}

TEST(ValidateState, AValidQualificationHasAResultAndNoneHasNone) {
  EXPECT_THAT(changed("Validity>1<", "Validity>4<"), HasSubstr("14 error no such qualification"));
  const std::string xml = golden(kFace);
  const std::size_t from = xml.find("    <ResultList>");
  const std::size_t to = xml.find("  </MessageBody>");
  EXPECT_THAT(listed(findings_of(xml.substr(0, from) + xml.substr(to))),
              HasSubstr("14 error the qualification is valid"));
}

TEST(Validate, AttributesAreWarnings) {
  EXPECT_THAT(changed("<MessageBody>", "<MessageBody id=\"1\">"),
              HasSubstr("12 warning <MessageBody> has an attribute \"id\""));
}

TEST(Validate, AFindingIsOneLineOfReasonableLength) {
  std::string text = changed(">19491103<", ">" + std::string(5000, 'x') + "<");
  EXPECT_LT(text.size(), 200u);
  EXPECT_EQ(changed(">19491103<", ">1949\n1103<"),
            "27 error <Birthdate>: \"1949 1103\" is not a day (yyyyMMdd)\n");
}

TEST(Validate, AMegabyteOfUnknownElementsIsNotLookedAtToTheEnd) {
  std::string wide = "<XmlMsg>";
  while (wide.size() < kMostBytes - 16) wide += "<b/>\n";
  EXPECT_LE(findings_of(wide + "</XmlMsg>").size(), kMostFindings + 2);
}

TEST(KindOf, TheNameOfTheFileDecidesAndElseItsElements) {
  EXPECT_EQ(kind_of(parse_xml(golden("request.utf-8.xml"), "x.xml")), MessageKind::request);
  EXPECT_EQ(kind_of(parse_xml(golden(kFace), "x.xml")), MessageKind::result);
  EXPECT_EQ(kind_of(parse_xml(golden(kFace), "a/OQSsiquc01req_1.xml")), MessageKind::request);
  EXPECT_EQ(kind_of(parse_xml(golden("request.utf-8.xml"), "OQSsiquc01res_1.xml")), MessageKind::result);
}

}  // namespace validator_test
}  // namespace uketsuke::oqs
