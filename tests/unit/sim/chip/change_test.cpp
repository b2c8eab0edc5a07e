#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace change_test {

// CHANGE REFERENCE DATA: docs/card-facts.md §2.1 (`00 24 01 80`, new PIN only, after VERIFY of the old).

Chip logged_in() {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  verify(chip, "80", kPin);
  return chip;
}

TEST(ChipChange, NewPinReplacesTheOldOne) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "0024018004 35363738"), "9000");
  EXPECT_EQ(verify(chip, "80", kPin), "63C2");
  EXPECT_EQ(verify(chip, "80", "5678"), "9000");
}

TEST(ChipChange, NewPinIsKeptWithoutPowerAndInTheState) {
  Chip chip = logged_in();
  ask(chip, "0024018004 35363738");
  Chip later(standard_image(), {}, chip.state());
  later.power_on();
  ask(later, kSelectJpki);
  EXPECT_EQ(verify(later, "98", "5678"), "9000");
}

TEST(ChipChange, WithoutVerifyAnswers6982) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  EXPECT_EQ(ask(chip, "0024018004 35363738"), "6982");
}

TEST(ChipChange, PinOfWrongLengthAnswers6700AndChangesNothing) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "0024018003 353637"), "6700");
  EXPECT_EQ(ask(chip, "0024018005 3536373839"), "6700");
  EXPECT_EQ(verify(chip, "80", kPin), "9000");
}

TEST(ChipChange, OldAndNewTogetherIsAnotherFormAndAnswers6A86) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "0024008008 3132333435363738"), "6A86");
}

TEST(ChipChange, NumberPrintedOnTheCardCannotBeChanged) {
  Chip chip = powered_chip();
  ask(chip, kSelectCardFace);
  verify(chip, "93", kNumberA);
  EXPECT_EQ(ask(chip, "002401930C 303030303030303030303030"), "6982");
}

TEST(ChipChange, EveryApplicationHasItsOwnCommand) {  // §2.1: CHANGE KEY in 共通 and 住基
  const struct {
    std::string_view application;
    const char* reference;
    const char* own;
    const char* other;
  } rows[] = {{kSelectJpki, "98", "00240198", "80320098"},
              {kSelectInputSupport, "91", "00240191", "80320091"},
              {kSelectCommon, "9C", "8032009C", "0024019C"},
              {kSelectJuki, "9C", "8032009C", "0024019C"}};
  for (const auto& row : rows) {
    Chip chip = powered_chip();
    ask(chip, row.application);
    verify(chip, row.reference, kPin);
    EXPECT_EQ(ask(chip, row.other + std::string("04 35363738")), "6985") << row.application;
    EXPECT_EQ(ask(chip, row.own + std::string("04 35363738")), "9000") << row.application;
    EXPECT_EQ(verify(chip, row.reference, "5678"), "9000") << row.application;
  }
}

TEST(ChipChange, KeyWithoutVerifyAnswers6982) {
  Chip chip = powered_chip();
  ask(chip, kSelectCommon);
  EXPECT_EQ(ask(chip, "8032009C04 35363738"), "6982");
}

}  // namespace change_test
}  // namespace uketsuke::chip
