#include "sim/virtual_reader/inserted_card.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "sim/virtual_reader/vpcd_error.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::virtual_reader {

namespace inserted_card_test {

constexpr const char* kAtr = "3B888001000005E0B381A1007F";
constexpr const char* kWrongPin = "002000800430303030";
constexpr const char* kRightPin = "002000800431323334";

/// A chip without power, in a card.
class InsertedCardTest : public ::testing::Test {
 protected:
  chip::ChipTiming timing_ = [] {
    chip::ChipTiming timing;
    timing.verify = std::chrono::milliseconds(2);
    timing.write = std::chrono::milliseconds(3);
    return timing;
  }();
  chip::Chip chip_{chip::standard_image(), timing_};
  std::vector<int> kept_;  ///< tries left of the PIN at each call of `keep`
  InsertedCard card_{chip_, from_hex(kAtr), [this](const chip::ChipState&) {
                       kept_.push_back(chip_.tries_left(chip::secret::kAuthenticationPin));
                     }};

  std::string take(std::string_view payload) {
    const auto answer = card_.take(from_hex(payload));
    return answer ? to_hex(Bytes(answer->begin(), answer->end())) : "none";
  }

  void select_pin() {
    take("01");
    ASSERT_EQ(take(chip::kSelectJpki), "9000");
    ASSERT_EQ(take(chip::kSelectPin), "9000");
  }
};

TEST_F(InsertedCardTest, TellsItsAtrWithoutPower) { EXPECT_EQ(take("04"), kAtr); }

TEST_F(InsertedCardTest, PowerIsNotAnswered) {
  EXPECT_EQ(take("01"), "none");
  EXPECT_TRUE(chip_.powered());
  EXPECT_EQ(take("00"), "none");
  EXPECT_FALSE(chip_.powered());
}

TEST_F(InsertedCardTest, ResetGivesPowerToAChipWithoutIt) {
  EXPECT_EQ(take("02"), "none");
  EXPECT_TRUE(chip_.powered());
}

TEST_F(InsertedCardTest, PowerOffForgetsWhatWasVerified) {
  select_pin();
  ASSERT_EQ(take(kRightPin), "9000");
  take("00");
  take("01");
  EXPECT_FALSE(chip_.verified(chip::secret::kAuthenticationPin));
}

TEST_F(InsertedCardTest, WarmResetKeepsWhatWasVerified) {  // docs/card-facts.md §2.5, as one author observed
  select_pin();
  ASSERT_EQ(take(kRightPin), "9000");
  take("02");
  EXPECT_TRUE(chip_.verified(chip::secret::kAuthenticationPin));
}

TEST_F(InsertedCardTest, OtherSingleBytesAreCommandsOfWrongLength) {
  take("01");
  EXPECT_EQ(take("84"), "6700");
  EXPECT_EQ(take("03"), "6700");
}

TEST_F(InsertedCardTest, EmptyPayloadIsNothingThatVpcdSends) {
  try {
    card_.take({});
    FAIL();
  } catch (const VpcdError& error) {
    EXPECT_EQ(error.problem(), VpcdProblem::not_vpcd);
  }
}

TEST_F(InsertedCardTest, LargestCommandIsAnswered) {
  take("01");
  const auto answer = card_.take(Bytes(65535, 0x00));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->size, 2U);
}

TEST_F(InsertedCardTest, ControlsTakeNoTime) {
  take("04");
  EXPECT_EQ(card_.busy(), Duration::zero());
}

TEST_F(InsertedCardTest, CommandTakesTheChipsTimeAndTheLinks) {
  select_pin();
  ASSERT_EQ(take(kWrongPin), "63C2");
  // 2 ms to compare and 3 ms to count down; 9 and 2 bytes with 3 bytes of overhead each: (142 + 72) etu, two
  // pauses
  EXPECT_NEAR(static_cast<double>(card_.busy().count()), 7'359'882, 10);
}

TEST_F(InsertedCardTest, WrittenCounterIsKeptOnce) {
  select_pin();
  take(kWrongPin);
  EXPECT_TRUE(kept_.empty());
  card_.settle();
  card_.settle();
  EXPECT_EQ(kept_, std::vector<int>{2});
}

TEST_F(InsertedCardTest, CommandThatWritesNothingIsNotKept) {
  select_pin();
  card_.settle();
  EXPECT_TRUE(kept_.empty());
}

TEST_F(InsertedCardTest, StateThatCannotBeKeptIsTriedAgain) {
  int calls = 0;
  InsertedCard card(chip_, {}, [&](const chip::ChipState&) {
    if (++calls == 1) throw std::runtime_error("disk full");
  });
  select_pin();
  card.take(from_hex("01"));
  card.take(from_hex(kWrongPin));
  EXPECT_THROW(card.settle(), std::runtime_error);
  card.settle();
  EXPECT_EQ(calls, 2);
}

TEST_F(InsertedCardTest, PulledBeforeTheCounterWasWrittenKeepsTheTry) {
  select_pin();
  take(kWrongPin);
  card_.pulled(std::chrono::milliseconds(4));  // 1.51 ms in the air, then 2.49 of the 3 ms that writing takes
  EXPECT_EQ(chip_.tries_left(chip::secret::kAuthenticationPin), 3);
}

TEST_F(InsertedCardTest, PulledAfterTheCounterWasWrittenLosesTheTry) {
  select_pin();
  take(kRightPin);
  // Written after 3 ms or, if it compares first, 5 ms.
  card_.pulled(std::chrono::microseconds(1'510 + 5'001));
  EXPECT_EQ(kept_, std::vector<int>{2});
  EXPECT_FALSE(chip_.powered());
}

}  // namespace inserted_card_test

}  // namespace uketsuke::virtual_reader
