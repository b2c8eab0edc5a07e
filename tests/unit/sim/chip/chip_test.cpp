#include "sim/chip/chip.h"

#include <gmock/gmock.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {
namespace chip_test {

using ::testing::ElementsAre;

Answer answer_of(std::string_view hex) {
  Answer answer;
  answer.bytes = from_hex(hex);
  return answer;
}

// ISO/IEC 7816-4, 5.1: a response is data and then SW1 SW2.
TEST(ChipAnswer, LastTwoBytesAreTheStatus) { EXPECT_EQ(answer_of("0102 6A82").status(), 0x6A82); }

TEST(ChipAnswer, WhatStandsBeforeTheStatusIsData) {
  const Answer answer = answer_of("0102 9000");
  EXPECT_EQ(Bytes(answer.data().begin(), answer.data().end()), from_hex("0102"));
}

TEST(ChipAnswer, StatusAloneHasNoData) { EXPECT_EQ(answer_of("9000").data().size, 0U); }

TEST(ChipAnswer, OneByteIsNeitherStatusNorData) {
  EXPECT_EQ(answer_of("90").status(), 0);
  EXPECT_EQ(answer_of("90").data().size, 0U);
}

TEST(ChipPower, WithoutItNothingIsAnswered) {
  Chip chip(standard_image());
  EXPECT_EQ(ask(chip, kSelectJpki), "");
}

TEST(ChipPower, AnswerOfAnEarlierCommandDoesNotStayWithoutIt) {
  Chip chip = powered_chip();
  Answer answer;
  chip.transmit(from_hex(kSelectJpki), answer);
  chip.power_off();
  chip.transmit(from_hex(kSelectJpki), answer);
  EXPECT_TRUE(answer.bytes.empty());
}

/// A chip to which its holder gave the PIN.
Chip logged_in() {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  return chip;
}

TEST(ChipPower, LossForgetsThePin) {
  Chip chip = logged_in();
  chip.power_off();
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipPower, LossForgetsTheApplication) {
  Chip chip = logged_in();
  chip.power_off();
  chip.power_on();
  EXPECT_EQ(status(chip, "00B0860001"), "6A82");
}

TEST(ChipPower, SwitchedOnAgainWhileItIsOnForgetsNothing) {
  Chip chip = logged_in();
  chip.power_on();
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipPower, LossGivesNoTryBack) {
  Chip chip = logged_in();
  verify(chip, "98", "0000");
  chip.power_off();
  chip.power_on();
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 2);
}

TEST(ChipWarmReset, KeepsThePinAsObserved) {
  Chip chip = logged_in();
  chip.warm_reset();
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipWarmReset, ForgetsThePinWhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.warm_reset = StatusRule::clears;
  Chip chip = powered_chip(image);
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  chip.warm_reset();
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipWarmReset, GivesNoPower) {
  Chip chip(standard_image());
  chip.warm_reset();
  EXPECT_FALSE(chip.powered());
}

/// A card that answers its first command with 6F00, as one was once observed to do.
Chip hesitant() {
  const auto image = standard_image();
  image->policies.first_command = FirstCommand::answers_6f00;
  return powered_chip(image);
}

TEST(ChipFirstCommand, IsRefusedByAHesitantCardAndTheSecondIsNot) {
  Chip chip = hesitant();
  EXPECT_EQ(ask(chip, kSelectJpki), "6F00");
  EXPECT_EQ(ask(chip, kSelectJpki), "9000");
}

TEST(ChipFirstCommand, IsTheFirstAgainAfterALossOfPower) {
  Chip chip = hesitant();
  ask(chip, kSelectJpki);
  chip.power_off();
  chip.power_on();
  EXPECT_EQ(ask(chip, kSelectJpki), "6F00");
}

TEST(ChipSecrets, UnknownNameIsNeverVerified) { EXPECT_FALSE(logged_in().verified("no such secret")); }

TEST(ChipSecrets, OneThatWasVerifiedIsNotAnother) {
  EXPECT_FALSE(logged_in().verified(secret::kSigningPassword));
}

/// Tries left of the PIN after each write that a command causes.
std::vector<int> writes_of(std::string_view pin) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  const int index = chip.image().find_secret(secret::kAuthenticationPin);
  std::vector<int> tries;
  chip.on_write([&](const ChipState& state) {
    tries.push_back(state.secrets.at(static_cast<std::size_t>(index)).tries_left);
  });
  verify(chip, "98", pin);
  return tries;
}

// The counter goes down before the comparison, so that a cut of the power gives no free try.
TEST(ChipWrites, RightPinSpendsATryAndGivesItBack) { EXPECT_THAT(writes_of(kPin), ElementsAre(2, 3)); }

TEST(ChipWrites, WrongPinSpendsATry) { EXPECT_THAT(writes_of("0000"), ElementsAre(2)); }

// The top bytes of SplitMix64 from the seed 1234567: 6457827717110365317, 3203168211198807973,
// 9817491932198370423, 4593380528125082431 and 16408922859458223821, a published test vector.
TEST(ChipRandom, IsSplitMix64FromTheSeed) {
  const auto image = standard_image();
  image->policies.pinless = Pinless::assumed;
  Chip chip(image, {}, 1234567);
  chip.power_on();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "0084000005"), "592C883FE39000");
}

TEST(ChipTime, RefusedCommandTakesTheOverheadAlone) {
  ChipTiming timing;
  timing.overhead = std::chrono::microseconds(400);
  timing.select = std::chrono::milliseconds(5);
  Chip chip = powered_chip(standard_image(), timing);
  EXPECT_EQ(chip.transmit(from_hex("00FF0000")).processing, std::chrono::microseconds(400));
}

}  // namespace chip_test
}  // namespace uketsuke::chip
