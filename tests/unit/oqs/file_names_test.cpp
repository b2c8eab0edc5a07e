#include "oqs/file_names.h"

#include <gtest/gtest.h>

#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace file_names_test {

// The forms of docs/oqs.md: OQSsiquc01req_*.xml, OQSsiquc01res_*.xml, OQSsiquc01res_face_<id>_<time>.xml.

TEST(FileNames, ARequestHasPrefixAndEnding) {
  EXPECT_TRUE(is_request_name("OQSsiquc01req_a.xml"));
  EXPECT_TRUE(is_request_name("OQSsiquc01req_20241007.090000.xml"));
  for (const char* name :
       {"OQSsiquc01res_a.xml", "oqssiquc01req_a.xml", "OQSsiquc01req_a.XML", "OQSsiquc01req_a.xml.tmp",
        ".OQSsiquc01req_a.xml", "OQSmuquc01req_a.xml", "a.xml", ""}) {
    EXPECT_FALSE(is_request_name(name)) << name;
  }
}

TEST(FileNames, SomethingStandsBetweenPrefixAndEnding) {
  EXPECT_FALSE(is_request_name("OQSsiquc01req_.xml"));
  EXPECT_FALSE(is_request_name("OQSsiquc01req_"));
  EXPECT_FALSE(is_result_name("OQSsiquc01res_.xml"));
}

TEST(FileNames, NothingInANameLeadsOutOfTheFolder) {
  EXPECT_FALSE(is_request_name("OQSsiquc01req_/../../etc/passwd.xml"));
  EXPECT_FALSE(is_result_name("OQSsiquc01res_a/b.xml"));
}

TEST(FileNames, FaceFilesAreResults) {
  EXPECT_TRUE(is_result_name("OQSsiquc01res_face_1_20241007090006.xml"));
  EXPECT_FALSE(is_request_name("OQSsiquc01res_face_1_20241007090006.xml"));
}

TEST(FileNames, AResultIsNamedAfterItsRequest) {
  EXPECT_EQ(result_name("OQSsiquc01req_a.b_1.xml"), "OQSsiquc01res_a.b_1.xml");
  EXPECT_TRUE(is_result_name(result_name("OQSsiquc01req_x.xml")));
}

// The example of docs/oqs.md.
TEST(FileNames, AFaceFileHasInstitutionCounterAndSecond) {
  const DateTime nine = DateTime(Date(2024_y / 10 / 7)) + std::chrono::hours(9) + std::chrono::seconds(6);
  EXPECT_EQ(face_name(face_id("1319999999", 1), nine),
            "OQSsiquc01res_face_131999999900000000000000000001_20241007090006.xml");
  EXPECT_TRUE(is_result_name(face_name(face_id("1319999999", 1), nine)));
}

TEST(FileNames, TheCounterHasTwentyDigits) {
  EXPECT_EQ(face_id("", 0), "00000000000000000000");
  EXPECT_EQ(face_id("1319999999", 4294967295U), "131999999900000000004294967295");
}

}  // namespace file_names_test
}  // namespace uketsuke::oqs
