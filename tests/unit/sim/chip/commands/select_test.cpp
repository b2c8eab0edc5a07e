#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace select_test {

// docs/card-facts.md §1.1 (selection model) and §2.5 (lifetime of the security status).

TEST(ChipSelect, ApplicationWithP2OfCAnswersNoData) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, kSelectJpki), "9000");
}

TEST(ChipSelect, ApplicationWithP2OfZeroAndLeAnswersItsAidInAnFci) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A404000A D392F000260100000001 00"), "6F0C840AD392F0002601000000019000");
}

TEST(ChipSelect, UnknownAidAnswers6A82) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4040007 627601FF000000"), "6A82");
}

TEST(ChipSelect, AidLongerThanTheCardsAnswers6A82) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4040C0B D392F00026010000000100"), "6A82");
}

TEST(ChipSelect, PrefixOfAnAidSelectsTheApplication) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4040007 D3921000310001 00"), "6F0C840AD39210003100010104029000");
}

TEST(ChipSelect, NextMatchOfAPrefixIsNotTheCurrentOne) {
  Chip chip = powered_chip();
  ask(chip, "00A4040C01 D3");
  for (const char* next : {"0402", "0408", "0100", "0401"}) {
    EXPECT_EQ(ask(chip, "00A4040201 D3 00"), std::string("6F0C840AD392100031000101") + next + "9000");
  }
  EXPECT_EQ(ask(chip, "00A4040201 D3 00"), "6A82");
}

TEST(ChipSelect, IssuerSecurityDomainCanBeSelected) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4040C07 A0000001510000"), "9000");
}

TEST(ChipSelect, EmptyAidSelectsTheIssuerSecurityDomain) {  // GlobalPlatform Card Specification 2.3 §11.9
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00A4040000"), "6F098407A00000015100009000");
  EXPECT_EQ(ask(chip, kSelectPin), "6A82");
}

TEST(ChipSelect, RefusedAidLeavesTheCurrentApplication) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "00A4040C07 627601FF000000");
  EXPECT_EQ(ask(chip, kSelectPin), "9000");
}

TEST(ChipSelect, FileWithoutApplicationAnswers6A82) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4020C02 000A"), "6A82");
}

TEST(ChipSelect, FileOfAnotherApplicationAnswers6A82) {
  Chip chip = powered_chip();
  ask(chip, kSelectCardFace);
  EXPECT_EQ(ask(chip, "00A4020C02 000A"), "6A82");
}

TEST(ChipSelect, OnlyP1Of02SelectsAFile) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00A4090C02 000A"), "6A86");
}

TEST(ChipSelect, KeyIsSelectedWithoutPin) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00A4020C02 0017"), "9000");
}

TEST(ChipSelect, FileIdOfOtherThanTwoBytesAnswers6700) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00A4020C01 17"), "6700");
  EXPECT_EQ(ask(chip, "00A4020C03 001700"), "6700");
  EXPECT_EQ(ask(chip, "00A4020C"), "6700");
}

TEST(ChipSelect, MasterFileIsRefusedAfterAColdReset) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A40000"), "6A86");
}

TEST(ChipSelect, MasterFileIsAcceptedInAnApplicationAndDoesNotLeaveIt) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00A40000"), "9000");
  EXPECT_EQ(ask(chip, kSelectPin), "9000");
}

TEST(ChipSelect, MasterFileById3F00Answers6A82) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00A4000C02 3F00"), "6A82");
}

/// A chip whose authentication PIN was verified.
Chip logged_in(std::shared_ptr<const CardImage> image) {
  Chip chip = powered_chip(std::move(image));
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  verify(chip, "80", kPin);
  return chip;
}

TEST(ChipSecurityStatus, AnotherFileKeepsIt) {
  Chip chip = logged_in(standard_image());
  ask(chip, "00A4020C02 000A");
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipSecurityStatus, AnotherApplicationClearsIt) {
  Chip chip = logged_in(standard_image());
  ask(chip, kSelectCardFace);
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipSecurityStatus, SameApplicationClearsItByDefault) {
  Chip chip = logged_in(standard_image());
  ask(chip, kSelectJpki);
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipSecurityStatus, SameApplicationKeepsItWhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.reselect = Reselect::keeps;
  Chip chip = logged_in(image);
  ask(chip, kSelectJpki);
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipSecurityStatus, AnotherApplicationKeepsItWhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.select_other = StatusRule::keeps;
  Chip chip = logged_in(image);
  ask(chip, kSelectCardFace);
  ask(chip, kSelectJpki);
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipSecurityStatus, PowerOffClearsItAndTheCurrentApplication) {
  Chip chip = logged_in(standard_image());
  chip.power_off();
  chip.power_on();
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
  EXPECT_EQ(ask(chip, kSelectPin), "6A82");
}

TEST(ChipSecurityStatus, WarmResetKeepsItByDefault) {  // as observed through PC/SC
  Chip chip = logged_in(standard_image());
  chip.warm_reset();
  EXPECT_TRUE(chip.verified(secret::kAuthenticationPin));
  EXPECT_EQ(ask(chip, kSelectPin), "9000");
}

TEST(ChipSecurityStatus, WarmResetIsLikeAColdOneWhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.warm_reset = StatusRule::clears;
  Chip chip = logged_in(image);
  chip.warm_reset();
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
  EXPECT_EQ(ask(chip, kSelectPin), "6A82");
}

TEST(ChipPower, FirstCommandAfterPowerOnAnswers6F00WhereThePolicySaysSo) {
  const auto image = standard_image();
  image->policies.first_command = FirstCommand::answers_6f00;
  Chip chip = powered_chip(image);
  EXPECT_EQ(ask(chip, kSelectJpki), "6F00");
  EXPECT_EQ(ask(chip, kSelectJpki), "9000");
  chip.power_off();
  chip.power_on();
  EXPECT_EQ(ask(chip, kSelectJpki), "6F00");
}

TEST(ChipPower, WarmResetWithoutPowerDoesNotSwitchItOn) {
  Chip chip(standard_image());
  chip.warm_reset();
  EXPECT_TRUE(chip.transmit(from_hex(kSelectJpki)).bytes.empty());
}

TEST(ChipPower, WithoutItThereIsNoAnswer) {
  Chip chip(standard_image());
  EXPECT_TRUE(chip.transmit(from_hex(kSelectJpki)).bytes.empty());
}

}  // namespace select_test
}  // namespace uketsuke::chip
