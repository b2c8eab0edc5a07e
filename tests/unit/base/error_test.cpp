#include "base/error.h"

#include <gtest/gtest.h>

namespace uketsuke {
namespace error_test {

TEST(InputError, WhatIsOneLineWithThePlaceFirst) {
  const InputError error(InputProblem::unknown_key, {"suites/pin.yaml", 14, 7}, "unknown key \"x\"");
  EXPECT_STREQ(error.what(), "suites/pin.yaml:14:7: unknown key \"x\"");
}

TEST(InputError, WithoutALineThePlaceIsTheFile) {
  const InputError error(InputProblem::empty, {"pin.yaml", 0, 0}, "nothing in it");
  EXPECT_STREQ(error.what(), "pin.yaml: nothing in it");
}

}  // namespace error_test
}  // namespace uketsuke
