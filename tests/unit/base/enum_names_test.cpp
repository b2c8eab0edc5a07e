#include "base/enum_names.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke {
namespace enum_names_test {

TEST(EnumNames, ValueAndNameLeadToEachOther) {
  EXPECT_EQ(to_name(InputProblem::cyclic_alias), "cyclic_alias");
  EXPECT_EQ(from_name<InputProblem>("cyclic_alias"), InputProblem::cyclic_alias);
}

TEST(EnumNames, UnknownNameIsNothing) { EXPECT_FALSE(from_name<InputProblem>("Cyclic_alias")); }

TEST(InputError, WhatIsOneLineWithThePlaceFirst) {
  const InputError error(InputProblem::unknown_key, {"suites/pin.yaml", 14, 7}, "unknown key \"x\"");
  EXPECT_STREQ(error.what(), "suites/pin.yaml:14:7: unknown key \"x\"");
}

TEST(InputError, WithoutALineThePlaceIsTheFile) {
  const InputError error(InputProblem::empty, {"pin.yaml", 0, 0}, "nothing in it");
  EXPECT_STREQ(error.what(), "pin.yaml: nothing in it");
}

}  // namespace enum_names_test
}  // namespace uketsuke
