#include "reader_model/input/pin_pad.h"

#include <gmock/gmock.h>

#include "record/json_lines.h"
#include "tests/unit/reader_model/input/input_bench.h"

namespace uketsuke::reader {
namespace pin_pad_test {

using testing::ElementsAre;
using testing::IsEmpty;

void on_pad(record::Screen screen, const std::function<void(ShowingDisplay&, PinPad&)>& act) {
  in_systemc([&] {
    ShowingDisplay bench;
    PinPad pad("pad", bench.display, bench.record);
    pad.firmware.bind(bench.inputs);
    bench.show(screen);
    act(bench, pad);
  });
}

TEST(PinPad, TellsTheFirmwareThePinAndTheRecordItsLength) {
  on_pad(record::Screen::enter_pin, [](ShowingDisplay& bench, PinPad& pad) {
    pad.type_pin(record::Secret("0109"));
    EXPECT_THAT(bench.inputs.notes, ElementsAre("pin 0109"));
    const auto* entered = record::as<record::PinEntered>(bench.record.events().back());
    ASSERT_NE(entered, nullptr);
    EXPECT_EQ(entered->digits, 4);
    EXPECT_EQ(bench.record.events().back().source, record::Source::patient);
  });
}

TEST(PinPad, LeavesNoDigitInTheRecord) {
  on_pad(record::Screen::enter_pin, [](ShowingDisplay& bench, PinPad& pad) {
    pad.type_pin(record::Secret("7531"));
    EXPECT_THAT(record::event_line(bench.record.events().back()), testing::Not(testing::HasSubstr("7531")));
  });
}

class DeadPad : public testing::TestWithParam<record::Screen> {};

TEST_P(DeadPad, IgnoresInput) {
  on_pad(GetParam(), [](ShowingDisplay& bench, PinPad& pad) {
    pad.type_pin(record::Secret("0109"));
    EXPECT_THAT(bench.inputs.notes, IsEmpty());
    EXPECT_THAT(bench.recorded(), IsEmpty());
  });
}

INSTANTIATE_TEST_SUITE_P(OtherScreens, DeadPad,
                         testing::Values(record::Screen::idle, record::Screen::choose_method,
                                         record::Screen::pin_wrong, record::Screen::done));

}  // namespace pin_pad_test
}  // namespace uketsuke::reader
