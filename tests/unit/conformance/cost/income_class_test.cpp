#include "conformance/cost/income_class.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace uketsuke::conformance::cost {
namespace income_class_test {

using testing::HasSubstr;

std::string error_of(const char* text) {
  try {
    read_income_class(text, "--class");
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

TEST(IncomeClass, EveryNameAndEveryCodeIsRead) {
  for (const auto& [income_class, name] : enum_names(IncomeClass{})) {
    EXPECT_EQ(read_income_class(name, ""), income_class);
    EXPECT_EQ(read_income_class(code_of(income_class), ""), income_class);
  }
}

// Both ends and the irregular codes of table 012.
TEST(IncomeClass, CodesAreThoseOfTheTable) {
  EXPECT_EQ(read_income_class("A01", ""), IncomeClass::a);
  EXPECT_EQ(read_income_class("A03", ""), IncomeClass::u);
  EXPECT_EQ(read_income_class("A06", ""), IncomeClass::o_borderline);
  EXPECT_EQ(read_income_class("B01", ""), IncomeClass::active_3);
  EXPECT_EQ(read_income_class("B04", ""), IncomeClass::general);
  EXPECT_EQ(read_income_class("B07", ""), IncomeClass::low_1_welfare_pension);
  EXPECT_EQ(read_income_class("B09", ""), IncomeClass::general_2);
  EXPECT_EQ(read_income_class("B10", ""), IncomeClass::general_1);
}

TEST(IncomeClass, AKeyboardWithoutRomanNumeralsWillDo) {
  EXPECT_EQ(read_income_class("現役並みIII", ""), IncomeClass::active_3);
  EXPECT_EQ(read_income_class("低所得II", ""), IncomeClass::low_2);
  EXPECT_EQ(read_income_class("低所得I(老福)", ""), IncomeClass::low_1_welfare_pension);
  EXPECT_EQ(read_income_class("a03", ""), IncomeClass::u);
}

TEST(IncomeClass, AnUnknownOneNamesTheNearestAndListsAll) {
  const std::string error = error_of("低所得Ⅲ");
  EXPECT_THAT(error, HasSubstr("--class: there is no class \"低所得Ⅲ\" (did you mean \"低所得Ⅱ\"?)"));
  for (const auto& [income_class, name] : enum_names(IncomeClass{}))
    EXPECT_THAT(error, HasSubstr(std::string(code_of(income_class)) + " " + std::string(name)));
}

TEST(IncomeClass, NothingAndNonsenseAreUnknown) {
  EXPECT_THAT(error_of(""), HasSubstr("there is no class"));
  EXPECT_THAT(error_of("C99"), HasSubstr("there is no class"));
  EXPECT_THAT(error_of("\xff\xfe"), HasSubstr("there is no class"));
}

}  // namespace income_class_test
}  // namespace uketsuke::conformance::cost
