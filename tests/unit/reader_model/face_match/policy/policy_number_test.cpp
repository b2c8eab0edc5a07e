#include "reader_model/face_match/policy/policy_number.h"

#include <gtest/gtest.h>

#include "base/yaml/document.h"

namespace uketsuke::reader {
namespace policy_number_test {

double read(const std::string& text, double least = 0, double most = 1) {
  return number(yaml::parse("limit: " + text + "\n", "policy.yaml").at(0).map().required("limit"), least,
                most);
}

std::string refusal(const std::string& text, InputProblem expected) {
  try {
    read(text);
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), expected) << text;
    return error.what();
  }
  ADD_FAILURE() << "was read: " << text;
  return "";
}

TEST(PolicyNumber, IsADecimalNumber) {
  EXPECT_DOUBLE_EQ(read("0.25"), 0.25);
  EXPECT_DOUBLE_EQ(read("1e-3"), 0.001);
  EXPECT_DOUBLE_EQ(read("-2.5", -10, 10), -2.5);
}

TEST(PolicyNumber, MayBeAtItsLimits) {
  EXPECT_EQ(read("0"), 0);
  EXPECT_EQ(read("1"), 1);
  EXPECT_EQ(read("1.0"), 1);
}

TEST(PolicyNumber, OutsideItsLimitsIsRefusedWithItsPlace) {
  EXPECT_EQ(refusal("1.01", InputProblem::bad_value), "policy.yaml:1:8: 1.01 is not from 0 to 1");
  EXPECT_EQ(refusal("-0.01", InputProblem::bad_value), "policy.yaml:1:8: -0.01 is not from 0 to 1");
}

TEST(PolicyNumber, AWordIsNoNumber) {
  EXPECT_EQ(refusal("half", InputProblem::wrong_type), "policy.yaml:1:8: \"half\" is not a number");
  for (const char* text : {"0,5", "0.5x", "0x1", "+0.5", "'0.5 '"}) refusal(text, InputProblem::wrong_type);
}

TEST(PolicyNumber, NotANumberAndInfinityAreOutsideEveryLimit) {
  refusal("nan", InputProblem::bad_value);
  refusal("inf", InputProblem::bad_value);
}

}  // namespace policy_number_test
}  // namespace uketsuke::reader
