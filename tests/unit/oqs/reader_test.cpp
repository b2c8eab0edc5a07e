#include "oqs/reader.h"

#include <gmock/gmock.h>

#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace reader_test {

const std::string kFace = "face.utf-8.xml";

TEST(Read, TheFirstErrorIsThrownWithItsPlace) {
  try {
    read_result(parse_xml(with(golden(kFace), ">19491103<", ">19491131<"), "f.xml"));
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "f.xml:27:9: <Birthdate>: \"19491131\" is not a day (yyyyMMdd)");
  }
}

TEST(Read, AnEmptyElementThatMayBeMissingIsMissing) {
  const std::string text = with(with(golden(kFace), ">20150401<", "><"), ">P-0001<", "><");
  const Result result = read_result(parse_xml(text, "f.xml"));
  EXPECT_FALSE(result.body.results.at(0).qualification_date);
  EXPECT_FALSE(result.body.results.at(0).reference_number);
}

TEST(Read, AResultWithoutOrderIsRead) {
  const Result result = read_result(parse_xml(golden("unordered.utf-8-bom.xml"), "f.xml"));
  ASSERT_EQ(result.body.results.size(), 1u);
  EXPECT_EQ(result.body.results[0].insurer_number, "  139999");
  EXPECT_EQ(result.body.results[0].pharmacists_info.flag, "1");
  EXPECT_EQ(format_compact(*result.body.results[0].pharmacists_info.available_time), "20230305101112");
  EXPECT_FALSE(result.body.results[0].diagnosis_info.cons_time);
  EXPECT_FALSE(result.body.results[0].operation_info.flag);
}

Result face() { return read_result(parse_xml(golden(kFace), "f.xml")); }

// What stands in golden/face.utf-8.xml, field by field.
TEST(Read, TheHeaderHasItsValues) {
  const ResultHeader header = face().header;
  EXPECT_EQ(format_compact(header.process_execution_time), "20241007090006");
  EXPECT_EQ(header.qualification_confirmation_date, Date(2024_y / 10 / 7));
  EXPECT_EQ(header.medical_institution_code, "1319999999");
  EXPECT_EQ(header.arbitrary_file_identifier, "GOLDEN&1");
  EXPECT_EQ(header.reference_classification, "1");
  EXPECT_EQ(header.segment_of_result, "1");
  EXPECT_FALSE(header.error_code);
}

TEST(Read, PersonAndInsuranceHaveTheirValues) {
  const ResultOfQualificationConfirmation result = face().body.results.at(0);
  EXPECT_EQ(result.insurer_number, "  139999") << "the spaces belong to it";
  EXPECT_EQ(result.insured_card_symbol, "架空");
  EXPECT_EQ(result.insured_branch_number, "01");
  EXPECT_EQ(result.name, "髙﨑　丈");
  EXPECT_EQ(result.name_kana, "ﾀｶｻﾞｷ ｼﾞｮｰ");
  EXPECT_EQ(result.birthdate, Date(1949_y / 11 / 3));
  EXPECT_EQ(result.reference_number, "P-0001");
  EXPECT_FALSE(result.name_of_other);
  EXPECT_FALSE(result.disqualification_date);
}

TEST(Read, GroupsInAResultHaveTheirValues) {
  const ResultOfQualificationConfirmation result = face().body.results.at(0);
  ASSERT_TRUE(result.elderly_recipient);
  EXPECT_EQ(result.elderly_recipient->valid_end, Date(2024_y / 11 / 2));
  EXPECT_EQ(result.elderly_recipient->contribution_ratio, "020");
  ASSERT_TRUE(result.limit_info);
  EXPECT_EQ(result.limit_info->classification_flag, "B04");
  EXPECT_FALSE(result.limit_info->valid_start);
}

TEST(Read, ConsentsHaveTheirTimesAndOnesNotAskedHaveNothing) {
  const ResultOfQualificationConfirmation result = face().body.results.at(0);
  EXPECT_EQ(result.limit.flag, "1");
  EXPECT_EQ(format_compact(*result.limit.cons_time), "20241007090006");
  EXPECT_EQ(result.specific_diseases.flag, "0");
  EXPECT_EQ(format_compact(*result.specific_health_checkups_info.available_time), "20241008090006");
  EXPECT_EQ(result.pharmacists_info.flag, "0");
  EXPECT_FALSE(result.pharmacists_info.cons_time);
  EXPECT_FALSE(result.diagnosis_info.flag);
}

TEST(Read, ARequestHasItsValues) {
  const Request request = read_request(parse_xml(golden("request.utf-8.xml"), "f.xml"));
  const std::string xml = golden("request.utf-8.xml");
  EXPECT_NE(xml.find("<InsuredIdentificationNumber>" +
                     request.body.search_info.insured_identification_number + "<"),
            std::string::npos);
  EXPECT_NE(xml.find("<InsurerNumber>" + request.body.search_info.insurer_number + "<"), std::string::npos);
  EXPECT_NE(xml.find("<MedicalInstitutionCode>" + request.header.medical_institution_code + "<"),
            std::string::npos);
  EXPECT_EQ(request.body.search_info.insurer_number.size(), 8U);
}

InputProblem problem_of(const std::string& from, const std::string& to) {
  try {
    read_result(parse_xml(with(golden(kFace), from, to), "f.xml"));
  } catch (const InputError& error) {
    return error.problem();
  }
  ADD_FAILURE() << "was read: " << to;
  return {};
}

TEST(Read, AnErrorSaysWhatKindOfProblemItIs) {
  EXPECT_EQ(problem_of("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex>1</Sex>"), InputProblem::unknown_key);
  EXPECT_EQ(problem_of("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex1>1</Sex1>"), InputProblem::duplicate_key);
  EXPECT_EQ(problem_of("<Sex1>1</Sex1>", ""), InputProblem::missing_key);
  EXPECT_EQ(problem_of("<Sex1>1</Sex1>", "<Sex1><a/></Sex1>"), InputProblem::wrong_type);
  EXPECT_EQ(problem_of("<Sex1>1</Sex1>", "<Sex1>4</Sex1>"), InputProblem::bad_value);
  EXPECT_EQ(problem_of(">19491103<", ">1949-11-3<"), InputProblem::bad_value);
}

TEST(Read, WhatIsOnlyAWarningIsReadAsItWasMeant) {
  const Result result =
      read_result(parse_xml(with(golden(kFace), "<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>",
                                 "<PharmaceuticalInfoConsFlg>0</PharmaceuticalInfoConsFlg>"),
                            "f.xml"));
  EXPECT_EQ(result.body.results.at(0).pharmacists_info.flag, "0");
}

TEST(Read, AResultIsNoRequest) {
  EXPECT_THROW(read_request(parse_xml(golden(kFace), "f.xml")), InputError);
  EXPECT_THROW(read_result(parse_xml(golden("request.utf-8.xml"), "f.xml")), InputError);
}

}  // namespace reader_test
}  // namespace uketsuke::oqs
