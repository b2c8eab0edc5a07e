#include "reports/results/event_text.h"

#include <gmock/gmock.h>

namespace uketsuke::reports {
namespace {

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

TEST(EventText, LastEventsComeOldestFirst) {
  Record record;
  for (int i = 1; i <= 3; ++i) record.add(std::chrono::seconds(i), Source::reader, ReaderIdle{});
  EXPECT_THAT(last_events(record, 2),
              ElementsAre("   2.000 s  reader   reader_idle", "   3.000 s  reader   reader_idle"));
}

TEST(EventText, ShortRecordGivesAllItHas) { EXPECT_THAT(last_events(Record{}, 5), ElementsAre()); }

}  // namespace
}  // namespace uketsuke::reports
