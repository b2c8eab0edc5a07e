#include "record/record.h"

#include <gtest/gtest.h>

namespace uketsuke::record {
namespace record_test {

using namespace std::chrono_literals;

TEST(Record, SequenceCountsFromZeroWithoutGaps) {
  Record record;
  for (int i = 0; i < 3; ++i) record.add(Source::reader, ReaderIdle{});
  EXPECT_EQ(record.events()[0].sequence, 0u);
  EXPECT_EQ(record.events()[2].sequence, 2u);
}

TEST(Record, NeverGoesBackInTime) {
  Record record;
  record.add(5s, Source::reader, ReaderIdle{});
  record.add(3s, Source::reader, ReaderIdle{});
  EXPECT_EQ(record.events()[1].time, 5s);
}

TEST(Record, AnEventWithoutATimeGetsTheClocks) {
  Record record;
  record.set_clock([] { return Duration(7s); });
  record.add(Source::reader, ReaderIdle{});
  EXPECT_EQ(record.events()[0].time, 7s);
}

TEST(Record, WithoutAClockAnEventGetsTheTimeOfTheLastEvent) {
  Record record;
  record.add(2s, Source::reader, ReaderIdle{});
  record.add(Source::reader, ReaderIdle{});
  EXPECT_EQ(record.events()[1].time, 2s);
}

TEST(Record, ListenerMayAddAnEventOfItsOwn) {
  Record record;
  record.listen([&](const Event& event) {
    if (as<CardRemoved>(event) != nullptr) record.add(Source::harness, ReaderIdle{});
  });
  for (int i = 0; i < 100; ++i) record.add(Source::reader, CardRemoved{});  // often enough to move the vector
  EXPECT_EQ(record.events().size(), 200u);
}

TEST(Record, WallTimeIsTheStartAndTheTimeSince) {
  const DateTime start = Date(date::year{2024} / 10 / 7) + 9h;
  Record record({"case", "device", start, 1});
  EXPECT_EQ(format_compact(record.wall_time(61s + 900ms)), "20241007090101");
}

TEST(Event, KindIsTheNameInTheRecord) {
  EXPECT_EQ(kind_of(Event{0s, 0, Source::reader, CardLeftAlarm{true}}), "card_left_alarm");
}

TEST(Event, AsIsNullForAnotherKind) {
  const Event event{0s, 0, Source::reader, CardLeftAlarm{true}};
  EXPECT_EQ(as<CardRemoved>(event), nullptr);
  ASSERT_NE(as<CardLeftAlarm>(event), nullptr);
  EXPECT_TRUE(as<CardLeftAlarm>(event)->on);
}

}  // namespace record_test
}  // namespace uketsuke::record
