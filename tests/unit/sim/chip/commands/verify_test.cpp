#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace verify_test {

// docs/card-facts.md §1.9, §2.3, §2.4; traps 2, 12 and 18 of §7.10.

Chip at_pin(ChipTiming timing = {}) {
  Chip chip = powered_chip(standard_image(), timing);
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  return chip;
}

TEST(ChipVerify, RightPinAnswers9000) {
  Chip chip = at_pin();
  EXPECT_EQ(verify(chip, "80", kPin), "9000");
}

TEST(ChipVerify, WrongPinTellsHowManyTriesAreLeft) {
  Chip chip = at_pin();
  EXPECT_EQ(verify(chip, "80", "0000"), "63C2");
  EXPECT_EQ(verify(chip, "80", "0000"), "63C1");
}

TEST(ChipVerify, LastWrongTryBlocksAndLaterTriesAnswer6984) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  verify(chip, "80", "0000");
  EXPECT_EQ(verify(chip, "80", "0000"), "63C0");
  EXPECT_EQ(verify(chip, "80", kPin), "6984");  // even the right PIN
  EXPECT_EQ(verify(chip, "80", "0000"), "6984");
}

TEST(ChipVerify, SuccessBeforeTheLastTryRestoresTheCounter) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  verify(chip, "80", "0000");
  verify(chip, "80", kPin);
  EXPECT_EQ(ask(chip, "00200080"), "63C3");
}

TEST(ChipVerify, EmptyVerifyAnswersTheCounterAndSpendsNone) {
  Chip chip = at_pin();
  EXPECT_EQ(ask(chip, "00200080"), "63C3");
  EXPECT_EQ(ask(chip, "00200080"), "63C3");
}

TEST(ChipVerify, EmptyVerifyAfterSuccessStillAnswersTheCounter) {
  Chip chip = at_pin();
  verify(chip, "80", kPin);
  EXPECT_EQ(ask(chip, "00200080"), "63C3");
}

TEST(ChipVerify, EmptyVerifyOfABlockedPinAnswers63C0) {
  Chip chip = at_pin();
  for (int i = 0; i < 3; ++i) verify(chip, "80", "0000");
  EXPECT_EQ(ask(chip, "00200080"), "63C0");
}

TEST(ChipVerify, SigningPasswordHasFiveTriesAndNumbersTen) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "0020009B"), "63C5");
  ask(chip, kSelectCardFace);
  EXPECT_EQ(ask(chip, "00200092"), "63CA");
  EXPECT_EQ(ask(chip, "00200093"), "63CA");
}

TEST(ChipVerify, CountersAreKeptWithoutPower) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  chip.power_off();
  chip.power_on();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00200098"), "63C2");
}

TEST(ChipVerify, CountersDoNotTouchEachOther) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  EXPECT_EQ(ask(chip, "0020009B"), "63C5");
}

TEST(ChipVerify, ShortIdentifierNeedsNoSelect) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(verify(chip, "98", kPin), "9000");
}

TEST(ChipVerify, PasswordIsComparedWithItsCase) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(verify(chip, "9B", "abc123"), "63C4");
}

TEST(ChipVerify, PaddedPinIsWrong) {
  Chip chip = at_pin();
  EXPECT_EQ(ask(chip, "0020008008 31323334FFFFFFFF"), "63C2");
}

TEST(ChipVerify, BeginningOfThePinIsWrong) {
  Chip chip = at_pin();
  EXPECT_EQ(verify(chip, "80", "123"), "63C2");
}

TEST(ChipVerify, MoreThanSixteenBytesAnswer6700AndSpendNoTry) {
  Chip chip = at_pin();
  EXPECT_EQ(verify(chip, "80", "12345678901234567"), "6700");
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 3);
}

TEST(ChipVerify, WrongValueOfASecretWithoutCounterAnswers6300) {
  Chip chip = powered_chip();
  ask(chip, kSelectCardFace);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(verify(chip, "91", "800217"), "6300");  // Gregorian: not 1980
  EXPECT_EQ(verify(chip, "91", kBirthDate), "9000");
}

TEST(ChipVerify, WrongTryTakesBackAnEarlierSuccess) {
  Chip chip = at_pin();
  verify(chip, "80", kPin);
  verify(chip, "80", "0000");
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipVerify, WrongTryKeepsAnEarlierSuccessWhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.wrong_try = WrongTry::keeps;
  Chip chip = powered_chip(image);
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  verify(chip, "98", "0000");
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipVerify, WithoutCurrentObjectAnswers6986) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(verify(chip, "80", kPin), "6986");
}

TEST(ChipVerify, KeyInsteadOfASecretAnswers6981) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(verify(chip, "97", kPin), "6981");
}

TEST(ChipVerify, GlobalReferenceAnswers6A86) {
  Chip chip = at_pin();
  EXPECT_EQ(verify(chip, "01", kPin), "6A86");
}

TEST(ChipVerify, CardWithoutPinAnswersAsBlocked) {
  CardContents contents = full_contents();
  for (const char* name :
       {"authentication_pin", "signing_password", "input_support_pin", "common_pin", "juki_pin"}) {
    contents.secrets.erase(name);
  }
  contents.contents.erase("signing_certificate");
  contents.keys.erase("signing_key");
  const CardLayout layout = CardLayout::load("sim/chip/images/my-number-card.yaml");
  Chip chip = powered_chip(std::make_shared<CardImage>(layout.bind("pinless", contents)));
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00200098"), "63C0");
  EXPECT_EQ(verify(chip, "98", "0000"), "6984");
}

TEST(ChipVerify, TakesTheTimeOfItsWritesAndItsComparison) {
  ChipTiming timing;
  timing.verify = std::chrono::microseconds(2);
  timing.write = std::chrono::microseconds(30);
  Chip chip = at_pin(timing);
  EXPECT_EQ(chip.transmit(from_hex("00200080")).processing, Duration::zero());
  // a wrong try writes the counter once, a right one twice
  EXPECT_EQ(chip.transmit(from_hex("0020008004 30303030")).processing, std::chrono::microseconds(32));
  EXPECT_EQ(chip.transmit(from_hex("0020008004 31323334")).processing, std::chrono::microseconds(62));
}

}  // namespace verify_test
}  // namespace uketsuke::chip
