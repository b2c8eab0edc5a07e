#include "sim/chip/rf/type_b_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/sim/chip/rf/air.h"

namespace uketsuke::chip {
namespace type_b_card_test {

// ISO/IEC 14443-3 Type B: REQB 05 AFI PARAM, slot marker n5, ATTRIB 1D, HLTB 50.

using State = TypeBCard::State;

TEST(TypeBCard, AnswersARequestWithAtqb) {
  Air air;
  EXPECT_EQ(air.send("050000"), "50" + air.pupi() + "000041E0B381A1");  // docs/card-facts.md §5.1
  EXPECT_EQ(air.card.state(), State::ready_declared);
}

TEST(TypeBCard, AnswersTheRequestOfReadersThatKnowExtendedAtqb) {  // 05 00 10, docs/card-facts.md §5.1
  Air air;
  EXPECT_EQ(air.send("050010"), "50" + air.pupi() + "000041E0B381A1");
}

TEST(TypeBCard, TellsItsGuardTimeToWhoeverUnderstands) {
  LinkParameters link;
  link.atqb.sfgi = 3;
  Air air(link);
  EXPECT_EQ(air.send("050010"), "50" + air.pupi() + "000041E0B381A130");
  EXPECT_EQ(air.send("050000"), "50" + air.pupi() + "000041E0B381A1");
}

TEST(TypeBCard, PupiFollowsFromTheSeed) {
  EXPECT_EQ(Air({}, 1).pupi(), Air({}, 1).pupi());
  EXPECT_NE(Air({}, 1).pupi(), Air({}, 2).pupi());
}

TEST(TypeBCard, DoesNotAnswerBeforeItHasStarted) {
  LinkParameters link;
  link.start_up = std::chrono::milliseconds(5);
  Air air(link);
  air.now = std::chrono::milliseconds(3);
  EXPECT_EQ(air.send("050000"), "");
  EXPECT_EQ(air.send("050000").substr(0, 2), "50");  // at 5 ms
}

TEST(TypeBCard, AnswersItsOwnFamilyAndAllFamilies) {  // §7.7.3
  LinkParameters link;
  link.application_family = 0x31;
  for (const auto& [family, answers] :
       {std::pair("00", true), {"30", true}, {"31", true}, {"01", true}, {"32", false}, {"40", false}}) {
    Air air(link);
    EXPECT_EQ(!air.send(std::string("05") + family + "00").empty(), answers) << family;
  }
}

TEST(TypeBCard, CardWithoutAFamilyAnswersRequestsForAllOnly) {
  Air air;
  EXPECT_EQ(air.send("053000"), "");
  EXPECT_NE(air.send("050000"), "");
}

TEST(TypeBCard, AnswersInExactlyOneSlot) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Air air({}, seed);
    int answers = air.send("050002").empty() ? 0 : 1;  // four slots
    for (const char* marker : {"15", "25", "35"}) answers += air.send(marker).empty() ? 0 : 1;
    EXPECT_EQ(answers, 1) << seed;
  }
}

TEST(TypeBCard, UsesAllSlots) {
  Air air;
  std::set<int> used;
  for (int i = 0; i < 200; ++i) {
    if (!air.send("050004").empty()) used.insert(0);
    for (int slot = 1; slot < 16; ++slot) {
      if (!air.send(to_hex({static_cast<std::uint8_t>(slot << 4 | 5)})).empty()) used.insert(slot);
    }
  }
  EXPECT_EQ(used.size(), 16U);
}

TEST(TypeBCard, ReservedNumberOfSlotsIsNotAnswered) {
  for (const char* request : {"050005", "050006", "050007"}) EXPECT_EQ(Air().send(request), "") << request;
}

TEST(TypeBCard, AttribForAnotherCardChangesNothing) {
  Air air;
  air.send("050000");
  EXPECT_EQ(air.send("1DFFFFFFFF00080100"), "");
  EXPECT_EQ(air.card.state(), State::ready_declared);
}

TEST(TypeBCard, AttribBeforeAtqbIsNotAnswered) {
  Air air;
  EXPECT_EQ(air.send("1D" + air.pupi() + "00080100"), "");
}

