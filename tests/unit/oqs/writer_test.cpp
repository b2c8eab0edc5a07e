#include "oqs/writer.h"

#include <gtest/gtest.h>

#include "oqs/reader.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace writer_test {

const DateTime kNow = Date(2024_y / 10 / 7) + std::chrono::hours(9) + std::chrono::seconds(6);

/// The message of golden/face.*.xml.
Result face() {
  Result result;
  result.header.process_execution_time = kNow;
  result.header.qualification_confirmation_date = Date(2024_y / 10 / 7);
  result.header.medical_institution_code = "1319999999";
  result.header.arbitrary_file_identifier = "GOLDEN&1";
  result.header.reference_classification = "1";
  result.header.segment_of_result = "1";
  result.body.processing_result_status = "1";
  result.body.qualification_validity = "1";
  result.body.prescription_issue_select = "2";
  ResultOfQualificationConfirmation one;
  one.insured_card_classification = "01";
  one.insurer_number = "139999";
  one.insured_card_symbol = "架空";
  one.insured_identification_number = "7654321";
  one.insured_branch_number = "01";
  one.personal_family_classification = "1";
  one.name = "髙﨑　丈";
  one.name_kana = "タカザキ　ジョー";
  one.sex_1 = "1";
  one.birthdate = Date(1949_y / 11 / 3);
  one.address = "架空市例示町〜１";
  one.qualification_date = Date(2015_y / 4 / 1);
  one.insurer_name = "架空区国民健康保険";
  one.elderly_recipient = ElderlyRecipientCertificateInfo{Date(2024_y / 8 / 1), Date(2024_y / 8 / 1),
                                                          Date(2024_y / 11 / 2), "020"};
  one.limit = OpenConsent::given(kNow);
  one.limit_info = LimitApplicationCertificateRelatedInfo{"01", "B04", {}, {}, {}, {}};
  one.specific_diseases = OpenConsent::refused();
  one.specific_health_checkups_info = Consent::given(kNow);
  one.pharmacists_info = Consent::refused();
  one.reference_number = "P-0001";
  result.body.results.push_back(one);
  return result;
}

TEST(Write, AResultInUtf8IsTheGoldenFile) {
  const Encoded encoded = write(face(), Encoding::utf8);
  EXPECT_EQ(encoded.bytes, golden("face.utf-8.xml"));
  EXPECT_EQ(encoded.replaced, 0u);
}

TEST(Write, AResultInShiftJisIsTheGoldenFileAndTellsWhatItLost) {
  const Encoded encoded = write(face(), Encoding::shift_jis);
  EXPECT_EQ(encoded.bytes, golden("face.shift_jis.xml"));
  EXPECT_EQ(encoded.replaced, 2u);
}

TEST(Write, WhatWasWrittenHasNothingToFind) {
  for (const Encoding encoding : {Encoding::utf8, Encoding::shift_jis}) {
    EXPECT_EQ(listed(findings_of(write(face(), encoding).bytes)), "");
  }
}

TEST(Write, ReadingAndWritingChangesNothing) {
  for (const char* name : {"face.utf-8.xml", "face.shift_jis.xml", "medical_aid.shift_jis.xml"}) {
    const XmlFile file = parse_xml(golden(name), name);
    EXPECT_EQ(write(read_result(file), file.encoding).bytes, golden(name)) << name;
  }
  for (const char* name : {"request.utf-8.xml", "request.shift_jis.xml"}) {
    const XmlFile file = parse_xml(golden(name), name);
    EXPECT_EQ(write(read_request(file), file.encoding).bytes, golden(name)) << name;
  }
}

TEST(Write, AConsentThatIsNotAskedHasNoElement) {
  const std::string xml = write(face(), Encoding::utf8).bytes;
  EXPECT_EQ(xml.find("DiagnosisInfo"), std::string::npos);
  EXPECT_EQ(xml.find("OperationInfo"), std::string::npos);
}

TEST(Write, ARefusedConsentHasNoTimes) {
  const std::string xml = write(face(), Encoding::utf8).bytes;
  EXPECT_NE(xml.find("<PharmacistsInfoConsFlg>0<"), std::string::npos);
  EXPECT_EQ(xml.find("PharmacistsInfoConsTime"), std::string::npos);
  EXPECT_EQ(xml.find("PharmacistsInfoAvailableTime"), std::string::npos);
}

TEST(Write, AConsentLastsADayAlsoOverTheEndOfFebruary) {
  const Consent consent = Consent::given(Date(2024_y / 2 / 28) + std::chrono::hours(24));
  EXPECT_EQ(format_compact(*consent.available_time), "20240301000000");
}

TEST(Write, MarkupInATextIsEscapedAndControlsAreReplaced) {
  Result result = face();
  result.body.results[0].name = std::string("<&>\x02]]>", 7);
  const Encoded encoded = write(result, Encoding::utf8);
  EXPECT_EQ(encoded.replaced, 1u);
  EXPECT_EQ(read_result(parse_xml(encoded.bytes, "f")).body.results[0].name, "<&>●]]>");
}

}  // namespace writer_test
}  // namespace uketsuke::oqs
