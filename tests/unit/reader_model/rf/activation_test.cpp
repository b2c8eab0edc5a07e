#include "reader_model/rf/activation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reader_model/rf/air_time.h"
#include "tests/unit/reader_model/rf/scripted_card.h"

namespace uketsuke::reader {
namespace activation_test {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::optional<ActiveCard> activate(ScriptedCard& card, const LinkSettings& settings = {}) {
  Antenna antenna(card, 0, nullptr);
  return activate(antenna, settings);
}

TEST(Activation, AsksForCardsAndChoosesTheOneThatAnswers) {
  ScriptedCard card;
  card.replies({kAtqb, "00"});
  const auto active = activate(card);
  ASSERT_TRUE(active);
  // WUPB for all families, one slot; ATTRIB as observed from a real reader (docs/card-facts.md §5.1)
  EXPECT_THAT(card.heard, ElementsAre("050008", "1D0102030400080100"));
  EXPECT_EQ(active->cards, 1U);
}

TEST(Activation, AgreesOnTheHighestBitRateThatBothHave) {
  for (const auto& [reader, speeds] : {std::pair(106U, "08"), {212U, "58"}, {424U, "A8"}, {848U, "A8"}}) {
    ScriptedCard card;
    card.replies({kAtqb, "00"});
    LinkSettings settings;
    settings.bit_rate = reader;
    activate(card, settings);
    EXPECT_EQ(card.heard.at(1), std::string("1D0102030400") + speeds + "0100");
  }
}

TEST(Activation, TakesFrameSizeAndWaitingTimeFromAtqb) {
  ScriptedCard card;
  card.replies({"50 01020304 000041E0 001140", "00"});  // 24 bytes, FWI 4
  const auto active = activate(card);
  ASSERT_TRUE(active);
  EXPECT_EQ(active->frame_size, 24U);
  EXPECT_EQ(active->waiting_time, waiting_time(4));
}

TEST(Activation, AsksForOneFamilyAndInSlots) {
  ScriptedCard card;
  card.replies({"", "", kAtqb, "", "00"});
  LinkSettings settings;
  settings.afi = 0x30;
  settings.slots = 4;
  ASSERT_TRUE(activate(card, settings));
  EXPECT_THAT(card.heard, ElementsAre("05300A", "15", "25", "35", "1D0102030400080100"));
}

TEST(Activation, HaltsTheOthersBeforeItChooses) {
  ScriptedCard card;
  LinkSettings settings;
  settings.slots = 2;
  card.replies({kAtqb, kOther, "00", "00"});
  const auto active = activate(card, settings);
  ASSERT_TRUE(active);
  EXPECT_THAT(card.heard, ElementsAre("050009", "15", "5005060708", "1D0102030400080100"));
  EXPECT_EQ(active->cards, 2U);
}

TEST(Activation, GivesMoreSlotsAfterACollision) {
  ScriptedCard card;
  card.reply(ScriptedCard::Reply{kAtqb, std::chrono::microseconds(200), true});
  card.replies({kAtqb, kOther, "00", "00"});
  ASSERT_TRUE(activate(card));
  EXPECT_THAT(card.heard, ElementsAre("050008", "050009", "15", "5005060708", "1D0102030400080100"));
}

TEST(Activation, HaltsWhomItKnowsWhileOthersCollide) {
  ScriptedCard card;
  LinkSettings settings;
  settings.slots = 2;
  card.replies({kAtqb});
  card.reply(ScriptedCard::Reply{kOther, std::chrono::microseconds(200), true});
  card.replies({"00", "", kOther, "", "", "00"});
  const auto active = activate(card, settings);
  ASSERT_TRUE(active);
  EXPECT_THAT(card.heard,
              ElementsAre("050009", "15", "5001020304", "050002", "15", "25", "35", "1D0506070800080100"));
  EXPECT_EQ(active->cards, 2U);
}

TEST(Activation, CountsACardOnceThatHasNotHeardThatItIsHalted) {
  ScriptedCard card;
  LinkSettings settings;
  settings.slots = 2;
  card.replies({kAtqb});
  card.reply(ScriptedCard::Reply{kOther, std::chrono::microseconds(200), true});
  card.replies({"", kAtqb, "", kOther, "", "00", "00"});  // HLTB is lost
  const auto active = activate(card, settings);
  ASSERT_TRUE(active);
  EXPECT_EQ(active->cards, 2U);
}

TEST(Activation, WakesAHaltedCardWhereNoOtherIsLeft) {
  ScriptedCard card;
  LinkSettings settings;
  settings.slots = 2;
  card.replies({kAtqb});
  card.reply(ScriptedCard::Reply{kOther, std::chrono::microseconds(200), true});
  card.replies({"00", "", "", "", "", kAtqb, "00"});  // the collision was only noise
  const auto active = activate(card, settings);
  ASSERT_TRUE(active);
  EXPECT_EQ(card.heard.at(7), "05000C");  // WUPB with 16 slots
  EXPECT_EQ(card.heard.back(), "1D0102030400080100");
}

TEST(Activation, AsksAnEmptyFieldAgainAndGivesUp) {
  ScriptedCard card;
  EXPECT_FALSE(activate(card));
  EXPECT_THAT(card.heard, SizeIs(1 + LinkSettings{}.retries));
}

TEST(Activation, FindsACardThatIsSlowToStart) {
  ScriptedCard card;
  card.replies({"", kAtqb, "00"});
  ASSERT_TRUE(activate(card));
  EXPECT_THAT(card.heard, ElementsAre("050008", "050008", "1D0102030400080100"));
}

TEST(Activation, DoesNotTakeACardOfAnotherProtocol) {
  ScriptedCard card;
  card.replies({"50 01020304 000041E0 B380A1"});
  EXPECT_FALSE(activate(card));
}

TEST(Activation, EndsWhenNoiseNeverStops) {
  ScriptedCard card;
  for (int i = 0; i < 500; ++i) card.reply(ScriptedCard::Reply{kAtqb, std::chrono::microseconds(200), true});
  EXPECT_FALSE(activate(card));
}

TEST(Activation, WaitsTheGuardTimeOfAnExtendedAtqb) {
  ScriptedCard card;
  card.replies({"50 01020304 000041E0 B381A1 50", "00"});
  Antenna antenna(card, 0, nullptr);
  ASSERT_TRUE(activate(antenna, {}));
  const Duration answered = card.ends.back() + std::chrono::microseconds(200) + frame_time(3, 106);
  EXPECT_EQ(antenna.now() - answered, waiting_time(5));
}

}  // namespace activation_test
}  // namespace uketsuke::reader
