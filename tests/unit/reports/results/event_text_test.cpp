#include "reports/results/event_text.h"

#include <gmock/gmock.h>

namespace uketsuke::reports {
namespace event_text_test {

using namespace record;
using ::testing::ElementsAre;

Event at(std::chrono::milliseconds time, Source source, Payload payload) {
  return {time, 0, source, std::move(payload)};
}

TEST(EventText, NamesFieldsAndValues) {
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(14200), Source::chip, PinChecked{SecretCheck::wrong, 2})),
            "  14.200 s  chip     pin_checked result=wrong tries_left=2");
}

TEST(EventText, ScreenIsItsNameAndCode) {
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(0), Source::reader,
                          ScreenShown{Screen::certificate_invalid, {"窓口", "desk"}, {}, {}, "006"})),
            "   0.000 s  reader   screen_shown screen=certificate_invalid code=006");
}

TEST(EventText, EmptyTextsAndAbsentFieldsCanBeTold) {
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(1), Source::service,
                          ConsentRecorded{"", Category::operation_info, false, {}, {}})),
            "   0.001 s  service  consent_recorded patient=\"\" category=OperationInfo given=false");
}

TEST(EventText, ListsStandInBrackets) {
  EXPECT_EQ(
      event_text(at(std::chrono::milliseconds(1), Source::reader, Wiped{{WipedItem::pin, WipedItem::photo}})),
      "   0.001 s  reader   wiped items=[pin,photo]");
}

TEST(EventText, MeasuredFaceIsNumbersBesideTheirLimits) {
  FaceMeasured measured;
  measured.frame = 18;
  measured.similarity = 871;
  measured.similarity_at_least = 400;
  measured.liveness = 186;
  measured.liveness_at_least = 500;
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(5914), Source::reader, measured)),
            "   5.914 s  reader   face_measured frame=18 similarity=0.871>=0.400 liveness=0.186<0.500");
}

TEST(EventText, MeasureAtItsLimitIsEnough) {
  FaceMeasured measured;
  measured.parallax = 43;
  measured.parallax_at_least = 43;
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(0), Source::reader, measured)),
            "   0.000 s  reader   face_measured frame=0 parallax=0.043>=0.043");
}

TEST(EventText, WhatCouldNotBeMeasuredIsSaidWithWhatWasNeeded) {
  FaceMeasured measured;
  measured.similarity = -12;
  measured.parallax_at_least = 43;
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(0), Source::reader, measured)),
            "   0.000 s  reader   face_measured frame=0 similarity=-0.012 parallax=none(needs 0.043)");
}

TEST(EventText, GuidanceIsItsNameAndWhatThePatientRead) {
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(4530), Source::reader,
                          GuidanceShown{Guidance::come_closer, "もう少し近づいてください"})),
            "   4.530 s  reader   guidance_shown come_closer \"もう少し近づいてください\"");
}

TEST(EventText, WipedFaceNamesWhatWasHeld) {
  EXPECT_EQ(event_text(at(std::chrono::milliseconds(1), Source::reader, FaceDataWiped{true, false, true})),
            "   0.001 s  reader   face_data_wiped photo=true probe=false template=true");
}

TEST(EventText, LastEventsComeOldestFirst) {
  Record record;
  for (int i = 1; i <= 3; ++i) record.add(std::chrono::seconds(i), Source::reader, ReaderIdle{});
  EXPECT_THAT(last_events(record, 2),
              ElementsAre("   2.000 s  reader   reader_idle", "   3.000 s  reader   reader_idle"));
}

TEST(EventText, ShortRecordGivesAllItHas) { EXPECT_THAT(last_events(Record{}, 5), ElementsAre()); }

}  // namespace event_text_test
}  // namespace uketsuke::reports
