#include "sim/chip/chip_state.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace chip_state_test {

TEST(ChipState, CardAsDeliveredHasFullCounters) {
  const auto image = standard_image();
  const Chip chip(image, {}, ChipState(*image));
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 3);
  EXPECT_EQ(chip.tries_left(secret::kCardFaceNumberB), 10);
}

TEST(ChipState, ScenarioMayStartWithOneTryLeft) {
  const auto image = standard_image();
  ChipState state(*image);
  state.set_tries(*image, secret::kAuthenticationPin, 1);
  Chip chip(image, {}, state);
  chip.power_on();
  ask(chip, kSelectJpki);
  EXPECT_EQ(verify(chip, "98", "0000"), "63C0");
}

TEST(ChipState, UnknownSecretOrImpossibleNumberIsRefused) {
  const auto image = standard_image();
  ChipState state(*image);
  EXPECT_THROW(state.set_tries(*image, "pin", 1), std::invalid_argument);
  EXPECT_THROW(state.set_tries(*image, secret::kAuthenticationPin, 4), std::invalid_argument);
  EXPECT_THROW(state.set_tries(*image, secret::kAuthenticationPin, -1), std::invalid_argument);
  EXPECT_THROW(state.set_tries(*image, secret::kBirthDateKey, 1), std::invalid_argument);
}

TEST(ChipState, StateOfAnotherCardIsRefused) {
  EXPECT_THROW(Chip(standard_image(), {}, ChipState()), std::invalid_argument);
}

TEST(ChipState, SecretWithoutCounterHasNoTries) {
  const Chip chip(standard_image());
  EXPECT_EQ(chip.tries_left(secret::kBirthDateKey), -1);
  EXPECT_EQ(chip.tries_left("no such secret"), -1);
}

}  // namespace chip_state_test
}  // namespace uketsuke::chip
