#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace tearing_test {

// A card pulled in the middle of a command gives no free try. Trap 18 of docs/card-facts.md §7.10.

constexpr Duration kWrite = std::chrono::milliseconds(3);
constexpr Duration kCompare = std::chrono::milliseconds(2);

ChipTiming timing() {
  ChipTiming timing;
  timing.write = kWrite;
  timing.verify = kCompare;
  return timing;
}

Chip at_pin() {
  Chip chip = powered_chip(standard_image(), timing());
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  return chip;
}

int tries(const ChipState& state) {
  return state.secrets[static_cast<std::size_t>(standard_image()->find_secret(secret::kAuthenticationPin))]
      .tries_left;
}

TEST(ChipTearing, TryIsSpentBeforeThePinIsCompared) {
  for (const std::string_view pin : {kPin, std::string_view("0000")}) {
    Chip chip = at_pin();
    std::vector<int> seen;
    chip.on_write([&seen](const ChipState& state) { seen.push_back(tries(state)); });
    verify(chip, "80", pin);
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.front(), 2);
  }
}

TEST(ChipTearing, StateCopiedAtAnyWriteMakesAWorkingCardWithNoTryWonOrLostForEver) {
  Chip chip = at_pin();
  std::vector<ChipState> copies;
  chip.on_write([&copies](const ChipState& state) { copies.push_back(state); });
  verify(chip, "80", "0000");
  verify(chip, "80", kPin);
  ASSERT_EQ(copies.size(), 3U);
  for (const ChipState& copy : copies) {
    Chip card(standard_image(), {}, copy);
    card.power_on();
    ask(card, kSelectJpki);
    EXPECT_EQ(verify(card, "98", kPin), "9000");
    EXPECT_EQ(card.tries_left(secret::kAuthenticationPin), 3);
  }
}

TEST(ChipTearing, BeforeTheFirstWriteNothingHasHappened) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  chip.tear_off(kWrite - Duration(1));
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 3);
}

TEST(ChipTearing, FromTheFirstWriteOnAWrongTryIsSpent) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  chip.tear_off(kWrite);
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 2);
}

TEST(ChipTearing, RightPinTornBeforeTheSecondWriteHasCostATry) {
  Chip chip = at_pin();
  verify(chip, "80", kPin);
  chip.tear_off(2 * kWrite + kCompare - Duration(1));
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 2);
}

TEST(ChipTearing, RightPinTornAfterTheSecondWriteCostsNothing) {
  Chip chip = at_pin();
  verify(chip, "80", kPin);
  chip.tear_off(2 * kWrite + kCompare);
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 3);
}

TEST(ChipTearing, ReadingTheAnswerEveryTimeAndTearingEarlyGivesNoFreeTry) {
  // The attacker sees the answer only at the end; a cut at any time after a comparison costs a try.
  for (Duration at = kWrite; at < 2 * kWrite + kCompare; at += std::chrono::microseconds(10)) {
    Chip chip = at_pin();
    verify(chip, "80", "0000");
    chip.tear_off(at);
    ASSERT_LT(chip.tries_left(secret::kAuthenticationPin), 3) << at.count();
  }
}

TEST(ChipTearing, ChangedPinIsTheOldOrTheNewOne) {
  for (const auto& [at, pin] : {std::pair(kWrite - Duration(1), "1234"), std::pair(kWrite, "5678")}) {
    Chip chip = at_pin();
    verify(chip, "80", kPin);
    ask(chip, "0024018004 35363738");
    chip.tear_off(at);
    chip.power_on();
    ask(chip, kSelectJpki);
    EXPECT_EQ(verify(chip, "98", pin), "9000") << at.count();
  }
}

TEST(ChipTearing, TornChipForgetsWhatWasVerified) {
  Chip chip = at_pin();
  verify(chip, "80", kPin);
  chip.tear_off(std::chrono::seconds(1));
  EXPECT_FALSE(chip.powered());
  EXPECT_FALSE(chip.verified(secret::kAuthenticationPin));
}

TEST(ChipTearing, OnlyTheLastCommandCanBeTorn) {
  Chip chip = at_pin();
  verify(chip, "80", "0000");
  ask(chip, "00200080");
  chip.tear_off(Duration::zero());
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 2);
}

}  // namespace tearing_test
}  // namespace uketsuke::chip
