#include <gmock/gmock.h>

#include "oqs/validation/validator.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace result_rules_test {

std::string found(const std::string& header, const std::string& body, Encoding encoding = Encoding::utf8) {
  XmlFile file = parse_xml("<XmlMsg><MessageHeader>\n" + header + "</MessageHeader><MessageBody>\n" + body +
                               "</MessageBody></XmlMsg>",
                           "f.xml");
  file.encoding = encoding;
  Findings findings;
  check_result(file, findings);
  return listed(findings);
}

const std::string kFinished = "<SegmentOfResult>1</SegmentOfResult>";
const std::string kStatus = "<ProcessingResultStatus>1</ProcessingResultStatus>";

TEST(ResultRules, AFinishedRequestHasAStatus) {
  EXPECT_EQ(found(kFinished, kStatus), "");
  EXPECT_EQ(found(kFinished, ""),
            "2 error <MessageBody> has no <ProcessingResultStatus>, and the request is finished\n");
}

TEST(ResultRules, ARequestInProgressNeedsNone) {
  EXPECT_EQ(found("<SegmentOfResult>2</SegmentOfResult>", ""), "");
}

TEST(ResultRules, AFailedRequestHasAnErrorCode) {
  for (const std::string segment : {"9", "3"}) {
    EXPECT_EQ(found("<SegmentOfResult>" + segment + "</SegmentOfResult>", ""),
              "2 error the request failed, and there is no <ErrorCode>\n");
    EXPECT_EQ(found("<SegmentOfResult>" + segment + "</SegmentOfResult><ErrorCode>E</ErrorCode>", ""), "");
  }
}

TEST(ResultRules, AnInquiryThatIsAnErrorHasAResultCode) {
  EXPECT_EQ(found(kFinished, "<ProcessingResultStatus>2</ProcessingResultStatus>"),
            "3 error the inquiry is an error, and there is no <ProcessingResultCode>\n");
  EXPECT_EQ(found(kFinished,
                  "<ProcessingResultStatus>2</ProcessingResultStatus>"
                  "<ProcessingResultCode>E</ProcessingResultCode>"),
            "");
}

TEST(ResultRules, AValidQualificationHasAResult) {
  for (const std::string validity : {"1", "6"}) {
    const std::string element = "<QualificationValidity>" + validity + "</QualificationValidity>";
    EXPECT_EQ(found(kFinished, kStatus + element),
              "3 error the qualification is valid, and there is no <ResultOfQualificationConfirmation>\n");
    EXPECT_EQ(found(kFinished, kStatus + element + "<ResultList><R/></ResultList>"), "");
  }
}

TEST(ResultRules, AnUnknownQualificationHasNoResult) {
  const std::string none = "<QualificationValidity>4</QualificationValidity>";
  EXPECT_EQ(found(kFinished, kStatus + none), "");
  EXPECT_EQ(found(kFinished, kStatus + none + "<ResultList><R/></ResultList>"),
            "3 error no such qualification, and there is a result of one\n");
}

TEST(ResultRules, AnInvalidQualificationMayHaveAResultOrNone) {
  const std::string ended = "<QualificationValidity>2</QualificationValidity>";
  EXPECT_EQ(found(kFinished, kStatus + ended), "");
  EXPECT_EQ(found(kFinished, kStatus + ended + "<ResultList><R/></ResultList>"), "");
}

TEST(ResultRules, TheNamedEncodingIsTheFilesOwn) {
  const std::string zero = "<CharacterCodeIdentifier>0</CharacterCodeIdentifier>";
  const std::string one = "<CharacterCodeIdentifier>1</CharacterCodeIdentifier>";
  EXPECT_EQ(found(zero, "", Encoding::utf8), "");
  EXPECT_EQ(found(one, "", Encoding::shift_jis), "");
  EXPECT_EQ(found(zero, "", Encoding::shift_jis),
            "2 warning <CharacterCodeIdentifier> is 0, and the file is Shift_JIS; public programs disagree "
            "(0/1, or "
            "1/2)\n");
  EXPECT_THAT(found(one, "", Encoding::utf8), testing::HasSubstr("is 1, and the file is UTF-8"));
}

std::string limit_on(const std::string& day, const std::string& by = "1", const std::string& validity = "1",
                     const std::string& flag = "0") {
  return found("<QualificationConfirmationDate>" + day +
                   "</QualificationConfirmationDate><ReferenceClassification>" + by +
                   "</ReferenceClassification>",
               "<QualificationValidity>" + validity +
                   "</QualificationValidity><ResultList>\n<R><LimitApplicationCertificateRelatedConsFlg>" +
                   flag + "</LimitApplicationCertificateRelatedConsFlg></R></ResultList>");
}

// The reform of 2024-10-07: limit information is given without asking.
TEST(ResultRules, ARefusedLimitIsAWarningFromTheReformOn) {
  EXPECT_EQ(limit_on("20241006"), "");
  EXPECT_EQ(limit_on("20241007"),
            "4 warning <LimitApplicationCertificateRelatedConsFlg> is 0 on 2024-10-07; from 2024-10-07 limit "
            "information is given without asking\n");
  EXPECT_THAT(limit_on("20260401"), testing::HasSubstr("is 0 on 2026-04-01"));
}

TEST(ResultRules, TheReformConcernsCardsAndValidQualifications) {
  EXPECT_EQ(limit_on("20241007", "2"), "") << "asked by the data of a certificate";
  EXPECT_EQ(limit_on("20241007", "1", "2"), "") << "not valid";
  EXPECT_THAT(limit_on("20241007", "1", "1", "1"), testing::Not(testing::HasSubstr("without asking")));
  EXPECT_EQ(limit_on("someday"), "");
}

TEST(ResultRules, ConsentsOfEveryResultAreChecked) {
  EXPECT_EQ(found("", "<ResultList><R/>\n<R><TestInfoConsFlg>2</TestInfoConsFlg></R></ResultList>"),
            "4 warning <TestInfoConsFlg> is 2, which only home visits, on-line consultation and emergencies "
            "have\n");
}

TEST(ResultRules, WithoutHeaderOrBodyThereIsNothingToCompare) {
  Findings findings;
  check_result(parse_xml("<XmlMsg><MessageBody/></XmlMsg>", "f"), findings);
  check_result(parse_xml("<XmlMsg><MessageHeader/></XmlMsg>", "f"), findings);
  EXPECT_TRUE(findings.empty());
}

}  // namespace result_rules_test
}  // namespace uketsuke::oqs