TEST(TypeBCard, AttribMakesItActive) {
  Air air;
  air.send("050000");
  EXPECT_EQ(air.send("1D" + air.pupi() + "00080100"), "00");
  EXPECT_EQ(air.card.state(), State::active);
}

TEST(TypeBCard, AttribWithWhatAtqbDoesNotOfferIsNotAnswered) {
  // 848 kbit/s; two bit rates; no ISO/IEC 14443-4; the reserved CID
  for (const char* parameters : {"00F80100", "00480100", "00080000", "0008010F"}) {
    Air air;
    air.send("050000");
    EXPECT_EQ(air.send("1D" + air.pupi() + parameters), "") << parameters;
    EXPECT_EQ(air.card.state(), State::ready_declared) << parameters;
  }
}

TEST(TypeBCard, ChangesTheBitRateAfterTheAnswerToAttrib) {
  Air air;
  air.send("050000");
  EXPECT_EQ(air.send("1D" + air.pupi() + "00A80100"), "00");
  EXPECT_EQ(air.answer.bit_rate, 106U);
  EXPECT_EQ(air.send("0200A40000"), "");  // still at 106 kbit/s: not understood
  air.bit_rate = 424;
  EXPECT_EQ(air.send("0200A40000"), "029000");
  EXPECT_EQ(air.answer.bit_rate, 424U);
}

TEST(TypeBCard, ActiveCardIgnoresRequests) {
  Air air;
  air.activate();
  EXPECT_EQ(air.send("050008"), "");
  EXPECT_EQ(air.send("1D" + air.pupi() + "00080100"), "");
  EXPECT_EQ(air.send("0200A40000"), "029000");
}

TEST(TypeBCard, HaltedCardAnswersAWakeUpOnly) {
  Air air;
  air.send("050000");
  EXPECT_EQ(air.send("50" + air.pupi()), "00");
  EXPECT_EQ(air.card.state(), State::halt);
  EXPECT_EQ(air.send("050000"), "");
  EXPECT_EQ(air.send("050008").substr(0, 2), "50");
}

TEST(TypeBCard, DeselectedCardIsHaltedAndBackAt106) {
  Air air;
  air.activate();
  EXPECT_EQ(air.send("C2"), "C2");
  EXPECT_EQ(air.send("050000"), "");
  EXPECT_EQ(air.send("050008").substr(0, 2), "50");
}

// The card keeps power, so the security status stays: docs/card-facts.md §2.5.
TEST(TypeBCard, DeselectionLeavesThePower) {
  Air air;
  air.activate();
  air.send("C2");
  EXPECT_TRUE(air.application->powered);
  EXPECT_TRUE(air.application->torn.empty());
}

TEST(TypeBCard, WrongCrcIsIgnored) {
  Air air;
  EXPECT_EQ(air.send_raw(from_hex("0500000000")), "");
  EXPECT_EQ(air.card.state(), State::idle);
}

TEST(TypeBCard, FramesOfAnotherLengthAreIgnored) {
  for (const char* frame : {"05", "0500", "05000000", "50", "1D", "1500", ""}) {
    Air air;
    EXPECT_EQ(air.send(frame), "") << frame;
    EXPECT_EQ(air.card.state(), State::idle) << frame;
  }
}

TEST(TypeBCard, IsDeafWithoutAField) {
  Air air;
  air.card.field_off(air.now);
  EXPECT_FALSE(air.application->powered);
  EXPECT_EQ(air.send("050000"), "");
}

TEST(TypeBCard, CutsTheApplicationAtTheNanosecondAtWhichTheFieldIsLost) {
  Air air;
  air.activate();
  air.send("0200A40000");
  air.card.field_off(air.now + Duration(1'234'567));
  EXPECT_EQ(air.application->torn, std::vector<Duration>{Duration(1'234'567)});
}

TEST(TypeBCard, FieldLostBeforeAFrameTakesItBack) {
  Air air;
  air.activate();
  air.send("0200A40000");
  air.card.field_off(air.now - Duration(5));
  EXPECT_EQ(air.application->torn, std::vector<Duration>{Duration(-5)});
}

}  // namespace type_b_card_test
}  // namespace uketsuke::chip
