#include "reader_model/input/staff_terminal.h"

#include <gmock/gmock.h>

#include "tests/unit/reader_model/input/input_bench.h"

namespace uketsuke::reader {
namespace staff_terminal_test {

TEST(StaffTerminal, RecordsWhatStaffDoesAndTellsTheFirmware) {
  in_systemc([] {
    record::Record record;
    InputsNoted inputs;
    StaffTerminal terminal("terminal", record);
    terminal.firmware.bind(inputs);
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    terminal.set_staff_mode(record::StaffMode::visual_check);
    terminal.decide_visual_check(false);
    terminal.decide_visual_check(true);
    EXPECT_THAT(inputs.notes, testing::ElementsAre("mode visual_check", "another person", "same person"));
    ASSERT_EQ(record.events().size(), 3u);
    EXPECT_EQ(record.events()[0].source, record::Source::clerk);
    EXPECT_EQ(record::as<record::StaffModeChanged>(record.events()[0])->mode,
              record::StaffMode::visual_check);
    EXPECT_FALSE(record::as<record::VisualCheckDecided>(record.events()[1])->same_person);
    EXPECT_TRUE(record::as<record::VisualCheckDecided>(record.events()[2])->same_person);
  });
}

}  // namespace staff_terminal_test
}  // namespace uketsuke::reader
