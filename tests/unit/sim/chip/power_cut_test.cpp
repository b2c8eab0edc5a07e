#include <gtest/gtest.h>

#include <random>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace power_cut_test {

// Power is cut at every boundary between two events of a command, and at thousands of points in between. At
// every point: no try is gained, none is lost except the one in use, and the card works afterwards.

constexpr Duration kOverhead = std::chrono::microseconds(400);
constexpr Duration kWrite = std::chrono::microseconds(3100);
constexpr Duration kCompare = std::chrono::microseconds(2300);
constexpr Duration kFirstWritten = kOverhead + kWrite;    // the try is spent
constexpr Duration kCompared = kFirstWritten + kCompare;  // the chip knows whether the value is right
constexpr Duration kSecondWritten = kCompared + kWrite;   // right: the counter is full again
constexpr int kMost = 3;

ChipTiming timing() {
  ChipTiming timing;
  timing.overhead = kOverhead;
  timing.write = kWrite;
  timing.verify = kCompare;
  return timing;
}

/// A card whose PIN has this number of tries left.
Chip at_pin(int tries) {
  const auto image = standard_image();
  ChipState state(*image);
  state.set_tries(*image, secret::kAuthenticationPin, tries);
  Chip chip(image, timing(), state);
  chip.power_on();
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  return chip;
}

/// One nanosecond before, at, and after each boundary.
std::vector<Duration> around(std::initializer_list<Duration> boundaries) {
  std::vector<Duration> points = {Duration::zero()};
  for (const Duration at : boundaries) {
    for (const int offset : {-1, 0, 1}) points.push_back(at + Duration(offset));
  }
  return points;
}

std::vector<Duration> random_points(int count, Duration until) {
  std::mt19937_64 random(20241007);
  std::uniform_int_distribution<Duration::rep> within(0, until.count());
  std::vector<Duration> points;
  for (int i = 0; i < count; ++i) points.emplace_back(within(random));
  return points;
}

/// Sends a PIN, cuts the power, and returns the tries left.
int tries_after_cut(Chip& chip, std::string_view pin, Duration at) {
  verify(chip, "80", pin);
  chip.tear_off(at);
  return chip.tries_left(secret::kAuthenticationPin);
}

/// Checks that the card still works: the files exist, and other secrets are unchanged.
void expect_alive(Chip& chip) {
  chip.power_on();
  EXPECT_EQ(ask(chip, kSelectJpki), "9000");
  EXPECT_EQ(ask(chip, "00B0860001"), "009000");
  EXPECT_EQ(ask(chip, "0020009B"), "63C5");
  EXPECT_EQ(verify(chip, "9B", kPassword), "9000");
}

void expect_wrong_pin_cut(int tries, Duration at) {
  Chip chip = at_pin(tries);
  ASSERT_EQ(tries_after_cut(chip, "0000", at), at < kFirstWritten ? tries : tries - 1) << at.count();
  expect_alive(chip);
}

void expect_right_pin_cut(int tries, Duration at) {
  Chip chip = at_pin(tries);
  const int expected = at < kFirstWritten ? tries : at < kSecondWritten ? tries - 1 : kMost;
  ASSERT_EQ(tries_after_cut(chip, kPin, at), expected) << at.count();
  expect_alive(chip);
  // The remaining counter still works.
  EXPECT_EQ(verify(chip, "98", kPin), expected > 0 ? "9000" : "6984") << at.count();
}

TEST(PowerCut, AtEveryBoundaryOfAWrongPinSpendsExactlyOneTryOnceItCouldBeCompared) {
  for (int tries = 1; tries <= kMost; ++tries) {
    for (const Duration at : around({kOverhead, kFirstWritten, kCompared})) expect_wrong_pin_cut(tries, at);
  }
}

TEST(PowerCut, AtEveryBoundaryOfARightPinLosesNoMoreThanTheTryBeingSpent) {
  for (int tries = 1; tries <= kMost; ++tries) {
    for (const Duration at : around({kOverhead, kFirstWritten, kCompared, kSecondWritten})) {
      expect_right_pin_cut(tries, at);
    }
  }
}

TEST(PowerCut, AtThousandsOfPointsOfAnyPinIsTheSame) {
  int turn = 0;
  for (const Duration at : random_points(6000, kSecondWritten + kWrite)) {
    const int tries = 1 + turn++ % kMost;
    expect_wrong_pin_cut(tries, at);
    expect_right_pin_cut(tries, at);
  }
}

TEST(PowerCut, GuessingWithACutAfterEveryAnswerEndsAfterThreeTries) {
  Chip chip = at_pin(kMost);
  int compared = 0;
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const Duration at(std::uniform_int_distribution<long>(0, kSecondWritten.count())(random));
    const std::string answer = verify(chip, "98", "0000");
    const int before = chip.tries_left(secret::kAuthenticationPin);
    chip.tear_off(at);
    // An attacker who waits until the comparison learns whether the guess was right.
    if (answer != "6984" && at >= kFirstWritten) {
      ++compared;
      EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), before);
    }
    chip.power_on();
    ask(chip, kSelectJpki);
  }
  EXPECT_EQ(compared, kMost);
}

/// Cuts power in CHANGE REFERENCE DATA from 1234 to 5678: exactly one of the two PINs must work.
void expect_change_cut(Duration at) {
  Chip chip = at_pin(kMost);
  verify(chip, "80", kPin);
  ask(chip, "0024018004 35363738");
  chip.tear_off(at);
  ASSERT_EQ(chip.tries_left(secret::kAuthenticationPin), kMost) << at.count();
  expect_alive(chip);
  const bool written = at >= kFirstWritten;
  EXPECT_EQ(verify(chip, "98", written ? kPin : "5678"), "63C2") << at.count();
  EXPECT_EQ(verify(chip, "98", written ? "5678" : kPin), "9000") << at.count();
}

TEST(PowerCut, AtEveryBoundaryOfAChangeLeavesTheOldPinOrTheNewOne) {
  for (const Duration at : around({kOverhead, kFirstWritten})) expect_change_cut(at);
}

TEST(PowerCut, AtThousandsOfPointsOfAChangeLeavesTheOldPinOrTheNewOne) {
  for (const Duration at : random_points(4000, kFirstWritten + kWrite)) expect_change_cut(at);
}

TEST(PowerCut, InAChangeKeyLeavesTheOldPinOrTheNewOne) {
  for (const Duration at : around({kOverhead, kFirstWritten})) {
    Chip chip = at_pin(kMost);
    ask(chip, kSelectCommon);
    verify(chip, "9C", kPin);
    ASSERT_EQ(ask(chip, "8032009C04 35363738"), "9000");
    chip.tear_off(at);
    chip.power_on();
    ask(chip, kSelectCommon);
    EXPECT_EQ(verify(chip, "9C", at >= kFirstWritten ? "5678" : kPin), "9000") << at.count();
  }
}

}  // namespace power_cut_test
}  // namespace uketsuke::chip
