#include "sim/chip/rf/faulty_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reader_model/rf/air_time.h"
#include "tests/unit/sim/chip/rf/air.h"

namespace uketsuke::chip {
namespace faulty_link_test {

using std::chrono::milliseconds;
using ::testing::ElementsAre;

/// A card that gives the fixed answer AA 55 to every frame.
struct Echo : reader::CardInField {
  std::vector<std::string> heard;
  std::vector<std::pair<Duration, bool>> field;
  void field_on(Duration at) override { field.emplace_back(at, true); }
  void field_off(Duration at) override { field.emplace_back(at, false); }
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override {
    heard.push_back(to_hex(frame.bytes));
    answer.bytes = {0xAA, 0x55};
    answer.bit_rate = 106;
    answer.delay = milliseconds(1);
    return true;
  }
};

struct Bad {
  std::shared_ptr<Echo> card = std::make_shared<Echo>();
  FaultyLink link;
  reader::CardFrame answer;

  explicit Bad(FaultPlan plan) : link(card, std::move(plan)) { link.field_on(Duration::zero()); }

  std::string send(Duration at) {
    const Bytes frame = {0x01, 0x02};
    return link.receive({frame, 106, at}, answer) ? to_hex(answer.bytes) : "";
  }
};

FaultPlan second_frame(Fault fault) { return {{{1, std::move(fault)}}, std::nullopt}; }

TEST(FaultyLink, PassesEverythingWithoutAPlan) {
  Bad bad({});
  EXPECT_EQ(bad.send(milliseconds(1)), "AA55");
  EXPECT_THAT(bad.card->heard, ElementsAre("0102"));
}

TEST(FaultyLink, LosesTheFrameThatIsPlannedAndNoOther) {
  Bad bad(second_frame({Fault::Kind::frame_lost, {}, {}}));
  EXPECT_EQ(bad.send(milliseconds(1)), "AA55");
  EXPECT_EQ(bad.send(milliseconds(10)), "");
  EXPECT_EQ(bad.send(milliseconds(20)), "AA55");
  EXPECT_THAT(bad.card->heard, ElementsAre("0102", "0102"));
}

TEST(FaultyLink, LosesTheAnswerButNotWhatTheCardHasHeard) {
  Bad bad(second_frame({Fault::Kind::answer_lost, {}, {}}));
  bad.send(milliseconds(1));
  EXPECT_EQ(bad.send(milliseconds(10)), "");
  EXPECT_THAT(bad.card->heard, ElementsAre("0102", "0102"));
}

TEST(FaultyLink, TurnsOverTheBitsThatArePlanned) {
  Bad frame(second_frame({Fault::Kind::frame_corrupted, {}, {0, 8}}));
  frame.send(milliseconds(1));
  frame.send(milliseconds(10));
  EXPECT_THAT(frame.card->heard, ElementsAre("0102", "0003"));
  Bad answer(second_frame({Fault::Kind::answer_corrupted, {}, {0, 16}}));  // 16 is bit 0 again
  answer.send(milliseconds(1));
  EXPECT_EQ(answer.send(milliseconds(10)), "AB55");
}

TEST(FaultyLink, MakesAnAnswerLate) {
  Bad bad(second_frame({Fault::Kind::answer_late, milliseconds(7), {}}));
  bad.send(milliseconds(1));
  bad.send(milliseconds(10));
  EXPECT_EQ(bad.answer.delay, milliseconds(8));
}

TEST(FaultyLink, MuteCardSpeaksAgainAfterTheFieldWasOff) {
  Bad bad(second_frame({Fault::Kind::mute, {}, {}}));
  bad.send(milliseconds(1));
  EXPECT_EQ(bad.send(milliseconds(10)), "");
  EXPECT_EQ(bad.send(milliseconds(20)), "");
  bad.link.field_off(milliseconds(30));
  bad.link.field_on(milliseconds(40));
  EXPECT_EQ(bad.send(milliseconds(50)), "AA55");
}

TEST(FaultyLink, CardTornAfterAFrameLosesTheFieldAtThatNanosecond) {
  Bad bad(second_frame({Fault::Kind::torn, Duration(123'456), {}}));
  bad.send(milliseconds(1));
  EXPECT_EQ(bad.send(milliseconds(10)), "");
  EXPECT_EQ(bad.card->field.back(), std::make_pair(Duration(milliseconds(10)) + Duration(123'456), false));
  EXPECT_EQ(bad.send(milliseconds(20)), "");
  EXPECT_EQ(bad.card->heard.size(), 2U);
}

TEST(FaultyLink, CardTornInTheMiddleOfItsAnswerIsNotUnderstood) {
  const Duration answered = milliseconds(11) + reader::frame_time(2, 106);
  Bad torn({{}, answered - Duration(1)});
  EXPECT_EQ(torn.send(milliseconds(10)), "");
  Bad just_in_time({{}, answered});
  EXPECT_EQ(just_in_time.send(milliseconds(10)), "AA55");
}

TEST(FaultyLink, CardTornBeforeAFrameEndsHasNotHeardIt) {
  Bad bad({{}, milliseconds(10) - Duration(1)});
  EXPECT_EQ(bad.send(milliseconds(10)), "");
  EXPECT_TRUE(bad.card->heard.empty());
}

TEST(FaultPlan, OfOneSeedIsAlwaysTheSame) {
  const FaultPlan one = FaultPlan::recoverable(5, 10, 100, 3);
  const FaultPlan other = FaultPlan::recoverable(5, 10, 100, 3);
  ASSERT_EQ(one.list.size(), other.list.size());
  for (std::size_t i = 0; i < one.list.size(); ++i) {
    EXPECT_EQ(one.list[i].frame, other.list[i].frame);
    EXPECT_EQ(one.list[i].fault.kind, other.list[i].fault.kind);
    EXPECT_EQ(one.list[i].fault.bits, other.list[i].fault.bits);
  }
}

TEST(FaultPlan, HasNoMoreFaultsInARowThanAllowed) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const FaultPlan plan = FaultPlan::recoverable(seed, 30, 50, 2);
    unsigned in_a_row = 1;
    for (std::size_t i = 1; i < plan.list.size(); ++i) {
      in_a_row = plan.list[i].frame == plan.list[i - 1].frame + 1 ? in_a_row + 1 : 1;
      ASSERT_LE(in_a_row, 2U) << seed;
    }
  }
}

TEST(FaultPlan, MakesAsManyFaultsAsAskedFor) {
  EXPECT_EQ(FaultPlan::recoverable(1, 10, 1'000, 3).list.size(), 10U);
}

}  // namespace faulty_link_test
}  // namespace uketsuke::chip
